import { useRef, type PointerEvent, type MouseEvent } from 'react'
import { change, endGesture } from '../../state/actions.ts'
import { dayAt, type Axis } from '../../state/time/axis.ts'
import { withWindowOn } from '../../state/time/steps.ts'
import type { Clock } from '../../state/view/view.ts'

/** A pointer that moves less than this has clicked. */
const LEAST_MOVE = 4
const GESTURE = 'window'

interface Drag {
  readonly clock: Clock
  readonly from: number
  moved: boolean
}

/** Dragging across a lane narrows the window of its clock, from the day under the pointer's start to the one under its end. */
export function useBrush(axis: Axis) {
  const drag = useRef<Drag | null>(null)

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    drag.current = null
    if (event.button !== 0 || !event.isPrimary || isControl(event.target)) return
    drag.current = { clock: clockAt(event.target), from: placeOf(event), moved: false }
  }

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    const dragged = drag.current
    if (!dragged) return
    // It was let go where nobody here could hear of it.
    if ((event.buttons & 1) === 0) return onPointerCancel()
    const to = placeOf(event)
    if (!dragged.moved) {
      if (Math.abs(to - dragged.from) * event.currentTarget.clientWidth < LEAST_MOVE) return
      dragged.moved = true
      event.currentTarget.setPointerCapture(event.pointerId)
    }
    const since = dayAt(axis, Math.min(to, dragged.from))
    const until = dayAt(axis, Math.max(to, dragged.from))
    const window = {
      since: since === axis.first ? null : since,
      until: until === axis.last ? null : until,
    }
    change((view) => withWindowOn(view, dragged.clock, window), GESTURE)
  }

  function onPointerUp(): void {
    if (drag.current?.moved) endGesture()
    else drag.current = null
  }

  /** A drag that ends over an act does not open it. */
  function onClickCapture(event: MouseEvent): void {
    if (drag.current?.moved) event.stopPropagation()
    drag.current = null
  }

  function onPointerCancel(): void {
    if (drag.current?.moved) endGesture()
    drag.current = null
  }

  return { onPointerDown, onPointerMove, onPointerUp, onClickCapture, onPointerCancel }
}

function placeOf({ currentTarget, clientX }: PointerEvent<HTMLElement>): number {
  const { left, width } = currentTarget.getBoundingClientRect()
  return (clientX - left) / width
}

/** Handles and flags are dragged themselves. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[role="slider"], .no-brush') !== null
}

function clockAt(target: EventTarget): Clock {
  return target instanceof Element && target.closest('.known-lane') ? 'KNOWN' : 'HAPPENED'
}

import type { KeyboardEvent, PointerEvent } from 'react'
import { dayAt, type Axis } from '../../state/time/axis.ts'
import { longDayWords } from '../../state/words/months.ts'
import { addDays, daysBetween } from '../../state/words/dates.ts'

interface Given {
  readonly axis: Axis
  readonly label: string
  readonly day: string
  /** Days that it cannot leave, first and last. */
  readonly least: string
  readonly most: string
  /** Whether a day is meant as its end: the handle then stands behind it. */
  readonly atEnd: boolean
  readonly onMove: (day: string) => void
  readonly onRest: () => void
}

/** What makes an element a handle for a day: arrows by a day, page keys by a month, `Home` and `End`, or the pointer. */
export function useDaySlider({ axis, label, day, least, most, atEnd, onMove, onRest }: Given) {
  const within = (wanted: string) => (wanted < least ? least : wanted > most ? most : wanted)

  function onKeyDown(event: KeyboardEvent): void {
    const wanted = byKey(event.key)
    if (wanted === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    onMove(within(wanted))
  }

  function byKey(key: string): string | null {
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowDown':
        return addDays(day, -1)
      case 'ArrowRight':
      case 'ArrowUp':
        return addDays(day, 1)
      case 'PageDown':
        return addDays(day, -30)
      case 'PageUp':
        return addDays(day, 30)
      case 'Home':
        return least
      case 'End':
        return most
      default:
        return null
    }
  }

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0 || !event.isPrimary) return
    event.currentTarget.setPointerCapture(event.pointerId)
    event.stopPropagation()
  }

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const area = event.currentTarget.closest('.axis-area')?.getBoundingClientRect()
    if (!area) return
    const place = (event.clientX - area.left) / area.width
    onMove(within(dayAt(axis, place - (atEnd ? 0.5 / axis.days : 0))))
  }

  return {
    role: 'slider',
    tabIndex: 0,
    'aria-label': label,
    'aria-valuemin': 0,
    'aria-valuemax': daysBetween(least, most),
    'aria-valuenow': daysBetween(least, within(day)),
    'aria-valuetext': longDayWords(day),
    onKeyDown,
    onKeyUp: onRest,
    onPointerDown,
    onPointerMove,
    onPointerUp: onRest,
    onLostPointerCapture: onRest,
  } as const
}

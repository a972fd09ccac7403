import { useStore } from '@nanostores/react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { GraphCanvas, Item } from '../../canvas/graph-canvas.ts'
import type { Point, Rect } from '../../canvas/geometry.ts'
import { change, endGesture } from '../../state/actions.ts'
import { $hoveredEvents } from '../../state/answers/hovered.ts'
import { $compact } from '../../state/picture/compact.ts'
import { describeItem, pointedAt } from '../../state/picture/items.ts'
import { withFocusOn, withOpened } from '../../state/picture/open-item.ts'
import type { Pane } from '../../state/picture/panes.ts'
import { $pointed, NOTHING_POINTED } from '../../state/picture/pointed.ts'
import { say } from '../../state/say.ts'
import { $theme } from '../../state/theme.ts'
import { withMoved } from '../../state/view/steps.ts'
import { addCanvas, followCamera } from './canvases.ts'
import { loadCanvas } from './load-canvas.ts'

/** An item under the pointer, and where its words stand in the pane. */
export interface Tip {
  readonly item: Item
  readonly place: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', number>>>
}

/**
 * A canvas on a host, from when the host first has its place for as long as it is there. It is handed what it draws; what it tells becomes
 * steps of the view.
 */
export function useCanvas(
  host: RefObject<HTMLElement | null>,
  pane: Pane,
  framed: boolean,
  controls: readonly Rect[],
): { readonly tip: Tip | null; readonly there: boolean } {
  const [canvas, setCanvas] = useState<GraphCanvas | null>(null)
  const [tip, setTip] = useState<Tip | null>(null)
  const [begun, setBegun] = useState(framed)
  if (framed && !begun) setBegun(true)
  const shown = useRef(pane)
  useEffect(() => {
    shown.current = pane
  }, [pane])

  useEffect(() => {
    const element = host.current
    if (!element || !begun) return
    let end: (() => void) | null = null
    let gone = false
    void loadCanvas().then((GraphCanvas) => {
      if (gone) return
      const drawn = new GraphCanvas(element)
      const { id } = shown.current
      listen(drawn, element, shown, setTip)
      setCanvas(drawn)
      const remove = addCanvas(id, drawn)
      const bare = $theme.listen(() => drawn.restyle())
      end = () => {
        bare()
        remove()
        drawn.destroy()
        $pointed.set(NOTHING_POINTED)
        setTip(null)
      }
    })
    return () => {
      gone = true
      setCanvas(null)
      end?.()
    }
  }, [host, begun])

  const drawn = useRef<GraphCanvas | null>(null)
  useEffect(() => {
    if (!canvas) return
    if (drawn.current === canvas) return canvas.update({ ...pane, controls })
    // The first drawing takes longest: an answer that has come meanwhile is told before it, and drawn with it.
    const timer = setTimeout(() => {
      drawn.current = canvas
      canvas.update({ ...pane, controls })
    })
    return () => clearTimeout(timer)
  }, [canvas, pane, controls])

  const events = useStore($hoveredEvents)
  useEffect(() => canvas?.hover(events), [canvas, events])
  return { tip, there: canvas !== null }
}

function listen(
  canvas: GraphCanvas,
  host: HTMLElement,
  shown: RefObject<Pane>,
  setTip: (tip: Tip | null) => void,
): void {
  canvas.on('open', (item, plain) => {
    setTip(null)
    const { picture, id } = shown.current
    change((view) => withOpened(view, picture, id, item, plain, $compact.get()))
  })
  canvas.on('clear', () => change((view) => (view.selection ? { ...view, selection: null } : view)))
  canvas.on('focus', (item) => change((view) => withFocusOn(view, item)))
  canvas.on('point', (item, at) => {
    const { picture } = shown.current
    setTip(item && at ? { item, place: beside(at, host) } : null)
    $pointed.set(item ? pointedAt(picture, item) : NOTHING_POINTED)
    if (item && !at) say(describeItem(picture, item))
  })
  canvas.on('drag', (actor, { x, y }) => {
    setTip(null)
    change((view) => withMoved(view, { actor, x, y }), `move ${actor}`)
  })
  canvas.on('drop', endGesture)
  canvas.on('camera', (camera) => followCamera(canvas, camera))
}

/** Beside the pointer, on the sides that have room. */
function beside({ x, y }: Point, { clientWidth, clientHeight, offsetTop }: HTMLElement): Tip['place'] {
  return {
    ...(x > clientWidth / 2 ? { right: clientWidth - x + 12 } : { left: x + 12 }),
    ...(y > clientHeight / 2 ? { bottom: clientHeight - y + 12 } : { top: offsetTop + y + 12 }),
  }
}

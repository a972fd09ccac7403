import type cytoscape from 'cytoscape'
import type { Point } from './geometry.ts'
import { itemOf, type Item } from './item.ts'

/** What the pointer does on the canvas. Points are in pixels of the host, `place` in those of the scene. */
export interface PointerEvents {
  /** @param plain whether no key asks for something else than the usual */
  readonly open: (item: Item, plain: boolean) => void
  readonly clear: () => void
  /** Double click, or two taps. */
  readonly focus: (item: Item) => void
  readonly point: (item: Item | null, at: Point | null) => void
  readonly drag: (actor: string, place: Point) => void
  readonly drop: () => void
  readonly pan: () => void
}

/** Within this many milliseconds of the first, by the clock of the browser, the second click is still one with it. */
const DOUBLE_MS = 600

/** @param signal ends what is listened to outside the canvas */
export function listenToPointer(cy: cytoscape.Core, host: HTMLElement, told: PointerEvents, signal: AbortSignal): void {
  const item = (event: cytoscape.EventObject) =>
    event.target === cy ? null : itemOf(event.target as cytoscape.SingularElementReturnValue)
  let last: { readonly item: Item | null; readonly at: number } | null = null
  // The first click opens something, and what was under the pointer may then be elsewhere: both are about what the first was on.
  const again = (at: number) => {
    const first = last && at - last.at < DOUBLE_MS ? last.item : null
    last = null
    if (first) told.focus(first)
  }
  cy.on('tap', (event) => {
    const { shiftKey, detail, timeStamp, isTrusted } = event.originalEvent as MouseEvent
    // With a second finger what the first began is ended by the page itself.
    if (detail > 1 || !isTrusted) return
    const hit = item(event)
    last = { item: hit, at: timeStamp }
    if (hit) told.open(hit, !shiftKey)
    else told.clear()
  })
  document.addEventListener(
    'mouseup',
    ({ detail, timeStamp }) => {
      if (detail === 2) again(timeStamp)
    },
    { capture: true, signal },
  )
  cy.on('mouseover', 'node, edge', (event) => {
    const hit = item(event)
    if (!hit) return
    host.style.cursor = 'pointer'
    told.point(hit, event.renderedPosition)
  })
  cy.on('mouseout', 'node, edge', () => {
    host.style.cursor = ''
    told.point(null, null)
  })
  cy.on('drag', 'node', (event) => {
    const hit = item(event)
    if (hit?.what === 'actor') told.drag(hit.id, { ...(event.target as cytoscape.NodeSingular).position() })
  })
  cy.on('dragfree', 'node', () => told.drop())
  cy.on('dragpan', () => told.pan())
}

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

export function listenToPointer(cy: cytoscape.Core, host: HTMLElement, told: PointerEvents): void {
  const item = (event: cytoscape.EventObject) =>
    event.target === cy ? null : itemOf(event.target as cytoscape.SingularElementReturnValue)
  cy.on('tap', (event) => {
    const hit = item(event)
    const { shiftKey } = event.originalEvent as MouseEvent
    if (hit) told.open(hit, !shiftKey)
    else told.clear()
  })
  cy.on('dbltap', (event) => {
    const hit = item(event)
    if (hit) told.focus(hit)
  })
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

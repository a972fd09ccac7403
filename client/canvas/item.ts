import type cytoscape from 'cytoscape'

/** What the pointer and the keyboard reach: an actor, a line, one event that has a line of its own, the title of a box, what a closed box holds. */
export interface Item {
  readonly what: 'actor' | 'line' | 'event' | 'title' | 'inside'
  readonly id: string
}

/** The item that an element of the canvas stands for; null for what cannot be pointed at. */
export function itemOf(element: cytoscape.SingularElementReturnValue): Item | null {
  for (const what of ['event', 'line', 'title', 'inside'] as const) {
    const id: unknown = element.data(what)
    if (typeof id === 'string') return { what, id }
  }
  const id = element.id()
  return id.startsWith('actor ') ? { what: 'actor', id: id.slice('actor '.length) } : null
}

import type { EventRow, Network } from '../types.ts'

/** More would bury the event itself. */
const MOST_CLAIMS = 2

/**
 * Claims of the same pair that are denied in something, where nothing of the event itself is: whoever reads that the United Kingdom
 * suspended something shall also see what its officials said, and who denies that. A pair is taken with all that rolls up to it; inside
 * one top actor it is the two themselves.
 */
export function claimsOf(network: Network, event: EventRow): readonly EventRow[] {
  if (event.disputed || event.answered) return []
  const tops = new Map(network.actors.nodes.map(({ id, top }) => [id, top.id]))
  const top = (id: string) => tops.get(id) ?? id
  const inside = top(event.actor.id) === top(event.target.id)
  const whole = inside ? (id: string) => id : top
  return network.events.nodes
    .filter(({ id, disputed, answered }) => id !== event.id && (disputed || answered))
    .filter(({ actor }) => whole(actor.id) === whole(event.actor.id))
    .filter(({ target }) => whole(target.id) === whole(event.target.id))
    .slice(0, MOST_CLAIMS)
}

/** An event as the network tells it; null where it holds none of the id. */
export function rowOf(network: Network | undefined, id: string): EventRow | null {
  const found = network?.events.nodes.find((event) => event.id === id)
  if (found) return found
  return network?.ties.items.flatMap(({ events }) => events.nodes).find((event) => event.id === id) ?? null
}

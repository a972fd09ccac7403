import type { EventRow, Network } from '../types.ts'
import { toRollUp } from './roll-up.ts'

/** Events between parts of one top actor, itself among them: what a closed box holds. */
export function eventsInside(network: Network, owner: string): readonly EventRow[] {
  return insideBy(network).get(owner) ?? []
}

/** The same for every top actor that has any. */
export function insideBy(network: Network): ReadonlyMap<string, readonly EventRow[]> {
  const { drawn } = toRollUp(network, 'TOP', [])
  const held = new Map(network.events.nodes.map((event) => [event.id, event]))
  for (const tie of network.ties.items) for (const event of tie.events.nodes) held.set(event.id, event)
  const inside = new Map<string, EventRow[]>()
  for (const event of held.values()) {
    const top = drawn(event.actor.id)
    if (top !== drawn(event.target.id) || event.status === 'DENIED') continue
    inside.set(top, [...(inside.get(top) ?? []), event])
  }
  return inside
}

import type { Criteria, SelectOptions } from '../domain/criteria.ts'
import { select } from '../domain/select.ts'
import type { ActorIndex, Row } from '../domain/snapshot.ts'
import type { View } from '../domain/view.ts'

/** Rows that meet the criteria and of which the actor is one end; at TOP also one that rolls up to it. In pair order. */
export function selectWithEnd(view: View, criteria: Criteria, actor: ActorIndex, options: SelectOptions): Int32Array {
  const own = select(view, { ...criteria, actors: [actor] }, options)
  if (!criteria.actors) return own
  const others = new Set<Row>(select(view, criteria, options))
  return own.filter((row) => others.has(row))
}

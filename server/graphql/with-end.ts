import { select } from '../domain/select.ts'
import type { ActorIndex, Row } from '../domain/snapshot.ts'
import type { View } from '../domain/view.ts'
import type { Level } from '../domain/words.ts'

/** Those of the rows in which the actor is one end; at TOP also one that rolls up to it. */
export function withEnd(view: View, rows: Int32Array, actor: ActorIndex, level: Level): Int32Array {
  const own = new Set<Row>(select(view, { actors: [actor] }, { level, purpose: 'LIST' }))
  return rows.filter((row) => own.has(row))
}

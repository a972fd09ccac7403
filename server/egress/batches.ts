import type { Batch, Writer } from '../store/graph-store.ts'
import type { Outgoing } from './outgoing.ts'

const WRITER: Writer = { by: 'LOAD', name: 'export' }

/** What leaves, as batches that make an empty store hold it. */
export async function* batchesOf(outgoing: Outgoing): AsyncIterable<Batch> {
  const { collections, sources, actors, affiliations } = outgoing
  yield { writer: WRITER, collections, sources, actors: actors.flatMap(({ entries }) => entries), affiliations }
  for await (const events of outgoing.events())
    if (events.length > 0) yield { writer: WRITER, events: events.map(({ record }) => record) }
}

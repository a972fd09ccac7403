import type { EventChunk, GraphStore } from '../../server/store/graph-store.ts'

/** All columns of a store in one piece. */
export async function allColumns(store: GraphStore): Promise<EventChunk> {
  const chunks: EventChunk[] = []
  for await (const chunk of store.eventColumns()) chunks.push(chunk)
  return {
    events: chunks.flatMap(({ events }) => events),
    evidence: chunks.flatMap(({ evidence }) => evidence),
    statuses: chunks.flatMap(({ statuses }) => statuses),
    links: chunks.flatMap(({ links }) => links),
  }
}

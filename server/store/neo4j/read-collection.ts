import { compareCodePoints } from '../../domain/code-points.ts'
import type { Held } from '../differing.ts'
import type { Stored, Writer } from '../graph-store.ts'
import { actorEntriesOfCollection } from './queries/actors.ts'
import { affiliationsOfCollection } from './queries/affiliations.ts'
import { collectionsById } from './queries/collections.ts'
import { eventsOfCollection } from './queries/events.ts'
import { sourcesOfCollection } from './queries/sources.ts'
import { version } from './queries/version.ts'
import type { Connection } from './run.ts'

/** What the ids of a collection's records begin with. */
export function prefixOf(collection: string): string {
  return `${collection}/`
}

/**
 * A collection in full with who wrote what; null where it is not there. Neo4j shows each statement the newest state, so it reads
 * again where something was written meanwhile.
 */
export async function readCollection(db: Connection, id: string): Promise<Stored | null> {
  for (;;) {
    const before = await db.first(version, {})
    const stored = await readOnce(db, id)
    if ((await db.first(version, {})) === before) return stored
  }
}

async function readOnce(db: Connection, id: string): Promise<Stored | null> {
  const held = await db.first(collectionsById, { ids: [id] })
  if (!held) return null
  const owner = { id, prefix: prefixOf(id) }
  const writtenBy = new Map<string, Writer>([['collection', held.writer]])
  const take = <R, Ref>(kind: string, rows: readonly Held<R, Ref>[], idOf: (record: R) => string): R[] => {
    for (const { record, writer } of rows) writtenBy.set(`${kind}:${idOf(record)}`, writer)
    return rows.map(({ record }) => record).sort((a, b) => compareCodePoints(idOf(a), idOf(b)))
  }
  const contents = {
    collection: held.record,
    actors: take('actor', await db.all(actorEntriesOfCollection, { id }), ({ actor }) => actor),
    affiliations: take('affiliation', await db.all(affiliationsOfCollection, owner), (record) => record.id),
    sources: take('source', await db.all(sourcesOfCollection, owner), (record) => record.id),
    events: take('event', await db.all(eventsOfCollection, owner), (record) => record.id),
  }
  return { contents, writtenBy }
}

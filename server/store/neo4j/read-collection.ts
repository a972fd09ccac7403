import { compareCodePoints } from '../../domain/code-points.ts'
import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../domain/record-key.ts'
import type { Held } from '../differing.ts'
import type { Stored, Writer } from '../graph-store.ts'
import type { Fault } from './faults.ts'
import { actorEntriesOfCollection } from './queries/actors.ts'
import { affiliationsOfCollection } from './queries/affiliations.ts'
import { collectionsById } from './queries/collections.ts'
import { eventsOfCollection } from './queries/events.ts'
import { sourcesOfCollection } from './queries/sources.ts'
import { version } from './queries/version.ts'
import { faultOfAffiliation, faultOfCollection, faultOfEntry, faultOfEvent, faultOfSource } from './record-faults.ts'
import type { Connection } from './run.ts'

/** What the ids of a collection's records begin with. */
export function prefixOf(collection: string): string {
  return `${collection}/`
}

/**
 * A collection in full with who wrote what; null where it is not there. What cannot be read is left out. Neo4j shows each statement
 * the newest state, so it reads again where something was written meanwhile.
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
  if (!held || faultOfCollection(held.record) !== null) return null
  const owner = { id, prefix: prefixOf(id) }
  const writtenBy = new Map<RecordKey, Writer>([[keyOfCollection(held.record), held.writer]])
  const take = <R, Ref>(
    rows: readonly Held<R, Ref>[],
    faultOf: (record: R) => Fault,
    idOf: (record: R) => string,
    keyOfRecord: (record: R) => RecordKey,
  ): R[] => {
    const kept = rows.filter(({ record }) => faultOf(record) === null)
    for (const { record, writer } of kept) writtenBy.set(keyOfRecord(record), writer)
    return kept.map(({ record }) => record).sort((a, b) => compareCodePoints(idOf(a), idOf(b)))
  }
  const own = <R extends { readonly id: string }, Ref>(
    kind: 'affiliation' | 'source' | 'event',
    rows: readonly Held<R, Ref>[],
    faultOf: (record: R) => Fault,
  ): R[] =>
    take(
      rows,
      faultOf,
      (record) => record.id,
      (record) => keyOf(kind, record.id),
    )
  const entries = await db.all(actorEntriesOfCollection, { id })
  const contents = {
    collection: held.record,
    actors: take(entries, faultOfEntry, ({ actor }) => actor, keyOfEntry),
    affiliations: own('affiliation', await db.all(affiliationsOfCollection, owner), faultOfAffiliation),
    sources: own('source', await db.all(sourcesOfCollection, owner), faultOfSource),
    events: own('event', await db.all(eventsOfCollection, owner), faultOfEvent),
  }
  return { contents, writtenBy }
}

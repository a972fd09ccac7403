import { compareCodePoints } from '../../domain/code-points.ts'
import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../domain/record-key.ts'
import type { Held } from '../differing.ts'
import type { Stored, Writer } from '../graph-store.ts'
import type { Fault } from './faults.ts'
import { seenParts } from './hidden.ts'
import { actorEntriesOfCollection } from './queries/actors.ts'
import { affiliationsOfCollection } from './queries/affiliations.ts'
import { collectionsById } from './queries/collections.ts'
import { eventsOfCollection } from './queries/events.ts'
import { doneImports } from './queries/imports.ts'
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
  const done = await db.all(doneImports, {})
  const [held] = await seenParts(db, await db.all(collectionsById, { ids: [id] }), keyOfCollection)
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
  const entries = await seenParts(db, await db.all(actorEntriesOfCollection, { id }), keyOfEntry)
  const affiliations = await seenParts(db, await db.all(affiliationsOfCollection, owner), ofKind('affiliation'))
  const sources = await seenParts(db, await db.all(sourcesOfCollection, owner), ofKind('source'))
  const contents = {
    collection: held.record,
    actors: take(entries, faultOfEntry, ({ actor }) => actor, keyOfEntry),
    affiliations: own('affiliation', affiliations, faultOfAffiliation),
    sources: own('source', sources, faultOfSource),
    events: own('event', await db.all(eventsOfCollection, { ...owner, done }), faultOfEvent),
  }
  return { contents, writtenBy }
}

function ofKind(kind: 'affiliation' | 'source'): (record: { readonly id: string }) => RecordKey {
  return ({ id }) => keyOf(kind, id)
}

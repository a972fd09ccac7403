import { setImmediate } from 'node:timers/promises'
import { compareCodePoints } from '../../domain/code-points.ts'
import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../domain/record-key.ts'
import type { EventRecord } from '../../domain/records.ts'
import type { Held } from '../differing.ts'
import type { Kept, Writer } from '../graph-store.ts'
import type { Owners } from '../import-store.ts'
import type { Connection } from './connection.ts'
import { allActorEntries } from './queries/actors.ts'
import { allAffiliations } from './queries/affiliations.ts'
import { allCollections, allHeld } from './queries/collections.ts'
import { endOfChunk } from './queries/columns.ts'
import { eventsInRange } from './queries/events.ts'
import { allImports, type HeldImport } from './queries/imports.ts'
import { allMerges } from './queries/merges.ts'
import { partOwners } from './queries/part-owners.ts'
import { allSources } from './queries/sources.ts'
import { auditChunks, removedChunks } from './read-history.ts'
import { list } from './sql.ts'

const RECORDS_A_CHUNK = 2_000

/**
 * All that the file keeps, in chunks. Like the columns, no statement stays open between chunks. What the columns' memory holds whole
 * anyway is read whole; events, removed records and the audit log are read chunk by chunk.
 */
export async function* readEverything(db: Connection): AsyncIterable<readonly Kept[]> {
  for (const chunk of chunksOf(db)) {
    yield chunk
    await setImmediate()
  }
}

function* chunksOf(db: Connection): Iterable<readonly Kept[]> {
  yield* slices(db.all(allHeld, {}).map((collection) => ({ type: 'held', collection })))
  yield* slices(db.all(allImports, {}).flatMap(toKeptImport))
  yield* slices(toParts(db, 'collection', db.all(allCollections, {}), keyOfCollection))
  yield* slices(toParts(db, 'source', db.all(allSources, {}), ({ id }) => keyOf('source', id)))
  const entries = db.all(allActorEntries, {}).map(({ held }) => held)
  yield* slices(toParts(db, 'actor', entries, keyOfEntry))
  yield* slices(toParts(db, 'affiliation', db.all(allAffiliations, {}), ({ id }) => keyOf('affiliation', id)))
  let after = 0
  for (;;) {
    const through = db.first(endOfChunk, { after, many: RECORDS_A_CHUNK })
    if (through === null) break
    const events = db.all(eventsInRange, { after, through })
    if (events.length > 0) yield events.map(toKeptEvent)
    after = through
  }
  yield* slices(db.all(allMerges, {}).map((merge) => ({ type: 'merge', merge })))
  for (const chunk of removedChunks(db)) yield chunk.map((removed) => ({ type: 'removed', removed }))
  for (const chunk of auditChunks(db)) yield chunk.map((entry) => ({ type: 'audit', entry }))
}

function toKeptImport({ record }: HeldImport): Kept[] {
  return record.state === 'DONE' ? [{ type: 'import', imported: record }] : []
}

/** Records with the imports that brought them. */
function toParts<T extends string, R>(
  db: Connection,
  type: T,
  all: readonly Held<R>[],
  keyOfRecord: (record: R) => RecordKey,
): { readonly type: T; readonly record: R; readonly writer: Writer; readonly owners?: Owners }[] {
  const keys = list(all.map(({ record }) => keyOfRecord(record)))
  const owners = Map.groupBy(db.all(partOwners, { keys }), ({ key }) => key)
  return all.map(({ record, writer }) => {
    const found = owners.get(keyOfRecord(record))
    const kept = { type, record, writer }
    return found ? { ...kept, owners: found.map((each) => ({ import: each.import, record: each.record })) } : kept
  })
}

function toKeptEvent({ held, owners }: { readonly held: Held<EventRecord>; readonly owners: readonly string[] }): Kept {
  const { record, writer } = held
  const isPlain = owners.length === 0 || (owners.length === 1 && writer.by === 'IMPORT' && writer.name === owners[0])
  const kept = { type: 'event', record, writer } as const
  return isPlain
    ? kept
    : { ...kept, owners: owners.toSorted(compareCodePoints).map((id) => ({ import: id, record: null })) }
}

function* slices(all: readonly Kept[]): Iterable<readonly Kept[]> {
  for (let at = 0; at < all.length; at += RECORDS_A_CHUNK) yield all.slice(at, at + RECORDS_A_CHUNK)
}

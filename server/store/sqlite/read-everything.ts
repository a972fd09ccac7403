import { setImmediate } from 'node:timers/promises'
import type { Held } from '../differing.ts'
import type { Kept } from '../graph-store.ts'
import type { Connection } from './connection.ts'
import { allActorEntries } from './queries/actors.ts'
import { allAffiliations } from './queries/affiliations.ts'
import { allCollections, allHeld } from './queries/collections.ts'
import { endOfChunk } from './queries/columns.ts'
import { eventsInRange } from './queries/events.ts'
import { allMerges } from './queries/merges.ts'
import { allSources } from './queries/sources.ts'
import { auditChunks, removedChunks } from './read-history.ts'

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
  yield* slices(db.all(allCollections, {}).map((held) => toKept('collection', held)))
  yield* slices(db.all(allSources, {}).map((held) => toKept('source', held)))
  yield* slices(db.all(allActorEntries, {}).map(({ held }) => toKept('actor', held)))
  yield* slices(db.all(allAffiliations, {}).map((held) => toKept('affiliation', held)))
  let after = 0
  for (;;) {
    const through = db.first(endOfChunk, { after, many: RECORDS_A_CHUNK })
    if (through === null) break
    const events = db.all(eventsInRange, { after, through })
    if (events.length > 0) yield events.map((held) => toKept('event', held))
    after = through
  }
  yield* slices(db.all(allMerges, {}).map((merge) => ({ type: 'merge', merge })))
  for (const chunk of removedChunks(db)) yield chunk.map((removed) => ({ type: 'removed', removed }))
  for (const chunk of auditChunks(db)) yield chunk.map((entry) => ({ type: 'audit', entry }))
}

function toKept<T extends string, R>(type: T, { record, writer }: Held<R>) {
  return { type, record, writer }
}

function* slices(all: readonly Kept[]): Iterable<readonly Kept[]> {
  for (let at = 0; at < all.length; at += RECORDS_A_CHUNK) yield all.slice(at, at + RECORDS_A_CHUNK)
}

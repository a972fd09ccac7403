import type { EventRecord } from '../../domain/records.ts'
import type { Held } from '../differing.ts'
import type { Kept } from '../graph-store.ts'
import type { Place } from './decode.ts'
import { among, faultOfNamed, type Known, type Lists } from './lists.ts'
import { allAuditEntries } from './queries/audit.ts'
import { allHeld } from './queries/collections.ts'
import { allEvents } from './queries/events.ts'
import { readMerges, readRemovals } from './read-history.ts'
import { faultOfEvent } from './record-faults.ts'
import type { Connection } from './run.ts'
import { LeftOut } from './unreadable.ts'

/** Records of one chunk. */
const CHUNK = 2_000

/**
 * All that the store keeps, in chunks; what cannot be read is left out. What the columns' memory holds whole anyway is read whole;
 * events and the audit log come as fast as they are taken.
 */
export async function* readEverything(db: Connection, lists: Lists): AsyncIterable<readonly Kept[]> {
  yield* slices((await db.all(allHeld, {})).sort().map((collection) => ({ type: 'held', collection })))
  yield* slices((await lists.collections()).map((held) => toKept('collection', held)))
  yield* slices((await lists.sources()).map((held) => toKept('source', held)))
  yield* slices((await lists.entries()).map((held) => toKept('actor', held)))
  yield* slices((await lists.affiliations()).map((held) => toKept('affiliation', held)))
  const left = new LeftOut()
  const known = await lists.known()
  for await (const events of db.steadily(allEvents, {}, CHUNK)) {
    const kept = events.filter((held) => isReadable(held, known, left))
    if (kept.length > 0) yield kept.map((held) => toKept('event', held))
  }
  lists.unreadable.note('events', left)
  yield* slices((await readMerges(db)).map((merge) => ({ type: 'merge', merge })))
  yield* slices((await readRemovals(db)).map((removed) => ({ type: 'removed', removed })))
  for await (const entries of db.steadily(allAuditEntries, {}, CHUNK)) {
    yield entries.map((entry) => ({ type: 'audit', entry }))
  }
}

function isReadable({ record, ref }: Held<EventRecord, Place>, known: Known, left: LeftOut): boolean {
  const fault =
    faultOfEvent(record) ??
    among(known.collections, 'collection', record.collection) ??
    among(known.actors, 'actor', record.actor) ??
    among(known.actors, 'actor', record.target) ??
    faultOfNamed(record.evidence, known.sources)
  if (fault === null) return true
  left.add(typeof record.id === 'string' ? `The event ${record.id}` : `The ${record.kind} edge ${ref.key}`, fault)
  return false
}

function toKept<T extends string, R, Ref>(type: T, { record, writer }: Held<R, Ref>) {
  return { type, record, writer }
}

function* slices(all: readonly Kept[]): Iterable<readonly Kept[]> {
  for (let at = 0; at < all.length; at += CHUNK) yield all.slice(at, at + CHUNK)
}

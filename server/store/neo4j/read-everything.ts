import { compareCodePoints } from '../../domain/code-points.ts'
import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../domain/record-key.ts'
import type { EventRecord } from '../../domain/records.ts'
import type { Held } from '../differing.ts'
import type { Kept, Writer } from '../graph-store.ts'
import type { Owners } from '../import-store.ts'
import type { EventPlace } from './decode.ts'
import { among, faultOfNamed, type Known, type Lists } from './lists.ts'
import { allAuditEntries } from './queries/audit.ts'
import { allHeld } from './queries/collections.ts'
import { allEvents } from './queries/events.ts'
import { allImports } from './queries/imports.ts'
import { partOwners } from './queries/owned.ts'
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
  const imports = (await db.all(allImports, {})).flatMap(({ record }) => (record.state === 'DONE' ? [record] : []))
  const done = imports.map(({ id }) => id)
  yield* slices(imports.map((imported) => ({ type: 'import', imported })))
  yield* slices(await toParts(db, 'collection', await lists.collections(), keyOfCollection))
  yield* slices(await toParts(db, 'source', await lists.sources(), ({ id }) => keyOf('source', id)))
  yield* slices(await toParts(db, 'actor', await lists.entries(), keyOfEntry))
  yield* slices(await toParts(db, 'affiliation', await lists.affiliations(), ({ id }) => keyOf('affiliation', id)))
  const left = new LeftOut()
  const known = await lists.known()
  for await (const events of db.steadily(allEvents, { done }, CHUNK)) {
    const kept = events.filter((held) => isReadable(held, known, left))
    if (kept.length > 0) yield kept.map((held) => toKeptEvent(held, done))
  }
  lists.unreadable.note('events', left)
  yield* slices((await readMerges(db)).map((merge) => ({ type: 'merge', merge })))
  yield* slices((await readRemovals(db)).map((removed) => ({ type: 'removed', removed })))
  for await (const entries of db.steadily(allAuditEntries, {}, CHUNK)) {
    yield entries.map((entry) => ({ type: 'audit', entry }))
  }
}

function isReadable({ record, ref }: Held<EventRecord, EventPlace>, known: Known, left: LeftOut): boolean {
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

/** Records with the imports that brought them. */
async function toParts<T extends string, R, Ref>(
  db: Connection,
  type: T,
  all: readonly Held<R, Ref>[],
  keyOfRecord: (record: R) => RecordKey,
): Promise<{ readonly type: T; readonly record: R; readonly writer: Writer; readonly owners?: Owners }[]> {
  const keys = all.map(({ record }) => keyOfRecord(record))
  const owners = Map.groupBy(await db.all(partOwners, { keys }), ({ key }) => key)
  return all.map(({ record, writer }) => {
    const found = owners.get(keyOfRecord(record))
    const kept = { type, record, writer }
    return found ? { ...kept, owners: found.map((each) => ({ import: each.import, record: each.record })) } : kept
  })
}

function toKeptEvent({ record, writer, ref }: Held<EventRecord, EventPlace>, done: readonly string[]): Kept {
  const kept = { type: 'event', record, writer } as const
  const owners = [ref.import, ...ref.also].filter((owner) => owner !== null && done.includes(owner))
  const isPlain = owners.length === 0 || (owners.length === 1 && writer.by === 'IMPORT' && writer.name === owners[0])
  if (isPlain) return kept
  const sorted = owners.flatMap((owner) => owner ?? []).sort(compareCodePoints)
  return { ...kept, owners: sorted.map((id) => ({ import: id, record: null })) }
}

function* slices(all: readonly Kept[]): Iterable<readonly Kept[]> {
  for (let at = 0; at < all.length; at += CHUNK) yield all.slice(at, at + CHUNK)
}

import { keyOf, keyOfCollection, keyOfEntry, parseKey, type RecordKey } from '../domain/record-key.ts'
import type {
  ActorEntry,
  AffiliationRecord,
  CollectionContents,
  CollectionRecord,
  EventRecord,
  SourceRecord,
} from '../domain/records.ts'
import type { Batch, GraphStore, Removal } from '../store/graph-store.ts'
import { affiliationsOf, eventsOf } from './chunks.ts'

/** Records of any kind by their keys; null: to be taken away. */
export type RecordSet = ReadonlyMap<RecordKey, StoredRecord | null>

export type StoredRecord = CollectionRecord | SourceRecord | ActorEntry | AffiliationRecord | EventRecord

/** The records of some keys as the store has them; those that are not there are left out. */
export async function readRecords(
  store: GraphStore,
  keys: readonly RecordKey[],
): Promise<ReadonlyMap<RecordKey, StoredRecord>> {
  const wanted = new Set(keys)
  const ids = (kind: string) => keys.flatMap((key) => (parseKey(key).kind === kind ? [parseKey(key).id] : []))
  const all = async <R>(kind: string, read: () => Promise<readonly R[]>) => (ids(kind).length > 0 ? read() : [])
  const entries = (await all('actor', () => store.actors())).flatMap((actor) => actor.entries)
  const found: readonly (readonly [RecordKey, StoredRecord])[] = [
    ...(await all('collection', () => store.collections())).map((each) => [keyOfCollection(each), each] as const),
    ...(await all('source', () => store.sources())).map((each) => [keyOf('source', each.id), each] as const),
    ...entries.map((each) => [keyOfEntry(each), each] as const),
    ...(await affiliationsOf(store, ids('affiliation'))).map((each) => [keyOf('affiliation', each.id), each] as const),
    ...(await eventsOf(store, ids('event'))).map((each) => [keyOf('event', each.id), each] as const),
  ]
  return new Map(found.filter(([key]) => wanted.has(key)))
}

/** What writes and takes away these records. */
export function toBatch(
  set: RecordSet,
): Pick<Batch, 'collections' | 'sources' | 'actors' | 'affiliations' | 'events' | 'remove'> {
  const gone = [...set].flatMap(([key, record]) => (record === null ? [parseKey(key)] : []))
  const goneOf = (kind: string) => gone.flatMap((each) => (each.kind === kind ? [each.id] : []))
  const remove: Removal = {
    collections: goneOf('collection'),
    sources: goneOf('source'),
    actors: gone.flatMap(({ kind, id, collection }) => (kind === 'actor' ? [{ actor: id, collection }] : [])),
    affiliations: goneOf('affiliation'),
    events: goneOf('event'),
  }
  return {
    collections: writtenOf<CollectionRecord>(set, 'collection'),
    sources: writtenOf<SourceRecord>(set, 'source'),
    actors: writtenOf<ActorEntry>(set, 'actor'),
    affiliations: writtenOf<AffiliationRecord>(set, 'affiliation'),
    events: writtenOf<EventRecord>(set, 'event'),
    remove,
  }
}

/** A collection as it would be with these records in place of those of their keys. Others' records do not count. */
export function withRecords(contents: CollectionContents, set: RecordSet): CollectionContents {
  const own = new Map([...set].filter(([key]) => parseKey(key).collection === contents.collection.id))
  const change = <R extends StoredRecord>(
    kind: string,
    records: readonly R[],
    keyOfRecord: (record: R) => RecordKey,
  ) => [...records.filter((each) => !own.has(keyOfRecord(each))), ...writtenOf<R>(own, kind)]
  return {
    collection: writtenOf<CollectionRecord>(own, 'collection')[0] ?? contents.collection,
    actors: change('actor', contents.actors, keyOfEntry),
    affiliations: change('affiliation', contents.affiliations, ({ id }) => keyOf('affiliation', id)),
    sources: change('source', contents.sources, ({ id }) => keyOf('source', id)),
    events: change('event', contents.events, ({ id }) => keyOf('event', id)),
  }
}

/** Ids of the collections that the records belong to. */
export function collectionsOf(set: RecordSet): ReadonlySet<string> {
  return new Set(Array.from(set.keys(), (key) => parseKey(key).collection))
}

/** The key says what a record is. */
function writtenOf<R extends StoredRecord>(set: RecordSet, kind: string): readonly R[] {
  return [...set].flatMap(([key, record]) => (record !== null && parseKey(key).kind === kind ? [record as R] : []))
}

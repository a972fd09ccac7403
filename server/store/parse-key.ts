import type { RecordKey, RecordKind } from '../domain/record-key.ts'
import type { Batch } from './graph-store.ts'
import { keyOf, keyOfCollection, keyOfEntry } from '../domain/record-key.ts'

/** What a key names. `id` is the record's own; of an actor's entry the actor's. */
export interface ParsedKey {
  readonly kind: RecordKind
  readonly collection: string
  readonly id: string
}

/** The inverse of `keyOf`, `keyOfCollection` and `keyOfEntry`. Ids of collections hold no slash. */
export function parseKey(key: RecordKey): ParsedKey {
  const colon = key.indexOf(':')
  const kind = key.slice(0, colon) as RecordKind
  const id = key.slice(colon + 1)
  const slash = id.indexOf('/')
  const collection = slash < 0 ? id : id.slice(0, slash)
  return { kind, collection, id: kind === 'actor' ? id.slice(slash + 1) : id }
}

/** The keys of all records that a batch writes, changed or not. */
export function keysWritten(batch: Batch): RecordKey[] {
  return [
    ...(batch.collections ?? []).map(keyOfCollection),
    ...(batch.sources ?? []).map(({ id }) => keyOf('source', id)),
    ...(batch.actors ?? []).map(keyOfEntry),
    ...(batch.affiliations ?? []).map(({ id }) => keyOf('affiliation', id)),
    ...(batch.events ?? []).map(({ id }) => keyOf('event', id)),
  ]
}

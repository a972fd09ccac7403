import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../domain/record-key.ts'
import type { Batch } from './graph-store.ts'

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

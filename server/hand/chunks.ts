import type { RecordKey } from '../domain/record-key.ts'
import type { AffiliationRecord, EventRecord } from '../domain/records.ts'
import type { GraphStore, Revision } from '../store/graph-store.ts'

/** So many records are asked for in one statement. */
const CHUNK = 1_000

export function eventsOf(store: GraphStore, ids: readonly string[]): Promise<readonly EventRecord[]> {
  return inChunks(ids, (chunk) => store.eventDetails(chunk))
}

export function affiliationsOf(store: GraphStore, ids: readonly string[]): Promise<readonly AffiliationRecord[]> {
  return inChunks(ids, (chunk) => store.affiliationDetails(chunk))
}

export async function revisionsOf(
  store: GraphStore,
  keys: readonly RecordKey[],
): Promise<ReadonlyMap<RecordKey, Revision>> {
  return new Map(await inChunks(keys, async (chunk) => [...(await store.revisions(chunk))]))
}

async function inChunks<K, R>(
  keys: readonly K[],
  ask: (chunk: readonly K[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  const found: R[] = []
  for (let at = 0; at < keys.length; at += CHUNK) found.push(...(await ask(keys.slice(at, at + CHUNK))))
  return found
}

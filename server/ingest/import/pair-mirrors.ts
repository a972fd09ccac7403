import type { ImportStore } from '../../store/import-store.ts'
import { MEETING_CODES } from '../meaning/mirror-codes.ts'
import { MirrorPairs } from './mirrors.ts'

/**
 * Flags the second rows of the meetings of a collection, whichever imports brought them.
 * @returns how many.
 */
export async function pairMirrors(store: ImportStore, collection: string, signal?: AbortSignal): Promise<number> {
  const pairs = new MirrorPairs(collection, MEETING_CODES)
  for await (const rows of store.codedRows(collection, MEETING_CODES)) {
    signal?.throwIfAborted()
    for (const row of rows) pairs.add(row)
  }
  let found = 0
  async function* counted(): AsyncGenerator<readonly string[]> {
    for await (const ids of pairs.seconds()) {
      signal?.throwIfAborted()
      found += ids.length
      yield ids
    }
  }
  await store.markMirrors(collection, MEETING_CODES, counted())
  return found
}

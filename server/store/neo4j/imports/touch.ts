import type { RecordKey } from '../../../domain/record-key.ts'
import { chunksOf } from '../apply/work.ts'
import * as touching from '../queries/touch.ts'
import type { Transaction } from '../run.ts'
import { byKind } from '../../by-kind.ts'

/** Makes these records the newest: what was hidden until now stands at the end of each list. */
export async function touch(transaction: Transaction, keys: readonly RecordKey[], version: number): Promise<void> {
  const { collection, source, affiliation, actor } = byKind(keys)
  await transaction.run(touching.touchCollections, { ids: collection, version })
  await transaction.run(touching.touchSources, { ids: source, version })
  for (const ids of chunksOf(affiliation)) await transaction.run(touching.touchAffiliations, { ids, version })
  for (const [id, entries] of Map.groupBy(actor, ([, of]) => of)) {
    for (const chunk of chunksOf(entries)) {
      const ids = chunk.map(([each]) => each)
      await transaction.run(touching.touchEntries, { ids, collection: id, version })
    }
  }
}

import { formatDay } from '../../../domain/days.ts'
import { keyOf } from '../../../domain/record-key.ts'
import { demand, differing } from '../../differing.ts'
import { sourcesById, writeSources as writeStatement } from '../queries/sources.ts'
import { demandOwnId, findByIds, runRows, signature, type Work } from './work.ts'

export async function writeSources(work: Work): Promise<void> {
  const { transaction, batch } = work
  const { sources: records = [] } = batch
  if (records.length === 0) return
  const ids = records.map(({ id }) => id)
  const changed = differing(records, ({ id }) => id, await findByIds(transaction, sourcesById, ids))
  if (changed.length === 0) return
  const rows = changed.map(({ record }) => {
    demandOwnId(record)
    return {
      ...record,
      collection: demand(work.collections, `source ${record.id}`, 'collection', record.collection),
      published: record.published === null ? null : formatDay(record.published),
      ...signature(work, keyOf('source', record.id)),
    }
  })
  await runRows(transaction, writeStatement, rows)
  for (const { record, held } of changed) work.notes.add(keyOf('source', record.id), held, record)
  work.changed += changed.length
  work.everything = true
}

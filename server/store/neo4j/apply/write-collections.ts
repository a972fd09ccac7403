import { differing } from '../../differing.ts'
import type { Batch } from '../../graph-store.ts'
import { actorsOfCollections } from '../queries/actors.ts'
import { collectionsById, writeCollections as writeStatement } from '../queries/collections.ts'
import type { Transaction } from '../run.ts'
import { showActorsOf } from './show-actors.ts'
import { findByIds, runRows } from './work.ts'

/** @returns how many collections were new or differed. */
export async function writeCollections(transaction: Transaction, { collections = [], writer }: Batch): Promise<number> {
  if (collections.length === 0) return 0
  const ids = collections.map(({ id }) => id)
  const changed = differing(collections, ({ id }) => id, await findByIds(transaction, collectionsById, ids))
  if (changed.length === 0) return 0
  const rows = changed.map(({ record }) => ({
    ...record,
    positions: JSON.stringify(record.positions),
    questions: JSON.stringify(record.questions),
    writtenBy: writer.by,
    writer: writer.name,
  }))
  await runRows(transaction, writeStatement, rows)
  const turned = changed.filter(({ record, held }) => held && held.record.kind !== record.kind)
  if (turned.length > 0) {
    const named = await findByIds(
      transaction,
      actorsOfCollections,
      turned.map(({ record }) => record.id),
    )
    await showActorsOf(transaction, named)
  }
  return changed.length
}

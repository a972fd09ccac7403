import { keyOfCollection } from '../../../domain/record-key.ts'
import { differing } from '../../differing.ts'
import { actorsOfCollections } from '../queries/actors.ts'
import { collectionsById, writeCollections as writeStatement } from '../queries/collections.ts'
import { showActorsOf } from './show-actors.ts'
import { findByIds, runRows, signature, type Work } from './work.ts'

export async function writeCollections(work: Work): Promise<void> {
  const { transaction, batch, notes } = work
  const { collections = [] } = batch
  if (collections.length === 0) return
  const ids = collections.map(({ id }) => id)
  const changed = differing(collections, ({ id }) => id, await findByIds(transaction, collectionsById, ids))
  if (changed.length === 0) return
  const rows = changed.map(({ record }) => ({
    ...record,
    positions: JSON.stringify(record.positions),
    questions: JSON.stringify(record.questions),
    ...signature(work, keyOfCollection(record)),
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
  for (const { record, held } of changed) notes.add(keyOfCollection(record), held, record)
  work.changed += changed.length
  work.everything = true
}

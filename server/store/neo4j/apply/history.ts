import { keysWritten } from '../../keys-written.ts'
import { toAuditParams, writeAuditEntries } from '../queries/audit.ts'
import { allMerges, deleteMerges, toMergeParams, writeMerges } from '../queries/merges.ts'
import { countRemoved, deleteRemoved, removedKeys, toRemovedParams, writeRemoved } from '../queries/removed.ts'
import { runIds, runRows, type Work } from './work.ts'

/** Takes back merges, and says whether any is made or taken back. */
export async function mergeActors(work: Work): Promise<boolean> {
  const { transaction, batch, notes } = work
  if (!batch.merge?.length && !batch.unmerge?.length) return false
  const { gone, changes } = notes.merging(await transaction.all(allMerges, {}))
  await runIds(transaction, deleteMerges, gone)
  if (changes) work.everything = true
  return changes
}

/** What is written again is not removed any more. Where nothing is, no more is asked than that. */
export async function forgetRemoved({ transaction, batch }: Work): Promise<void> {
  const [many = 0] = await transaction.all(countRemoved, {})
  if (many === 0) return
  const removed = new Set<string>(await transaction.all(removedKeys, {}))
  await runIds(
    transaction,
    deleteRemoved,
    keysWritten(batch).filter((key) => removed.has(key)),
  )
}

/** Writes what the batch leaves of removed records, of merges, and in the audit log. */
export async function writeHistory({ transaction, notes, version, changed }: Work): Promise<void> {
  await runRows(transaction, writeRemoved, notes.removed(version).map(toRemovedParams))
  await runRows(transaction, writeMerges, notes.merges(version).map(toMergeParams))
  await runRows(transaction, writeAuditEntries, notes.audit(version, changed).map(toAuditParams))
}

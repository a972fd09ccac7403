import type { History } from '../graph-store.ts'
import { runIds, runRows } from './apply/work.ts'
import { takeOverOwned } from './imports/take-over-owned.ts'
import { toImportParams } from './imports/to-import-params.ts'
import { toAuditParams, writeAuditEntries } from './queries/audit.ts'
import { holdCollections } from './queries/collections.ts'
import { insertImport } from './queries/imports.ts'
import { insertMerges, toMergeParams } from './queries/merges.ts'
import { toRemovedParams, writeRemoved } from './queries/removed.ts'
import { revisions } from './queries/revisions.ts'
import { goOnFrom } from './queries/version.ts'
import { toRevisionParams } from './read-history.ts'
import type { Connection } from './run.ts'

/** One transaction. The change list stays as it is: where the version jumps it has a gap. */
export async function takeOver(db: Connection, history: History): Promise<void> {
  await db.writing('take-over', async (transaction) => {
    await transaction.run(goOnFrom, { version: history.version })
    await runIds(transaction, holdCollections, history.held)
    await runRows(transaction, insertMerges, history.merges.map(toMergeParams))
    const removedKeys = history.removed.map(({ key }) => key)
    const found = removedKeys.length === 0 ? [] : await transaction.all(revisions, toRevisionParams(removedKeys))
    const there = new Set(found.map(([key]) => key))
    const removed = history.removed.filter(({ key }) => !there.has(key))
    await runRows(transaction, writeRemoved, removed.map(toRemovedParams))
    await runRows(transaction, writeAuditEntries, history.audit.map(toAuditParams))
    for (const each of history.imports ?? []) await transaction.run(insertImport, { row: toImportParams(each) })
    await takeOverOwned(transaction, history.owned ?? [])
    return { keep: true, value: null }
  })
}

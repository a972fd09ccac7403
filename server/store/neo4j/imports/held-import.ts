import { ImportRunningError, NoImportError } from '../../import-store.ts'
import { hiddenImportOf, importById, type HeldImport } from '../queries/imports.ts'
import type { Connection, Transaction } from '../run.ts'

type Reader = Pick<Transaction | Connection, 'all'>

/** @throws NoImportError where it is not there or not in one of these states. */
export async function demandImport(
  db: Reader,
  id: string,
  states: readonly HeldImport['record']['state'][],
): Promise<HeldImport> {
  const [held] = await db.all(importById, { id })
  if (!held || !states.includes(held.record.state)) throw new NoImportError(id)
  return held
}

/** @throws ImportRunningError where another import of the collection is unfinished or being undone. */
export async function refuseBeside(db: Reader, id: string, collection: string): Promise<void> {
  const others = await db.all(hiddenImportOf, { collection })
  for (const other of others) if (other.id !== id) throw new ImportRunningError(other.id)
}

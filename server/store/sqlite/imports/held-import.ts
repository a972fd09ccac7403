import { ImportRunningError, NoImportError } from '../../import-store.ts'
import type { Connection } from '../connection.ts'
import { hiddenImportOf, importById, type HeldImport } from '../queries/imports.ts'

/** @throws NoImportError where it is not there or not in one of these states. */
export function demandImport(db: Connection, id: string, states: readonly HeldImport['record']['state'][]): HeldImport {
  const held = db.first(importById, { id })
  if (!held || !states.includes(held.record.state)) throw new NoImportError(id)
  return held
}

/** @throws ImportRunningError where another import of the collection is unfinished or being undone. */
export function refuseBeside(db: Connection, id: string, collection: string): void {
  const other = db.first(hiddenImportOf, { collection })
  if (other && other.id !== id) throw new ImportRunningError(other.id)
}

import type { RecordKey } from '../../../domain/record-key.ts'
import type { ActorEntry } from '../../../domain/records.ts'
import { runRows, type Signature } from '../apply/work.ts'
import { ownParts } from '../queries/owned.ts'
import type { Transaction } from '../run.ts'

/** Where parts of an import are written. */
export interface Into {
  readonly transaction: Transaction
  readonly import: string
  readonly version: number
}

export function signatureOf({ import: id, version }: Pick<Into, 'import' | 'version'>): Signature {
  return { writtenBy: 'IMPORT', writer: id, version }
}

/** Notes that the import brings these, as far as they are new or brought by another. */
export async function own(
  into: Into,
  owned: readonly (readonly [RecordKey, ActorEntry | null, boolean])[],
): Promise<void> {
  const rows = owned.map(([key, record, isNew]) => ({
    key,
    import: into.import,
    record: record && JSON.stringify(record),
    isNew,
  }))
  await runRows(into.transaction, ownParts, rows)
}

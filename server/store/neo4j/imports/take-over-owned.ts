import { parseKey } from '../../../domain/record-key.ts'
import type { Ownership } from '../../import-store.ts'
import { runRows } from '../apply/work.ts'
import { setOwners } from '../queries/import-events.ts'
import { allImports } from '../queries/imports.ts'
import { ownParts } from '../queries/owned.ts'
import type { Transaction } from '../run.ts'

/** Writes which imports own records that are there. */
export async function takeOverOwned(transaction: Transaction, owned: readonly Ownership[]): Promise<void> {
  if (owned.length === 0) return
  const imports = new Set((await transaction.all(allImports, {})).map(({ record }) => record.id))
  const events: { readonly id: string; readonly import: string; readonly also: readonly string[] | null }[] = []
  const parts = []
  for (const { key, owners } of owned) {
    const { kind, id } = parseKey(key)
    const found = owners.filter((each) => imports.has(each.import))
    const [first, ...others] = found.map((each) => each.import)
    if (kind !== 'event') {
      for (const { import: owner, record } of found) {
        parts.push({ key, import: owner, record: record && JSON.stringify(record), isNew: true })
      }
    } else if (first !== undefined) {
      // It belongs to the first, and was brought again by the others.
      events.push({ id, import: first, also: others.length > 0 ? others : null })
    }
  }
  await runRows(transaction, ownParts, parts)
  await runRows(transaction, setOwners, events)
}

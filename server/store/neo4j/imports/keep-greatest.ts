import { keyOfEntry, type RecordKey } from '../../../domain/record-key.ts'
import type { ActorEntry } from '../../../domain/records.ts'
import { greaterEntry } from '../../greater-entry.ts'
import { isSame } from '../../is-same.ts'
import { partOwners } from '../queries/owned.ts'
import type { Transaction } from '../run.ts'
import { entriesOf, writeEntries } from './import-parts.ts'

/** Brings actors' entries that finished imports share, and no hand wrote, to the greatest that these write. */
export async function keepGreatest(
  transaction: Transaction,
  keys: readonly RecordKey[],
  version: number,
): Promise<void> {
  if (keys.length === 0) return
  const best = new Map<RecordKey, { readonly record: ActorEntry; readonly owner: string }>()
  for (const { key, import: owner, record } of await transaction.all(partOwners, { keys })) {
    if (!record) continue
    const before = best.get(key)
    if (!before || greaterEntry(record, before.record) !== before.record) best.set(key, { record, owner })
  }
  const turned = new Map<string, ActorEntry[]>()
  for (const held of await entriesOf(
    transaction,
    [...best.values()].map(({ record }) => record),
  )) {
    const kept = best.get(keyOfEntry(held.record))
    if (!kept || held.writer.by !== 'IMPORT' || isSame(held.record, kept.record)) continue
    turned.set(kept.owner, [...(turned.get(kept.owner) ?? []), kept.record])
  }
  for (const [owner, entries] of turned) await writeEntries({ transaction, import: owner, version }, entries)
}

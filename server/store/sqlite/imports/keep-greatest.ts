import { keyOfEntry, type RecordKey } from '../../../domain/record-key.ts'
import type { ActorEntry } from '../../../domain/records.ts'
import { greaterEntry } from '../../greater-entry.ts'
import { isSame } from '../../is-same.ts'
import { writerRefs } from '../apply/writer-refs.ts'
import type { Connection } from '../connection.ts'
import { actorEntriesByKey, actorRefs } from '../queries/actors.ts'
import { collectionRefs } from '../queries/collections.ts'
import { partOwners } from '../queries/part-owners.ts'
import { list } from '../sql.ts'
import { byKind } from '../../by-kind.ts'
import { writeEntry } from './write-entry.ts'

/** Brings actors' entries that finished imports share, and no hand wrote, to the greatest that these write. */
export function keepGreatest(db: Connection, keys: readonly RecordKey[], version: number): void {
  const best = new Map<RecordKey, { readonly record: ActorEntry; readonly owner: string }>()
  for (const { key, import: owner, record } of db.all(partOwners, { keys: list(keys) })) {
    if (!record) continue
    const before = best.get(key)
    if (!before || greaterEntry(record, before.record) !== before.record) best.set(key, { record, owner })
  }
  const refOf = writerRefs(db)
  for (const held of db.all(actorEntriesByKey, { keys: list(byKind([...best.keys()]).actor) })) {
    const kept = best.get(keyOfEntry(held.record))
    if (!kept || held.writer.by !== 'IMPORT' || isSame(held.record, kept.record)) continue
    const { record, owner } = kept
    writeEntry(db, {
      record,
      actor: db.first(actorRefs, { ids: list([record.actor]) })?.[1] ?? 0,
      collection: db.first(collectionRefs, { ids: list([record.collection]) })?.[1] ?? 0,
      held: held.ref,
      writer: refOf({ by: 'IMPORT', name: owner }),
      version,
    })
  }
}

import { parseKey } from '../../../domain/record-key.ts'
import type { ImportRecord, Ownership } from '../../import-store.ts'
import type { Connection } from '../connection.ts'
import { eventRefs, ownEvents } from '../queries/import-events.ts'
import { IMPORT_STATES, importRefs, insertImport } from '../queries/imports.ts'
import { ownParts } from '../queries/part-owners.ts'
import { giveEvents } from '../queries/undo.ts'
import { list } from '../sql.ts'

export function writeImport(db: Connection, record: ImportRecord): void {
  const { counts, files, settings, state, ...rest } = record
  db.run(insertImport, {
    ...rest,
    files: JSON.stringify(files),
    settings: JSON.stringify(settings),
    state: IMPORT_STATES.indexOf(state),
    counts: counts && JSON.stringify(counts),
  })
}

/** Writes which imports own records that are there. */
export function takeOverOwned(db: Connection, owned: readonly Ownership[]): void {
  if (owned.length === 0) return
  const ids = new Set(owned.flatMap(({ owners }) => owners.map((each) => each.import)))
  const refs = new Map(db.all(importRefs, { ids: list(ids) }))
  for (const { key, owners } of owned) {
    const { kind, id } = parseKey(key)
    const found = owners.flatMap(({ import: owner, record }) => {
      const ref = refs.get(owner)
      return ref === undefined ? [] : [{ ref, record }]
    })
    if (kind === 'event') {
      ownEvent(db, id, found)
      continue
    }
    for (const { ref, record } of found) {
      db.run(ownParts, { import: ref, owned: list([[key, record && JSON.stringify(record), 1]]) })
    }
  }
}

/** It belongs to the first, and was brought again by the others. */
function ownEvent(db: Connection, id: string, owners: readonly { readonly ref: number }[]): void {
  const event = db.first(eventRefs, { ids: list([id]) })
  const [first, ...others] = owners
  if (event === null || !first) return
  db.run(giveEvents, { moved: list([[event, first.ref]]) })
  for (const { ref } of others) db.run(ownEvents, { import: ref, refs: list([event]) })
}

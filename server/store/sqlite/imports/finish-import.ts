import { MOST_EVENTS_LISTED } from '../../change-list.ts'
import type { ImportEnd } from '../../import-store.ts'
import { FLAG } from '../../../domain/snapshot.ts'
import { noteChange } from '../apply/note-change.ts'
import type { Connection } from '../connection.ts'
import { holdCollection } from '../queries/collections.ts'
import { forgetMirrors, idsOfImport, takeMirrors } from '../queries/import-events.ts'
import { endImport } from '../queries/imports.ts'
import { partsOfImport } from '../queries/part-owners.ts'
import { raiseVersion, version } from '../queries/version.ts'
import { makeIndexes } from './event-indexes.ts'
import { demandImport } from './held-import.ts'
import { keepGreatest } from './keep-greatest.ts'
import { touch } from './touch.ts'

/** @throws NoImportError */
export function finishImport(db: Connection, id: string, { at, counts }: ImportEnd): { readonly version: number } {
  // Before anything is seen, and not in its transaction, which is to be short.
  if (demandImport(db, id, ['UNFINISHED', 'DONE']).record.state === 'UNFINISHED') makeIndexes(db)
  return db.writing(() => {
    const { ref, record } = demandImport(db, id, ['UNFINISHED', 'DONE'])
    if (record.state === 'DONE') return { keep: false, value: { version: db.first(version, {}) ?? 0 } }
    db.run(raiseVersion, {})
    const raised = db.first(version, {}) ?? 0
    const { collection } = record
    const parts = db.all(partsOfImport, { import: ref })
    const shared = parts.filter(({ others }) => others > 0).map(({ key }) => key)
    const alone = parts.filter(({ others }) => others === 0).map(({ key }) => key)
    db.run(endImport, { ref, at, counts: JSON.stringify(counts) })
    keepGreatest(db, shared, raised)
    touch(db, alone, raised)
    db.run(holdCollection, { id: collection })
    const turned = db.all(takeMirrors, { collection, mask: FLAG.MIRROR })
    db.run(forgetMirrors, { collection })
    const ids = db.all(idsOfImport, { import: ref, after: 0, most: MOST_EVENTS_LISTED + 1 })
    noteChange(db, raised, new Set([...turned, ...ids]), true)
    return { keep: true, value: { version: raised } }
  })
}

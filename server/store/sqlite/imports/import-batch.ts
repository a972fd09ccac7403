import type { BatchOutcome, ImportBatch } from '../../import-store.ts'
import { writerRefs } from '../apply/writer-refs.ts'
import type { Connection } from '../connection.ts'
import { version } from '../queries/version.ts'
import { demandImport } from './held-import.ts'
import { importEvents } from './import-events.ts'
import { writeActors, writeAffiliations, writeSources } from './import-parts.ts'
import type { ImportSession } from './session.ts'

/** One transaction. @throws NoImportError, DanglingReferenceError, BrokenTextError, EdtfError: nothing was written. */
export function importBatch(db: Connection, session: ImportSession, id: string, batch: ImportBatch): BatchOutcome {
  return db.writing(() => {
    const held = demandImport(db, id, ['UNFINISHED'])
    const now = db.first(version, {}) ?? 0
    session.at(now)
    const into = { db, import: held.ref, writer: writerRefs(db)({ by: 'IMPORT', name: id }), version: now }
    writeSources(into, batch.sources)
    writeActors(into, batch.actors)
    writeAffiliations(into, batch.affiliations)
    return { keep: true, value: importEvents(into, session, batch.events) }
  })
}

import type { BatchOutcome, ImportBatch } from '../../import-store.ts'
import { holdVersion } from '../queries/version.ts'
import type { Connection } from '../run.ts'
import { demandImport } from './held-import.ts'
import { importEvents } from './import-events.ts'
import { writeActors, writeAffiliations, writeSources } from './import-parts.ts'

/** One transaction. @throws NoImportError, DanglingReferenceError, BrokenTextError, EdtfError: nothing was written. */
export async function importBatch(db: Connection, id: string, batch: ImportBatch): Promise<BatchOutcome> {
  return db.writing('import-batch', async (transaction) => {
    const [version = 0] = await transaction.all(holdVersion, {})
    await demandImport(transaction, id, ['UNFINISHED'])
    const into = { transaction, import: id, version }
    await writeSources(into, batch.sources)
    await writeActors(into, batch.actors)
    await writeAffiliations(into, batch.affiliations)
    return { keep: true, value: await importEvents(into, batch.events) }
  })
}

import { keyOfCollection } from '../../../domain/record-key.ts'
import type { CollectionRecord, SourceRecord } from '../../../domain/records.ts'
import { BrokenTextError } from '../../errors.ts'
import { ImportRunningError, type ImportRecord } from '../../import-store.ts'
import { isWellFormed } from '../../is-same.ts'
import { collectionIds, insertCollection } from '../queries/collections.ts'
import { importById, insertImport } from '../queries/imports.ts'
import { holdVersion } from '../queries/version.ts'
import type { Connection } from '../run.ts'
import { refuseBeside } from './held-import.ts'
import { writeSources } from './import-parts.ts'
import { own, signatureOf } from './into.ts'
import { toImportParams } from './to-import-params.ts'

/** @throws ImportRunningError, BrokenTextError */
export async function beginImport(
  db: Connection,
  record: ImportRecord,
  collection: CollectionRecord,
  source: SourceRecord,
): Promise<void> {
  for (const each of [record, collection, source]) if (!isWellFormed(each)) throw new BrokenTextError(each.id)
  await db.writing('begin-import', async (transaction) => {
    const [version = 0] = await transaction.all(holdVersion, {})
    const [there] = await transaction.all(importById, { id: record.id })
    if (there?.record.state === 'UNDOING') throw new ImportRunningError(record.id)
    if (there?.record.state === 'DONE') return { keep: false, value: undefined }
    await refuseBeside(transaction, record.id, record.collection)
    const row = toImportParams({ ...record, endedAt: null, state: 'UNFINISHED', counts: null })
    if (!there) await transaction.run(insertImport, { row })
    const into = { transaction, import: record.id, version }
    const isNew = (await transaction.all(collectionIds, { ids: [collection.id] })).length === 0
    if (isNew) {
      const { positions, questions, ...rest } = collection
      const texts = { positions: JSON.stringify(positions), questions: JSON.stringify(questions) }
      await transaction.run(insertCollection, { row: { ...rest, ...texts, ...signatureOf(into) } })
    }
    await own(into, [[keyOfCollection(collection), null, isNew]])
    await writeSources(into, [source])
    return { keep: true, value: undefined }
  })
}

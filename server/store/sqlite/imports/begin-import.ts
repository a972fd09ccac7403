import { keyOfCollection } from '../../../domain/record-key.ts'
import type { CollectionRecord, SourceRecord } from '../../../domain/records.ts'
import { codeOf, COLLECTION_KINDS } from '../../../domain/words.ts'
import { BrokenTextError } from '../../errors.ts'
import { ImportRunningError, type ImportRecord } from '../../import-store.ts'
import { isWellFormed } from '../../is-same.ts'
import { writerRefs } from '../apply/writer-refs.ts'
import type { Connection } from '../connection.ts'
import { collectionsById, writeCollection } from '../queries/collections.ts'
import { importById } from '../queries/imports.ts'
import { version } from '../queries/version.ts'
import { list } from '../sql.ts'
import { dropIndexesIfLarge } from './event-indexes.ts'
import { refuseBeside } from './held-import.ts'
import { own, writeSources } from './import-parts.ts'
import { writeImport } from './take-over-owned.ts'

/** @throws ImportRunningError, BrokenTextError */
export function beginImport(
  db: Connection,
  record: ImportRecord,
  collection: CollectionRecord,
  source: SourceRecord,
): void {
  for (const each of [record, collection, source]) if (!isWellFormed(each)) throw new BrokenTextError(each.id)
  db.writing(() => {
    const there = db.first(importById, { id: record.id })
    if (there?.record.state === 'UNDOING') throw new ImportRunningError(record.id)
    if (there?.record.state === 'DONE') return { keep: false, value: undefined }
    refuseBeside(db, record.id, record.collection)
    if (!there) dropIndexesIfLarge(db, record)
    if (!there) writeImport(db, { ...record, endedAt: null, state: 'UNFINISHED', counts: null })
    const ref = there?.ref ?? db.first(importById, { id: record.id })?.ref ?? 0
    const writer = writerRefs(db)({ by: 'IMPORT', name: record.id })
    const now = db.first(version, {}) ?? 0
    const isNew = db.all(collectionsById, { ids: list([collection.id]) }).length === 0
    if (isNew) insertCollection(db, collection, writer, now)
    const into = { db, import: ref, writer, version: now }
    own(into, [[keyOfCollection(collection), null, isNew]])
    writeSources(into, [source])
    return { keep: true, value: undefined }
  })
}

function insertCollection(db: Connection, collection: CollectionRecord, writer: number, now: number): void {
  db.run(writeCollection, {
    id: collection.id,
    kind: codeOf(COLLECTION_KINDS, collection.kind),
    title: collection.title,
    description: collection.description,
    headline: collection.headline,
    positions: JSON.stringify(collection.positions),
    questions: JSON.stringify(collection.questions),
    writer,
    version: now,
  })
}

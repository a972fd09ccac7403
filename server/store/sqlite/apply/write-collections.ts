import { keyOfCollection } from '../../../domain/record-key.ts'
import { codeOf, COLLECTION_KINDS } from '../../../domain/words.ts'
import { differing } from '../../differing.ts'
import { collectionsById, holdCollection, writeCollection } from '../queries/collections.ts'
import { list } from '../sql.ts'
import type { Work } from './work.ts'

export function writeCollections(work: Work): void {
  const { db, version } = work
  const { collections: records = [] } = work.batch
  if (records.length === 0) return
  const held = db.all(collectionsById, { ids: list(new Set(records.map(({ id }) => id))) })
  const changed = differing(records, ({ id }) => id, held)
  for (const { record, held: before } of changed) {
    const key = keyOfCollection(record)
    db.run(writeCollection, {
      id: record.id,
      kind: codeOf(COLLECTION_KINDS, record.kind),
      title: record.title,
      description: record.description,
      headline: record.headline,
      positions: JSON.stringify(record.positions),
      questions: JSON.stringify(record.questions),
      writer: work.writerOf(key),
      version,
    })
    db.run(holdCollection, { id: record.id })
    work.notes.add(key, before, record)
  }
  work.changed += changed.length
  if (changed.length > 0) work.everything = true
}

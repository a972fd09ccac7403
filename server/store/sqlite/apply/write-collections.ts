import type { CollectionRecord } from '../../../domain/records.ts'
import { codeOf, COLLECTION_KINDS } from '../../../domain/words.ts'
import { differing } from '../../differing.ts'
import type { Connection } from '../connection.ts'
import { collectionsById, holdCollection, writeCollection } from '../queries/collections.ts'
import { list } from '../sql.ts'

/** @returns how many collections were new or differed. */
export function writeCollections(db: Connection, records: readonly CollectionRecord[], writer: number): number {
  if (records.length === 0) return 0
  const held = db.all(collectionsById, { ids: list(new Set(records.map(({ id }) => id))) })
  const changed = differing(records, ({ id }) => id, held)
  for (const { record } of changed) {
    db.run(writeCollection, {
      id: record.id,
      kind: codeOf(COLLECTION_KINDS, record.kind),
      title: record.title,
      description: record.description,
      headline: record.headline,
      positions: JSON.stringify(record.positions),
      questions: JSON.stringify(record.questions),
      writer,
    })
    db.run(holdCollection, { id: record.id })
  }
  return changed.length
}

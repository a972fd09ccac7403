import { keyOf } from '../../../domain/record-key.ts'
import { codeOf, RELIABILITIES } from '../../../domain/words.ts'
import { demand, differing } from '../../differing.ts'
import { sourcesById, writeSource } from '../queries/sources.ts'
import { list } from '../sql.ts'
import type { Work } from './work.ts'

export function writeSources(work: Work): void {
  const { sources: records = [] } = work.batch
  if (records.length === 0) return
  const held = work.db.all(sourcesById, { ids: list(new Set(records.map(({ id }) => id))) })
  const changed = differing(records, ({ id }) => id, held)
  for (const { record, held: before } of changed) {
    const key = keyOf('source', record.id)
    work.db.run(writeSource, {
      id: record.id,
      collection: demand(work.collections, `source ${record.id}`, 'collection', record.collection),
      publisher: record.publisher,
      title: record.title,
      url: record.url,
      published: record.published,
      reliability: codeOf(RELIABILITIES, record.reliability),
      writer: work.writerOf(key),
      version: work.version,
    })
    work.notes.add(key, before, record)
  }
  work.changed += changed.length
  if (changed.length > 0) work.everything = true
}

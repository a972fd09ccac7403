import type { ImportRecord } from '../../import-store.ts'
import type { Connection } from '../connection.ts'
import * as indexes from '../queries/event-indexes.ts'
import { anyHidden } from '../queries/imports.ts'

/** Files of fewer bytes are in before the indexes would have been made anew. */
const LARGE = 4_000_000
/** The shortest row that there is, id, actors, code and day as numbers. */
const BYTES_A_ROW = 20

/** Does without the indexes where most events of the store are about to come. To be called within the transaction that begins. */
export function dropIndexesIfLarge(db: Connection, { files }: ImportRecord): void {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const there = db.first(indexes.eventsAtMost, {}) ?? 0
  if (bytes < LARGE || there * BYTES_A_ROW > bytes) return
  db.run(indexes.dropEventsByCollection, {})
  db.run(indexes.dropEventsByActor, {})
  db.run(indexes.dropEventsByTarget, {})
}

/** Each by itself, so that others come to write in between; those that are there stay. */
export function makeIndexes(db: Connection): void {
  if (db.first(indexes.anyIndexMissing, {}) !== true) return
  db.run(indexes.indexEventsByCollection, {})
  db.run(indexes.indexEventsByActor, {})
  db.run(indexes.indexEventsByTarget, {})
}

/** Makes good what an import that is gone has left. One that is unfinished, perhaps in another process, will do so itself. */
export function mendIndexes(db: Connection): void {
  if (db.first(anyHidden, {}) !== true) makeIndexes(db)
}

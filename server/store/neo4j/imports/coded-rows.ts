import type { CodedRow } from '../../import-store.ts'
import { codedEvents } from '../queries/import-events.ts'
import { prefixOf } from '../read-collection.ts'
import type { Connection } from '../run.ts'

export async function* codedRows(
  db: Connection,
  collection: string,
  codes: readonly string[],
): AsyncIterable<readonly CodedRow[]> {
  for await (const rows of db.stream(codedEvents, { prefix: prefixOf(collection), codes })) {
    yield rows.map(({ import: _, ...row }) => row)
  }
}

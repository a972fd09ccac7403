import { CursorError, parseCursor, toCursor } from '../domain/cursor.ts'
import type { RecordKey } from '../domain/record-key.ts'
import type { AuditEntry, GraphStore } from '../store/graph-store.ts'
import { connection } from './connection.ts'

const LIST = 'auditLog'

/** A page of the audit log, newest first. @param after null: from the newest. @throws CursorError */
export async function auditPage(store: GraphStore, first: number, after: string | null, key: RecordKey | undefined) {
  const { entries, total } = await store.audit({
    // One more tells whether there is a next page.
    first: first + 1,
    ...(after === null ? {} : { before: placeOf(after) }),
    ...(key === undefined ? {} : { key }),
  })
  const page = {
    items: entries.slice(0, first),
    total,
    hasNextPage: entries.length > first,
    hasPreviousPage: after !== null,
    cursorOf: ({ version, n }: AuditEntry) => toCursor(LIST, [version, n]),
  }
  return connection(page, (entry) => entry)
}

function placeOf(cursor: string) {
  const [version, n] = parseCursor(LIST, ['number', 'number'], cursor).map(Number)
  if (!Number.isSafeInteger(version) || !Number.isSafeInteger(n)) throw new CursorError(cursor)
  return { version: version as number, n: n as number }
}

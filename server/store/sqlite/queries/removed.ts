import type { RecordKey } from '../../../domain/record-key.ts'
import type { RemovedRecord, Writer } from '../../graph-store.ts'
import { sql, type NoParams, type Read, type SqlRow, type Write } from '../sql.ts'

type RemovedRow = readonly [
  key: string,
  collection: string,
  version: number,
  at: string,
  writerBy: Writer['by'],
  writerName: string,
  reason: string | null,
  record: string,
]

/** The next so many after a note, oldest first. */
export const removedAfter: Read<
  { readonly version: number; readonly key: string; readonly many: number },
  RemovedRow,
  RemovedRecord
> = {
  name: 'removed-after',
  text: sql`
    SELECT key, collection, version, at, writer_by, writer_name, reason, record
    FROM removed_record WHERE (version, key) > (@version, @key) ORDER BY version, key LIMIT @many`,
  decode: ([key, collection, version, at, by, name, reason, record]) => ({
    key: key as RecordKey,
    collection,
    version,
    at,
    writer: { by, name },
    reason,
    record: JSON.parse(record) as unknown,
  }),
}

export const anyRemoved: Read<NoParams, SqlRow, true> = {
  name: 'any-removed',
  text: sql`SELECT 1 FROM removed LIMIT 1`,
  decode: () => true,
}

/** One that is there already stays as it is. */
export const insertRemoved: Write<{
  readonly key: string
  readonly collection: string
  readonly version: number
  readonly at: string
  readonly writer: number
  readonly reason: string | null
  readonly record: string
}> = {
  name: 'insert-removed',
  text: sql`
    INSERT INTO removed (key, collection, version, at, writer, reason, record)
    VALUES (@key, @collection, @version, @at, @writer, @reason, @record)
    ON CONFLICT DO NOTHING`,
}

/** `keys`: a JSON list. */
export const deleteRemoved: Write<{ readonly keys: string }> = {
  name: 'delete-removed',
  text: sql`DELETE FROM removed WHERE key IN (SELECT value FROM json_each(@keys))`,
}

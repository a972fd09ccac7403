import type { RecordKey } from '../../../domain/record-key.ts'
import type { AuditEntry, Writer } from '../../graph-store.ts'
import { sql, type Read, type Write } from '../sql.ts'

/** From the version `least` on, older than the entry (`version`, `n`). */
export type AuditRange = { readonly least: number; readonly version: number; readonly n: number }
/** The same, of one record. */
export type AuditRangeOf = AuditRange & { readonly key: string }

type EntryRow = readonly [
  version: number,
  n: number,
  at: string,
  writerBy: Writer['by'],
  writerName: string,
  action: string,
  reason: string | null,
  key: string | null,
  before: string | null,
  beforeBy: Writer['by'] | null,
  beforeName: string | null,
  after: string | null,
]

function decode(row: EntryRow): AuditEntry {
  const [version, n, at, by, name, action, reason, key, before, beforeBy, beforeName, after] = row
  return {
    version,
    n,
    at,
    writer: { by, name },
    action,
    reason,
    key: key as RecordKey | null,
    before: before === null ? null : (JSON.parse(before) as unknown),
    beforeWriter: beforeBy === null || beforeName === null ? null : { by: beforeBy, name: beforeName },
    after: after === null ? null : (JSON.parse(after) as unknown),
  }
}

/** Newest first. */
export const auditEntries: Read<AuditRange & { readonly first: number }, EntryRow, AuditEntry> = {
  name: 'audit-entries',
  text: sql`
    SELECT version, n, at, writer_by, writer_name, action, reason, key, before, before_by, before_name, after
    FROM audit_entry WHERE version >= @least AND (version, n) < (@version, @n)
    ORDER BY version DESC, n DESC LIMIT @first`,
  decode,
}

/** Newest first. */
export const auditEntriesOf: Read<AuditRangeOf & { readonly first: number }, EntryRow, AuditEntry> = {
  name: 'audit-entries-of',
  text: sql`
    SELECT version, n, at, writer_by, writer_name, action, reason, key, before, before_by, before_name, after
    FROM audit_entry WHERE key = @key AND version >= @least AND (version, n) < (@version, @n)
    ORDER BY version DESC, n DESC LIMIT @first`,
  decode,
}

export const auditTotal: Read<AuditRange, readonly [number], number> = {
  name: 'audit-total',
  text: sql`SELECT count(*) FROM audit WHERE version >= @least AND (version, n) < (@version, @n)`,
  decode: ([total]) => total,
}

export const auditTotalOf: Read<AuditRangeOf, readonly [number], number> = {
  name: 'audit-total-of',
  text: sql`SELECT count(*) FROM audit WHERE key = @key AND version >= @least AND (version, n) < (@version, @n)`,
  decode: ([total]) => total,
}

/** The next so many after an entry, oldest first. */
export const auditAfter: Read<
  { readonly version: number; readonly n: number; readonly many: number },
  EntryRow,
  AuditEntry
> = {
  name: 'audit-after',
  text: sql`
    SELECT version, n, at, writer_by, writer_name, action, reason, key, before, before_by, before_name, after
    FROM audit_entry WHERE (version, n) > (@version, @n) ORDER BY version, n LIMIT @many`,
  decode,
}

/** One that is there already stays as it is. */
export const insertAudit: Write<{
  readonly version: number
  readonly n: number
  readonly at: string
  readonly writer: number
  readonly action: string
  readonly reason: string | null
  readonly key: string | null
  readonly before: string | null
  readonly beforeWriter: number | null
  readonly after: string | null
}> = {
  name: 'insert-audit',
  text: sql`
    INSERT INTO audit (version, n, at, writer, action, reason, key, before, before_writer, after)
    VALUES (@version, @n, @at, @writer, @action, @reason, @key, @before, @beforeWriter, @after)
    ON CONFLICT DO NOTHING`,
}

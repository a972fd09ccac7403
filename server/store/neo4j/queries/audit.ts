import type { RecordKey } from '../../../domain/record-key.ts'
import type { AuditEntry, AuditPage } from '../../graph-store.ts'
import { cypher, type NoParams, type Read, type Rows, type Write } from '../cypher.ts'
import { decodeWriter, fromJson } from '../decode.ts'

type AuditRow = readonly [
  version: number,
  n: number,
  at: string,
  by: string,
  writer: string,
  action: string,
  reason: string | null,
  record: RecordKey | null,
  before: string | null,
  beforeBy: string | null,
  beforeWriter: string | null,
  after: string | null,
]

function decode(row: AuditRow): AuditEntry {
  const [version, n, at, by, writer, action, reason, key, before, beforeBy, beforeWriter, after] = row
  return {
    version,
    n,
    at,
    writer: decodeWriter(by, writer),
    action,
    reason,
    key,
    before: fromJson(before),
    beforeWriter: beforeBy === null ? null : decodeWriter(beforeBy, beforeWriter),
    after: fromJson(after),
  }
}

/** Of the versions from `least` to `most`: how many there are; and so many from `until` back, of that version those before `n`. */
type Asked = {
  readonly first: number
  readonly until: number
  readonly n: number
  readonly least: number
  readonly most: number
}

/** One row: how many there are, and those asked for, newest first. */
export const auditEntries: Read<Asked, readonly [number, readonly AuditRow[]], AuditPage> = {
  name: 'audit',
  text: cypher`
    CALL () {
      MATCH (a:Audit) USING INDEX a:Audit(version, n)
      WHERE a.version >= $least AND a.version <= $most AND a.n IS NOT NULL
      RETURN count(a) AS total
    }
    RETURN [total, COLLECT {
      MATCH (a:Audit) USING INDEX a:Audit(version, n)
      WHERE a.version >= $least AND a.version <= $until AND a.n < CASE a.version WHEN $until THEN $n ELSE a.n + 1 END
      RETURN [a.version, a.n, a.at, a.by, a.writer, a.action, a.reason, a.record, a.before, a.beforeBy, a.beforeWriter,
        a.after]
      ORDER BY a.version DESC, a.n DESC LIMIT $first
    }] AS row`,
  decode: ([total, rows]) => ({ total, entries: rows.map(decode) }),
}

/** The same, of one record. */
export const auditEntriesOfRecord: Read<
  Asked & { readonly record: string },
  readonly [number, readonly AuditRow[]],
  AuditPage
> = {
  name: 'audit-of-record',
  text: cypher`
    CALL () {
      MATCH (a:Audit) USING INDEX a:Audit(record)
      WHERE a.record = $record AND a.version >= $least AND a.version <= $most
      RETURN count(a) AS total
    }
    RETURN [total, COLLECT {
      MATCH (a:Audit) USING INDEX a:Audit(record)
      WHERE a.record = $record AND a.version >= $least AND a.version <= $until
        AND a.n < CASE a.version WHEN $until THEN $n ELSE a.n + 1 END
      RETURN [a.version, a.n, a.at, a.by, a.writer, a.action, a.reason, a.record, a.before, a.beforeBy, a.beforeWriter,
        a.after]
      ORDER BY a.version DESC, a.n DESC LIMIT $first
    }] AS row`,
  decode: ([total, rows]) => ({ total, entries: rows.map(decode) }),
}

/** Oldest first. */
export const allAuditEntries: Read<NoParams, AuditRow, AuditEntry> = {
  name: 'audit-entries',
  text: cypher`
    MATCH (a:Audit) USING INDEX a:Audit(version, n) WHERE a.version >= 0 AND a.n IS NOT NULL
    RETURN [a.version, a.n, a.at, a.by, a.writer, a.action, a.reason, a.record, a.before, a.beforeBy, a.beforeWriter,
      a.after] AS row
    ORDER BY a.version, a.n`,
  decode,
}

export type AuditParams = {
  readonly version: number
  readonly n: number
  readonly at: string
  readonly by: string
  readonly writer: string
  readonly action: string
  readonly reason: string | null
  readonly record: string | null
  /** JSON, as `after`. */
  readonly before: string | null
  readonly beforeBy: string | null
  readonly beforeWriter: string | null
  readonly after: string | null
}

/** What is there already stays as it is. */
export const writeAuditEntries: Write<Rows<AuditParams>> = {
  name: 'write-audit-entries',
  text: cypher`
    UNWIND $rows AS row
    MERGE (a:Audit {version: row.version, n: row.n})
    ON CREATE SET a += row`,
}

export function toAuditParams(entry: AuditEntry): AuditParams {
  const { version, n, at, writer, action, reason, key, before, beforeWriter, after } = entry
  return {
    version,
    n,
    at,
    by: writer.by,
    writer: writer.name,
    action,
    reason,
    record: key,
    before: before === null ? null : JSON.stringify(before),
    beforeBy: beforeWriter?.by ?? null,
    beforeWriter: beforeWriter?.name ?? null,
    after: after === null ? null : JSON.stringify(after),
  }
}

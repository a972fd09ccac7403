import type { AuditEntry, Merge, RemovedRecord, Writer } from '../../graph-store.ts'
import type { Connection } from '../connection.ts'
import { insertAudit } from '../queries/audit.ts'
import type { takeOverMerge } from '../queries/merges.ts'
import { insertRemoved } from '../queries/removed.ts'

type RefOf = (writer: Writer) => number

export function writeAudit(db: Connection, entries: readonly AuditEntry[], refOf: RefOf): void {
  for (const { writer, before, beforeWriter, after, ...entry } of entries) {
    db.run(insertAudit, {
      ...entry,
      writer: refOf(writer),
      before: toJson(before),
      beforeWriter: beforeWriter && refOf(beforeWriter),
      after: toJson(after),
    })
  }
}

export function writeRemoved(db: Connection, records: readonly RemovedRecord[], refOf: RefOf): void {
  for (const { writer, record, ...note } of records) {
    db.run(insertRemoved, { ...note, writer: refOf(writer), record: JSON.stringify(record) })
  }
}

export function writeMerges(
  db: Connection,
  statement: typeof takeOverMerge,
  merges: readonly Merge[],
  refOf: RefOf,
): void {
  for (const { writer, ...merge } of merges) db.run(statement, { ...merge, writer: refOf(writer) })
}

function toJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}

import { auditedRecord } from '../audited-record.ts'
import type { AuditEntryResolvers } from '../generated/schema.ts'

export const AuditEntry: AuditEntryResolvers = {
  id: ({ version, n }) => `${version}.${n}`,
  // Each change by hand is one batch, and a batch makes one version.
  change: ({ version }) => String(version),
  version: ({ version }) => version,
  at: ({ at }) => at,
  by: ({ writer }) => writer.by,
  who: ({ writer }) => writer.name,
  action: ({ action }) => action,
  reason: ({ reason }) => reason,
  record: ({ key }) => key,
  before: ({ key, before }) => auditedRecord(key, before),
  after: ({ key, after }) => auditedRecord(key, after),
}

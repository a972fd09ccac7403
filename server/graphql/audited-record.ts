import { formatDay } from '../domain/days.ts'
import { parseKey, type RecordKey, type RecordKind } from '../domain/record-key.ts'
import type { CollectionRecord, EventRecord, SourceRecord } from '../domain/records.ts'

/**
 * A record as the audit log shows it: all of it, with days as `2025-11-11`. What is no record, such as what was merged, and null
 * stay as they are.
 */
export function auditedRecord(key: RecordKey | null, record: unknown): unknown {
  return key === null || record === null ? record : WRITTEN[parseKey(key).kind](record)
}

const WRITTEN: Readonly<Record<RecordKind, (record: unknown) => unknown>> = {
  collection: (record) => {
    const collection = record as CollectionRecord
    const questions = collection.questions.map((each) => ({ ...each, dates: each.dates.map(formatDay) }))
    return { ...collection, questions }
  },
  source: (record) => {
    const source = record as SourceRecord
    return { ...source, published: source.published === null ? null : formatDay(source.published) }
  },
  actor: (record) => record,
  affiliation: (record) => record,
  event: (record) => {
    const event = record as EventRecord
    return {
      ...event,
      history: event.history.map((step) => ({ ...step, on: formatDay(step.on) })),
      coded: event.coded && { ...event.coded, reported: formatDay(event.coded.reported) },
    }
  },
}

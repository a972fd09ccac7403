import { formatDay } from './days.ts'
import type { AffiliationRecord, CollectionRecord, EventRecord, SourceRecord } from './records.ts'

/** Records as people read them: days are ISO texts, and everything else is as `records.ts` says. */

export function plainCollection({ questions, ...rest }: CollectionRecord) {
  return { ...rest, questions: questions.map((each) => ({ ...each, dates: each.dates.map(formatDay) })) }
}

export function plainSource({ published, ...rest }: SourceRecord) {
  return { ...rest, published: published === null ? null : formatDay(published) }
}

export function plainEvent({ history, coded, ...rest }: EventRecord) {
  return {
    ...rest,
    history: history.map((each) => ({ ...each, on: formatDay(each.on) })),
    coded: coded === null ? null : { ...coded, reported: formatDay(coded.reported) },
  }
}

export type PlainCollection = ReturnType<typeof plainCollection>
export type PlainSource = ReturnType<typeof plainSource>
export type PlainEvent = ReturnType<typeof plainEvent>
/** Has no days of its own. */
export type PlainAffiliation = AffiliationRecord

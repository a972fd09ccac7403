import { toDate } from '../../domain/days.ts'
import type { DaySpanResolvers } from '../generated/schema.ts'

export const DaySpan: DaySpanResolvers = {
  earliest: ({ earliest }) => toDate(earliest),
  latest: ({ latest }) => toDate(latest),
}

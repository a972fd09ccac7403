import { formatDay } from '../../domain/days.ts'
import { select } from '../../domain/select.ts'
import { timeline as timelineOf } from '../../domain/timeline.ts'
import { readFilter } from '../filter.ts'
import type { QueryResolvers } from '../generated/schema.ts'

export const timeline: NonNullable<QueryResolvers['timeline']> = async (_, { filter, bucket }, context) => {
  const { view, criteria } = await readFilter(context, filter)
  const rows = select(view, criteria, { level: 'ACTOR', purpose: 'AGGREGATE' })
  const found = timelineOf(view.snapshot.events, rows, criteria, bucket ?? 'MONTH')
  return {
    ...found,
    buckets: found.buckets.map((each) => ({ ...each, start: formatDay(each.start), end: formatDay(each.end) })),
  }
}

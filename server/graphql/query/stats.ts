import { formatDay, type Day } from '../../domain/days.ts'
import { select } from '../../domain/select.ts'
import { stats as statsOf } from '../../domain/stats.ts'
import { readFilter } from '../filter.ts'
import type { QueryResolvers } from '../generated/schema.ts'

export const stats: NonNullable<QueryResolvers['stats']> = async (_, { filter }, context) => {
  const { view, criteria } = await readFilter(context, filter)
  const found = statsOf(view, select(view, criteria, { level: 'ACTOR', purpose: 'AGGREGATE' }), criteria)
  return {
    ...found,
    firstReported: written(found.firstReported),
    lastReported: written(found.lastReported),
    asKnownOn: written(found.asKnownOn),
  }
}

function written(day: Day | null): string | null {
  return day === null ? null : formatDay(day)
}

import { select } from '../../domain/select.ts'
import { eventPage } from '../event-page.ts'
import { readFilter } from '../filter.ts'
import type { QueryResolvers } from '../generated/schema.ts'

export const events: NonNullable<QueryResolvers['events']> = async (_, { filter, ...page }, context) => {
  const { view, criteria } = await readFilter(context, filter)
  return eventPage(view, select(view, criteria, { level: 'ACTOR', purpose: 'LIST' }), page)
}

import { tiesMeeting } from '../../domain/known-ties.ts'
import { levelOf, wholeNumber } from '../arguments.ts'
import { readFilter } from '../filter.ts'
import type { QueryResolvers } from '../generated/schema.ts'
import { tieList } from '../tie-list.ts'

export const ties: NonNullable<QueryResolvers['ties']> = async (_, { filter, level: given, first }, context) => {
  const most = wholeNumber('first', first, { least: 1, most: 5000, otherwise: 500 })
  const level = levelOf(given, 'ACTOR')
  const { view, criteria } = await readFilter(context, filter)
  return tieList(view, tiesMeeting(view, criteria, level), most)
}

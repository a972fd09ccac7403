import { tiesMeeting } from '../../domain/known-ties.ts'
import { neighbourhood as neighbourhoodOf } from '../../domain/neighbourhood.ts'
import { actorIndex, levelOf, wholeNumber } from '../arguments.ts'
import { readFilter } from '../filter.ts'
import type { QueryResolvers } from '../generated/schema.ts'
import { tieModels } from '../tie-list.ts'
import { actorModel } from '../to-model.ts'

export const neighbourhood: NonNullable<QueryResolvers['neighbourhood']> = async (
  _,
  { actor, filter, ...given },
  context,
) => {
  const depth = wholeNumber('depth', given.depth, { least: 1, most: 4, otherwise: 1 })
  const first = wholeNumber('first', given.first, { least: 1, most: 1000, otherwise: 200 })
  const level = levelOf(given.level, 'ACTOR')
  const { view, criteria } = await readFilter(context, filter)
  const named = actorIndex(view.snapshot, 'actor', actor)
  const centre = level === 'TOP' ? view.rollUp.top(named, view.knownOn) : named
  const ties = tiesMeeting(view, criteria, level)
  const found = neighbourhoodOf(view, ties, centre, depth, first)
  return {
    ...found,
    centre: actorModel(view, centre),
    members: found.members.map((member) => ({ ...member, actor: actorModel(view, member.actor) })),
    ties: tieModels(view, found.ties),
    affiliations: found.affiliations.map((affiliation) => ({ view, affiliation })),
  }
}

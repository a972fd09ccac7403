import { tiesMeeting } from '../../domain/known-ties.ts'
import { paths as pathsOf } from '../../domain/paths.ts'
import type { View } from '../../domain/view.ts'
import { actorIndex, wholeNumber } from '../arguments.ts'
import { readFilter } from '../filter.ts'
import type { QueryResolvers } from '../generated/schema.ts'
import { tieModels } from '../tie-list.ts'
import { actorModel } from '../to-model.ts'

export const paths: NonNullable<QueryResolvers['paths']> = async (
  _,
  { from, to, filter, affiliations, ...given },
  context,
) => {
  const maxLength = wholeNumber('maxLength', given.maxLength, { least: 1, most: 6, otherwise: 4 })
  const first = wholeNumber('first', given.first, { least: 1, most: 50, otherwise: 5 })
  const { view, criteria } = await readFilter(context, filter)
  const found = pathsOf(view, tiesMeeting(view, criteria, 'ACTOR'), {
    from: actorIndex(view.snapshot, 'from', from),
    to: actorIndex(view.snapshot, 'to', to),
    affiliations: affiliations ?? true,
    maxLength,
    first,
  })
  return {
    ...found,
    items: found.items.map((path) => ({ ...path, steps: path.steps.map((step) => toStep(view, step)) })),
  }
}

function toStep(view: View, step: ReturnType<typeof pathsOf>['items'][number]['steps'][number]) {
  return {
    from: actorModel(view, step.from),
    to: actorModel(view, step.to),
    ties: tieModels(view, step.ties),
    affiliations: step.affiliations.map((affiliation) => ({ view, affiliation })),
  }
}

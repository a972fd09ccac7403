import { fold, rankNames, withoutArticle } from '../../domain/search.ts'
import { listOf, shortEnough, wholeNumber } from '../arguments.ts'
import type { QueryResolvers } from '../generated/schema.ts'
import { rootView } from '../read-under.ts'
import { actorModel } from '../to-model.ts'

/** Names that the store may hand over for one search; far more than any search shows. */
const MOST_CANDIDATES = 20_000

export const search: NonNullable<QueryResolvers['search']> = async (_, { text, kinds, first }, context) => {
  const most = wholeNumber('first', first, { least: 1, most: 100, otherwise: 10 })
  const typed = fold(withoutArticle(shortEnough('text', text)))
  const view = await rootView(context)
  if (typed === '') return []
  const { actors, actorIndex } = view.snapshot
  const actorOf = (id: string) => actors[actorIndex.get(id) ?? -1]
  const wanted = listOf(kinds)
  const candidates = (await context.store.actorCandidates(typed, MOST_CANDIDATES)).filter(({ actor }) => {
    const kind = actorOf(actor)?.kind
    return kind !== undefined && (!wanted || wanted.includes(kind))
  })
  return rankNames(typed, candidates, (id) => actorOf(id)?.name ?? '')
    .slice(0, most)
    .map(({ actor, matched }) => ({ actor: actorModel(view, actorIndex.get(actor) ?? -1), matched }))
}

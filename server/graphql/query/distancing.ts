import { distancing as distancingOf } from '../../domain/distancing/distancing.ts'
import { levelOf, optionalActor, pageSize, windowOf } from '../arguments.ts'
import type { QueryResolvers } from '../generated/schema.ts'
import { pageOfRows } from '../page-of-rows.ts'
import { rootView } from '../read-under.ts'

export const distancing: NonNullable<QueryResolvers['distancing']> = async (_, given, context) => {
  const { asKnownOn, collections, toward, by } = given
  const first = pageSize(given.first, 100)
  const window = windowOf(['since', given.since], ['until', given.until])
  const view = await rootView(context, { asKnownOn, collections })
  const answer = distancingOf(view, {
    toward: optionalActor(view.snapshot, 'toward', toward),
    by: optionalActor(view.snapshot, 'by', by),
    ...window,
    level: levelOf(given.level, 'TOP'),
    include: new Set(given.include),
  })
  return { view, answer, ...pageOfRows(view, answer, first, given.after ?? null) }
}

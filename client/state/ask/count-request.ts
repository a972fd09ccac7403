import { COUNT_EVENTS, COUNT_ROWS, COUNT_WAYS } from '../../api/documents/search.ts'
import type { EventFilter } from '../../api/generated/graphql.ts'
import { request } from '../../api/request.ts'
import { baseFilter, type AskContext } from '../answers/context.ts'
import { folded, holdsWords } from '../answers/narrow.ts'

/** What says how much an answer would hold. */
export type Counting =
  | { readonly what: 'rows'; readonly toward: string | null; readonly scope: string | null }
  | { readonly what: 'events'; readonly filter: EventFilter }
  | { readonly what: 'ways'; readonly from: string; readonly to: string }

/**
 * Counts in one request, in the order of what is counted.
 * @param asked up to four of one sort
 */
export async function numbersOf(
  asked: readonly Counting[],
  context: Pick<AskContext, 'collection' | 'view' | 'asKnownOn'>,
  signal: AbortSignal,
): Promise<readonly number[]> {
  const { collection, view, asKnownOn } = context
  const withs = { with1: asked.length > 1, with2: asked.length > 2, with3: asked.length > 3 }
  const [first] = asked
  if (first?.what === 'rows') {
    const [toward0, toward1, toward2, toward3] = asked.map((each) => (each.what === 'rows' ? each.toward : null))
    const happened = view.clock === 'HAPPENED' ? view.window : null
    const data = await request(
      COUNT_ROWS,
      {
        toward0,
        toward1,
        toward2,
        toward3,
        ...withs,
        level: view.level,
        asKnownOn,
        collections: [collection.id],
        since: happened?.since ?? null,
        until: happened?.until ?? null,
        scopes: asked.some((each) => each.what === 'rows' && each.scope !== null),
      },
      signal,
    )
    return [data.n0, data.n1, data.n2, data.n3].map((answer, place) => {
      const each = asked[place]
      if (!answer || each?.what !== 'rows' || each.scope === null) return answer?.total ?? 0
      const words = folded(each.scope)
      return answer.rows?.filter(({ acts }) => acts.some(({ scope }) => holdsWords(words, scope))).length ?? 0
    })
  }
  if (first?.what === 'ways') {
    const from = (place: number) => endOf(asked[place] ?? first).from
    const to = (place: number) => endOf(asked[place] ?? first).to
    const data = await request(
      COUNT_WAYS,
      {
        from0: from(0),
        from1: from(1),
        from2: from(2),
        from3: from(3),
        to0: to(0),
        to1: to(1),
        to2: to(2),
        to3: to(3),
        filter: baseFilter(context),
        ...withs,
      },
      signal,
    )
    return [data.n0, data.n1, data.n2, data.n3].map((answer) => answer?.total ?? 0)
  }
  const filters = asked.map((each) => (each.what === 'events' ? each.filter : {}))
  const [f0 = {}, f1 = {}, f2 = {}, f3 = {}] = filters
  const data = await request(COUNT_EVENTS, { f0, f1, f2, f3, ...withs }, signal)
  return [data.n0, data.n1, data.n2, data.n3].map((answer) => answer?.total ?? 0)
}

function endOf(counting: Counting): { readonly from: string; readonly to: string } {
  return counting.what === 'ways' ? counting : { from: '', to: '' }
}

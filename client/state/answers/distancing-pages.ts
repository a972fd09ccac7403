import type { AnswerBody } from './answer.ts'
import type { AskContext } from './context.ts'
import { distancingData, distancingPage, type Distancing, type DistancingData } from './distancing.ts'
import { narrowsNothing } from './narrow.ts'

/** The rows have changed since those that are shown were read, so that the next ones do not follow them. */
export class RowsChangedError extends Error {
  override readonly name = 'RowsChangedError'
}

/** An answer from rows of distancing, with the way to those after the first page. @param tell what the answer is, of the rows so far */
export async function askRows(context: AskContext, tell: (data: DistancingData) => AnswerBody): Promise<AnswerBody> {
  const data = await distancingData(context)
  const size = data.answer.rows.length
  const told = (soFar: DistancingData): AnswerBody => {
    const { rows, total, truncated, endCursor } = soFar.answer
    if (!truncated || !endCursor) return tell(soFar)
    const next = Math.min(size, total - rows.length)
    const ask = async (signal: AbortSignal) => {
      const page = await distancingPage({ ...context, signal }, endCursor)
      return told({ ...soFar, answer: withPage(soFar.answer, page) })
    }
    const of = `${rows.length.toLocaleString('en')} of ${total.toLocaleString('en')} rows`
    const further = narrowsNothing(soFar.narrowing)
      ? { says: `${of} are shown`, does: `Show ${next} more`, ask }
      : { says: `Looked for among ${of}`, does: `Look among ${next} more`, ask }
    return { ...tell(soFar), further }
  }
  return told(data)
}

/** The rows so far with those of the next page. @throws RowsChangedError */
export function withPage(soFar: Distancing, page: Distancing): Distancing {
  const known = new Set(soFar.rows.map(({ id }) => id))
  if (page.total !== soFar.total || page.rows.some(({ id }) => known.has(id))) throw new RowsChangedError()
  const { citations: before, ...rest } = soFar
  const { truncated, endCursor, citations } = page
  return {
    ...rest,
    rows: [...soFar.rows, ...page.rows],
    truncated,
    endCursor: endCursor ?? null,
    ...(before && citations ? { citations: joined(before, citations) } : {}),
  }
}

type Citations = NonNullable<Distancing['citations']>

/** Each source once, with all events that it speaks of. */
function joined(before: Citations, after: Citations): Citations {
  const byKey = Map.groupBy([...before, ...after], ({ source, relayedFrom }) => `${source.id} ${relayedFrom?.id ?? ''}`)
  return [...byKey.values()].flatMap((same) => {
    const [first] = same
    return first ? { ...first, events: [...new Set(same.flatMap(({ events }) => events))] } : []
  })
}

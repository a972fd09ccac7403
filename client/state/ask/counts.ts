import { atom } from 'nanostores'
import { baseFilter, NOT_DENIED, type AskContext } from '../answers/context.ts'
import { latest, type Loaded } from '../loaded.ts'
import { Loader } from '../loader.ts'
import { addDays } from '../words/dates.ts'
import { numbersOf, type Counting } from './count-request.ts'
import type { Finished } from './finished.ts'

export type CountContext = Pick<AskContext, 'collection' | 'view' | 'asKnownOn'>

/** How much the answers of questions would hold, by `countKey`. */
export const $counts = atom<Loaded<ReadonlyMap<string, number>>>({ state: 'idle' })
const loader = new Loader($counts)
const MOST = 4

/** Names a question and all that its count depends on; null where it is not counted. */
export function countKey(finished: Finished, context: CountContext): string | null {
  const counting = toCounting(finished, context)
  return counting && JSON.stringify([counting, context.view.level, baseFilter(context)])
}

/** Asks for the counts that are missing, up to four of one sort in one request. */
export function countFor(questions: readonly Finished[], context: CountContext): void {
  const counted = latest($counts.get()) ?? new Map<string, number>()
  const missing = new Map<string, Counting>()
  for (const question of questions) {
    const key = countKey(question, context)
    const counting = toCounting(question, context)
    if (key !== null && counting && !counted.has(key)) missing.set(key, counting)
  }
  const [first] = missing.values()
  if (!first) return
  const asked = [...missing].filter(([, { what }]) => what === first.what).slice(0, MOST)
  loader.load(JSON.stringify(asked.map(([key]) => key)), async (signal) => {
    const numbers = await numbersOf(
      asked.map(([, counting]) => counting),
      context,
      signal,
    )
    return new Map([...counted, ...asked.map(([key], place) => [key, numbers[place] ?? 0] as const)])
  })
}

export function forgetCounts(): void {
  loader.clear()
}

function toCounting(finished: Finished, context: CountContext): Counting | null {
  const filter = { ...baseFilter(context), statuses: [...NOT_DENIED] }
  if (finished.what === 'changes') {
    const { earlier, later } = finished
    return { what: 'events', filter: { ...filter, asKnownOn: later, reportedSince: addDays(earlier, 1) } }
  }
  const { kind, by, toward, scope } = finished.ask
  switch (kind) {
    case 'DISTANCING':
    case 'MOVED_FIRST':
      return by === null ? { what: 'rows', toward, scope } : null
    case 'CONDEMNATION':
      return { what: 'events', filter: { ...filter, kinds: ['CONDEMNATION'], ...(toward ? { target: toward } : {}) } }
    case 'COOPERATION':
      // At the top level an end stands for all that rolls up to it, which no filter says.
      if (by === null || toward === null || context.view.level === 'TOP') return null
      return {
        what: 'events',
        filter: { ...baseFilter(context), kinds: ['COOPERATION', 'SUSPENSION'], actor: by, target: toward },
      }
    case 'CONNECTION':
      return by === null || toward === null ? null : { what: 'ways', from: by, to: toward }
    case 'KNOWN_ON':
      return finished.day === null ? null : { what: 'events', filter: { ...filter, asKnownOn: finished.day } }
    case 'SINGLE_ORIGIN':
      return { what: 'events', filter: { ...filter, maxOrigins: 1 } }
  }
}

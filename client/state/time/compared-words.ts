import type { Collection } from '../types.ts'
import { count } from '../words/dates.ts'
import { countChanges, eventsById, isCut } from './changes.ts'
import type { Comparison } from './compare.ts'
import { longDayOfYear, longDayWords } from '../words/months.ts'
import { hadHappened } from './span.ts'

/** The difference between two days: `On 1 October 2025 … had reported none of the 17 events. All 17 became known on 11 November.` */
export function comparedSentence(comparison: Comparison, { kind }: Pick<Collection, 'kind'>): string {
  const { earlier, later, changes } = comparison
  const on = longDayWords(earlier.asKnownOn)
  const until = longDayWords(later.asKnownOn)
  const sources = `the sources of this ${kind === 'CASE' ? 'case' : 'data set'}`
  const before = earlier.network.stats.events
  const after = later.network.stats.events
  if (before > 0 && (isCut(earlier.network) || isCut(later.network))) {
    const read = eventsById(later.network).size
    return `On ${on} ${sources} had reported ${count(before, 'event')}, by ${until} ${after.toLocaleString('en')}. Changes are told of ${read.toLocaleString('en')} of them.`
  }
  if (before === 0) {
    if (after === 0) return `On ${until} ${sources} had reported nothing yet.`
    const none = after === 1 ? 'nothing of the one event' : `none of the ${after.toLocaleString('en')} events`
    return `On ${on} ${sources} had reported ${none}. ${becameKnown(comparison)}`.trim()
  }
  const { APPEARED, ENDED, STATUS } = countChanges(changes)
  const turns = [
    APPEARED > 0 ? `${count(APPEARED, 'more event')} became known` : '',
    ENDED > 0 ? `${ENDED} ${ENDED === 1 ? 'was' : 'were'} denied or taken back` : '',
    STATUS > 0 ? `the status of ${STATUS} changed` : '',
  ].filter(Boolean)
  const then = turns.length === 0 ? `Nothing changed until ${until}.` : `By ${until} ${turns.join(', ')}.`
  return `On ${on} ${sources} had reported ${count(before, 'event')}. ${then}`
}

function becameKnown({ earlier, later, changes }: Comparison): string {
  if (isCut(later.network)) return ''
  const days = [...eventsById(later.network).values()]
    .filter(({ id }) => changes.has(id))
    .map(({ reportedOn }) => reportedOn)
    .sort()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return ''
  const words = (day: string) =>
    day.slice(0, 4) === earlier.asKnownOn.slice(0, 4) ? longDayOfYear(day) : longDayWords(day)
  if (days.length === 1) return `It became known on ${words(first)}.`
  if (first === last) return `All ${days.length} became known on ${words(first)}.`
  return `They became known from ${words(first)} to ${words(last)}.`
}

/** How many of what appeared may or may not have happened by the earlier day: their days do not say. */
export function withoutDay({ earlier, later, changes }: Comparison): number {
  return [...eventsById(later.network).values()].filter(
    ({ id, occurred }) => changes.get(id) === 'APPEARED' && hadHappened(occurred, earlier.asKnownOn) === null,
  ).length
}

/** What is heard where a flag comes to rest: `12 November 2025: 17 known, 17 more than on 1 October.` */
export function flagWords(
  day: string,
  known: number,
  earlier: { readonly day: string; readonly known: number } | null,
): string {
  const words = `${longDayWords(day)}: ${known.toLocaleString('en')} known`
  if (!earlier) return `${words}.`
  const more = known - earlier.known
  const than = earlier.day.slice(0, 4) === day.slice(0, 4) ? longDayOfYear(earlier.day) : longDayWords(earlier.day)
  if (more === 0) return `${words}, as many as on ${than}.`
  return `${words}, ${Math.abs(more).toLocaleString('en')} ${more > 0 ? 'more' : 'fewer'} than on ${than}.`
}

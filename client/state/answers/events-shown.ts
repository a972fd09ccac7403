import type { EventsWithEvidenceQuery } from '../../api/generated/graphql.ts'
import { count } from '../words/dates.ts'
import { WORDS_AWAY } from './cells.ts'
import { folded, holdsWords } from './narrow.ts'

/** Events of an answer, of which no more are read than a page of them. */
export interface EventsShown extends EventsWithEvidenceQuery {
  /** Of how many those that were read were looked through for words of a scope; left out: none were looked for. */
  readonly among?: { readonly read: number; readonly total: number }
}

/** Only the events whose scope holds the words. */
export function withScope(data: EventsWithEvidenceQuery, scope: string | null): EventsShown {
  const words = folded(scope ?? '')
  if (words.length === 0) return data
  const nodes = data.events.nodes.filter((event) => holdsWords(words, event.scope))
  const among = { read: data.events.nodes.length, total: data.events.total }
  return { ...data, events: { nodes, total: nodes.length }, among }
}

/** What is to be said of events that are not shown, and of words that could not be read. */
export function shownNotes({
  events: { nodes, total },
  among,
}: Pick<EventsShown, 'events' | 'among'>): readonly string[] {
  const cut = among && among.read < among.total
  return [
    ...(cut ? [`Looked for among the first ${among.read} of ${count(among.total, 'event')}.`] : []),
    ...(nodes.length < total ? [`${nodes.length} of ${total.toLocaleString('en')} are shown.`] : []),
    ...(nodes.every(({ evidence }) => evidence) ? [] : [WORDS_AWAY]),
  ]
}

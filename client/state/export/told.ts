import { windowWords } from '../answers/phrase.ts'
import { hiddenWords } from '../list/hidden.ts'
import type { Network } from '../types.ts'
import type { View } from '../view/view.ts'
import { count, dayWords } from '../words/dates.ts'
import { SWITCH_WORDS, listWords } from '../words/words.ts'

/** What is told with a picture that leaves the page, so that it can be read without it. */
export interface Told {
  readonly title: string
  /** Collection, day of knowing, counts. */
  readonly under: string
  /** What of the whole is shown: level, window, what is switched off. */
  readonly filters: readonly string[]
  /** One a source; null where they could not be read. */
  readonly sources: readonly string[] | null
  readonly link: string
}

export interface Telling {
  readonly view: View
  /** Of the answer, or the headline of the collection. */
  readonly sentence: string | null
  readonly collection: { readonly title: string; readonly kind: 'CASE' | 'DATA_SET' }
  readonly asKnownOn: string | null
  readonly stats: Pick<Network['stats'], 'events' | 'ties' | 'actors'> | null
  readonly nameOf: (actor: string) => string
  readonly sources: readonly string[] | null
  readonly link: string
  /** What was chosen last has not come: the picture is of before. */
  readonly behind?: boolean
}

export function toTold(telling: Telling): Told {
  const { view, sentence, collection, asKnownOn, stats, sources, link } = telling
  const known = asKnownOn === null ? 'nothing is known yet' : `as known on ${dayWords(asKnownOn)}`
  const counts =
    stats && view.compare === null
      ? `${count(stats.events, 'event')} in ${count(stats.ties, 'tie')} between ${count(stats.actors, 'actor')}`
      : ''
  return {
    title: sentence ?? collection.title,
    under: [`${collection.kind === 'CASE' ? 'Case' : 'Data set'}: ${collection.title}`, known, counts]
      .filter(Boolean)
      .join(' · '),
    filters: filterWords(telling),
    sources,
    link,
  }
}

function filterWords({ view, asKnownOn, nameOf, behind }: Telling): readonly string[] {
  const level = view.both
    ? 'Shown as actors and at the top level.'
    : view.level === 'TOP'
      ? 'Shown at the top level.'
      : 'Shown at the level of actors.'
  const window = view.window
    ? `${view.clock === 'KNOWN' ? 'Became known' : 'Happened'} ${windowWords(view.window, asKnownOn)}.`
    : null
  const rules =
    view.ask && view.include.length > 0
      ? `Also counted: ${listWords(view.include.map((rule) => SWITCH_WORDS[rule].toLowerCase()))}.`
      : null
  return [
    behind ? 'Read before the last change: what was chosen then has not come.' : null,
    level,
    view.compare === null ? null : `Compared with ${dayWords(view.compare)}.`,
    window,
    rules,
    hiddenWords(view),
    view.affiliations ? null : 'Affiliations are not drawn.',
    view.focus === null ? null : `Focus on ${nameOf(view.focus)}.`,
  ].filter((words) => words !== null)
}

/** `caribbean-strikes-2025-known-2025-11-11` */
export function fileStem(collection: { readonly id: string }, asKnownOn: string | null): string {
  const id = collection.id.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return asKnownOn === null ? id : `${id}-known-${asKnownOn}`
}

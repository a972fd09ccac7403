import type { Episode } from '../episodes.ts'
import type { ActorIndex, EventColumns, Row } from '../snapshot.ts'
import type { View } from '../view.ts'
import { capitalised } from './actor-words.ts'
import { clause } from './clause.ts'
import { occurredWords, someDayWords } from './date-words.ts'

/** One act as a sentence that names who acted toward whom. */
export function actSentence(view: View, act: Episode): string {
  return `${capitalised(actClause(view, act, act.actor, act.target))}.`
}

/** One act as a clause of a row, in which others may stand for who acted and who was acted toward. */
export function actClause(view: View, act: Episode, who: ActorIndex, fromWhom: ActorIndex): string {
  const row = act.rows[0] as Row
  return clause(view, { row, status: act.status, who, fromWhom, when: episodeWords(view.snapshot.events, act) })
}

/** When an episode was: the days of its one event, or of the first and the last with their number. */
export function episodeWords(events: EventColumns, episode: Episode): string {
  const { rows, first, last } = episode
  if (rows.length === 1) return occurredWords(events, rows[0] as Row)
  return `first ${someDayWords(first)}, last ${someDayWords(last)}, in ${rows.length} events`
}

import { dayWords } from './date-words.ts'
import type { DistancingRow } from '../distancing/types.ts'
import type { Episode } from '../episodes.ts'
import type { Row } from '../snapshot.ts'
import type { View } from '../view.ts'
import { actClause, episodeWords } from './act-sentence.ts'
import { capitalised, isOrAre, nameInSentence } from './actor-words.ts'
import { subtypeWords } from './deed-words.ts'

/** Acts and scopes told in one sentence before the rest is only counted. */
const TOLD = 3

/** One row: its acts, whether they are known to be undone, and the cooperation that surely goes on. */
export function rowSentence(view: View, row: DistancingRow): string {
  const told = `${capitalised(actsClause(view, row))}.`
  return row.continues.length > 0 ? `${told} ${stillSentence(view, row)}` : told
}

/** The acts of a row as clauses of a longer sentence. */
export function actsClause(view: View, row: DistancingRow): string {
  const acts = row.acts.slice(0, TOLD).map((act) => actClause(view, act, row.who, row.fromWhom))
  const more = row.acts.length - acts.length
  const restored = row.restored?.known && row.restored.on !== null ? `; restored by ${dayWords(row.restored.on)}` : ''
  return `${acts.join('; ')}${more > 0 ? `; and ${more} more ${more === 1 ? 'act' : 'acts'}` : ''}${restored}`
}

/** Only this sentence carries the word "still". */
function stillSentence(view: View, row: DistancingRow): string {
  const { actors } = view.snapshot
  const told = row.continues.slice(0, TOLD).map((episode) => cooperationWords(view, episode, row))
  const more = row.continues.length - told.length
  const be = isOrAre(actors[row.who])
  const claim = wordingOf(view, row.continues)
  const subject = capitalised(nameInSentence(actors[row.who]))
  const what = `${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
  return `${subject} ${be} ${claim} with ${nameInSentence(actors[row.fromWhom])}: ${what}.`
}

/** The weakest wording that all of them bear. */
function wordingOf(view: View, episodes: readonly Episode[]): string {
  const { events, collections } = view.snapshot
  const isCoded = (episode: Episode) =>
    collections[events.collection[episode.rows[0] as Row] as number]?.kind === 'DATA_SET'
  if (episodes.every((episode) => episode.status === 'CONFIRMED')) return 'still cooperating'
  return episodes.some((episode) => !isCoded(episode))
    ? 'reported to be still cooperating'
    : 'coded as still cooperating'
}

function cooperationWords(view: View, episode: Episode, row: DistancingRow): string {
  const { events, actors } = view.snapshot
  const head = episode.rows[0] as Row
  const scope = events.scope[head] as number
  const subtype = subtypeWords(events.subtypes[events.subtype[head] as number] as string)
  const parties = [
    episode.actor === row.who ? [] : [`by ${nameInSentence(actors[episode.actor])}`],
    episode.target === row.fromWhom ? [] : [`with ${nameInSentence(actors[episode.target])}`],
  ].flat()
  const what = scope < 0 ? `${subtype}, scope not stated` : `${events.scopes[scope]} (${subtype})`
  return [what, ...parties, episodeWords(events, episode)].join(', ')
}

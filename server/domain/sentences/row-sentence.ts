import type { DistancingRow } from '../distancing/types.ts'
import type { Episode } from '../episodes.ts'
import type { Row } from '../snapshot.ts'
import { statusOn, type View } from '../view.ts'
import { actClause, episodeWords } from './act-sentence.ts'
import { capitalised, isOrAre, nameInSentence } from './actor-words.ts'
import { claimWords, scopeWords } from './claim-words.ts'
import { dayWords } from './date-words.ts'
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
  return `${acts.join('; ')}${more > 0 ? `; and ${more} more ${more === 1 ? 'act' : 'acts'}` : ''}${restoredWords(view, row)}`
}

/** Only this sentence carries the word "still". */
function stillSentence(view: View, row: DistancingRow): string {
  const { actors } = view.snapshot
  const told = row.continues.slice(0, TOLD).map((episode) => cooperationWords(view, episode, row))
  const more = row.continues.length - told.length
  const be = isOrAre(actors[row.who])
  const claim = claimWords(
    view,
    row.continues.map((episode) => ({ row: episode.rows[0] as Row, status: episode.status })),
  )
  const doing =
    claim === null ? 'still cooperating' : `${claim} ${claim === 'reported' ? 'to be' : 'as'} still cooperating`
  const subject = capitalised(nameInSentence(actors[row.who]))
  const what = `${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
  return `${subject} ${be} ${doing} with ${nameInSentence(actors[row.fromWhom])}: ${what}.`
}

/** `; reported as restored by 3 March 2026`; nothing where it is not known, or where the status of the acts says it already. */
function restoredWords(view: View, row: DistancingRow): string {
  const { restored } = row
  if (!restored?.known || restored.on === null) return ''
  const by = row.acts.flatMap((act) =>
    act.admittedBy === 'STRICT' && act.restored.by !== null ? [act.restored.by] : [],
  )
  if (by.length === 0) return ''
  const claim = claimWords(
    view,
    by.map((event) => ({ row: event, status: statusOn(view, event) })),
  )
  return `; ${claim === null ? '' : `${claim} as `}restored by ${dayWords(restored.on)}`
}

function cooperationWords(view: View, episode: Episode, row: DistancingRow): string {
  const { events, actors } = view.snapshot
  const head = episode.rows[0] as Row
  const scope = scopeWords(events, head)
  const subtype = subtypeWords(events.subtypes[events.subtype[head] as number] as string)
  const parties = [
    episode.actor === row.who ? [] : [`by ${nameInSentence(actors[episode.actor])}`],
    episode.target === row.fromWhom ? [] : [`with ${nameInSentence(actors[episode.target])}`],
  ].flat()
  const what = scope === null ? `${subtype}, scope not stated` : `${scope} (${subtype})`
  return [what, ...parties, episodeWords(events, episode)].join(', ')
}

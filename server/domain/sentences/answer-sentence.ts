import { isDay } from '../days.ts'
import type { Distancing, DistancingRow } from '../distancing/types.ts'
import type { Row } from '../snapshot.ts'
import type { View } from '../view.ts'
import { capitalised, nameInSentence } from './actor-words.ts'
import { isCoded } from './claim-words.ts'
import { dayWords, spanWords } from './date-words.ts'
import { actsClause } from './row-sentence.ts'

/** Rows told in one answer before the rest is only counted. */
export const ROWS_TOLD = 5

/** The whole answer in words: how many, as known on which day, and the acts of the first rows; what goes on beside them the rows tell. */
export function answerSentence(view: View, answer: Distancing): string {
  const { rows } = answer
  if (!isDay(view.knownOn)) return `${subjectWords(view, answer)}: none is recorded, because nothing is known yet.`
  const known = `as known on ${dayWords(view.knownOn)}`
  if (rows.length === 0) return `${subjectWords(view, answer)}: none is recorded ${known}${internalWords(answer)}.`
  const more = rows.length - ROWS_TOLD
  return [
    `${subjectWords(view, answer)}, ${known}: ${countWords(answer)}.`,
    `${capitalised(
      rows
        .slice(0, ROWS_TOLD)
        .map((row) => actsClause(view, row))
        .join('; '),
    )}.`,
    ...(more > 0 ? [`${more} more ${more === 1 ? 'row follows' : 'rows follow'}.`] : []),
    ...(isMixed(view, rows) ? ['Curated cases and machine-coded data sets are told together here.'] : []),
  ].join(' ')
}

function subjectWords(view: View, { query }: Distancing): string {
  const name = (actor: number) => nameInSentence(view.snapshot.actors[actor])
  const from = query.toward === undefined ? '' : ` from ${name(query.toward)}`
  const by = query.by === undefined ? '' : ` by ${name(query.by)}`
  return `Distancing${from}${by}${windowWords(query)}`
}

/** The days that were asked for: without them "none is recorded" would say too much. */
function windowWords({ since, until }: Distancing['query']): string {
  if (since !== undefined && until !== undefined) return ` ${spanWords({ earliest: since, latest: until })}`
  if (since !== undefined) return ` since ${dayWords(since)}`
  return until === undefined ? '' : ` until ${dayWords(until)}`
}

/** Acts that are no rows, so that "none" is not taken for all. */
function internalWords({ internal }: Distancing): string {
  const count = internal.length
  if (count === 0) return ''
  return `; ${count} ${count === 1 ? 'act' : 'acts'} inside one top actor ${count === 1 ? 'is' : 'are'} told apart`
}

/** What is counted are rows: one who acted and one acted toward. */
function countWords({ query, rows }: Distancing): string {
  const count = rows.length
  if (query.toward !== undefined && query.by === undefined) return count === 1 ? '1 actor' : `${count} actors`
  if (query.toward === undefined && query.by !== undefined)
    return `toward ${count === 1 ? '1 actor' : `${count} actors`}`
  return count === 1 ? '1 pair' : `${count} pairs`
}

function isMixed(view: View, rows: readonly DistancingRow[]): boolean {
  return new Set(rows.flatMap((row) => row.acts.map((act) => isCoded(view, act.rows[0] as Row)))).size > 1
}

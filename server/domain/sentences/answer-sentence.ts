import { isDay } from '../days.ts'
import type { Distancing, DistancingRow } from '../distancing/types.ts'
import type { Row } from '../snapshot.ts'
import type { View } from '../view.ts'
import { capitalised, nameInSentence } from './actor-words.ts'
import { isCoded } from './claim-words.ts'
import { dayWords } from './date-words.ts'
import { actsClause } from './row-sentence.ts'

/** Rows told in one answer before the rest is only counted. */
export const ROWS_TOLD = 5

/** The whole answer in words: how many, as known on which day, and the acts of the first rows; what goes on beside them the rows tell. */
export function answerSentence(view: View, answer: Distancing): string {
  const { rows } = answer
  if (!isDay(view.knownOn)) return `${subjectWords(view, answer)}: none is recorded, because nothing is known yet.`
  const known = `as known on ${dayWords(view.knownOn)}`
  if (rows.length === 0) return `${subjectWords(view, answer)}: none is recorded ${known}.`
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
  return `Distancing${from}${by}`
}

/** What is counted are rows: one who acted and one acted toward. */
function countWords({ query, rows }: Distancing): string {
  const count = rows.length
  if (query.toward !== undefined && query.by === undefined) {
    return count === 1 ? 'acts of 1 actor count' : `acts of ${count} actors count`
  }
  if (query.toward === undefined && query.by !== undefined) {
    return count === 1 ? 'acts toward 1 actor count' : `acts toward ${count} actors count`
  }
  return count === 1 ? 'acts of 1 pair count' : `acts of ${count} pairs count`
}

function isMixed(view: View, rows: readonly DistancingRow[]): boolean {
  return new Set(rows.flatMap((row) => row.acts.map((act) => isCoded(view, act.rows[0] as Row)))).size > 1
}

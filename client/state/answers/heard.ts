import { count } from '../words/dates.ts'
import { MONTHS } from '../words/months.ts'
import type { AnswerBody, AnswerLine, Cell } from './answer.ts'

const WHOLE = new Map<string, string>(MONTHS.map((month) => [month.slice(0, 3), month]))

/** Days as they are said: `between September and 11 October 2025` for `Sep to 11 Oct 2025`. */
export function spoken(text: string): string {
  const months = text.replace(/\b([A-Z][a-z]{2})\b/g, (word) => WHOLE.get(word) ?? word)
  return months.replace(/^((?:\d+ )?[A-Z][a-z]+(?: \d{4})?) to (.*\d{4})$/, 'between $1 and $2')
}

/** What a screen reader hears of a row of the table. @param columns of the table, the last of which may be the reason */
export function heardLine({ cells }: AnswerLine, columns: readonly string[], above: readonly string[]): string {
  const words = cells.map((each, column) => (each ? each.map(cellWords).join(', ') : (above[column] ?? '')))
  return words
    .map((text, column) => (columns[column] === 'Counted because' ? `counted because ${text.toLowerCase()}` : text))
    .filter(Boolean)
    .join(', ')
}

/** What the cells that span lines say, for the lines below the first. */
export function spanningWords(lines: readonly AnswerLine[]): readonly string[] {
  return lines[0]?.cells.map((cells) => cells?.map(cellWords).join(', ') ?? '') ?? []
}

function cellWords({ text, note, heard }: Cell): string {
  if (heard !== undefined) return heard
  const words = note ? `${text}, ${note}` : text
  return words.replace('≠', '').replace('⇄', '').split(', ').map(spoken).join(', ')
}

/** What is heard once an answer is there: the sentence, then how many rows, and how many were left out. */
export function heardAnswer({ sentence, main, leftOut, switches }: AnswerBody): string {
  const rule = switches.some(({ on }) => on) ? 'the rules that are on' : 'the strict rule'
  const left = leftOut && leftOut.rows > 0 ? `, ${count(leftOut.rows, 'actor')} left out by ${rule}` : ''
  return `${sentence} ${main.title}${left}.`
}

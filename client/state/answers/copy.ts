import { dayWords } from '../words/dates.ts'
import type { AnswerBody, AnswerCitation, AnswerLine, AnswerTable } from './answer.ts'
import { citationWords } from './citations.ts'

/** What stands beside an answer where it is copied. */
export interface CopyFrame {
  readonly text: string
  readonly collection: string
  /** What the question is asked under beside the day: `happened any time`, `at the top level`. */
  readonly under: readonly string[]
  readonly link: string
}

/** An answer as plain text: question, sentence, rows with numbers of their sources, what was left out, sources, day, link. */
export function copyText(answer: AnswerBody, { text, collection, under, link }: CopyFrame): string {
  const { leftOut, citations } = answer
  const known = answer.asKnownOn === null ? 'Nothing is known yet.' : `As known on ${dayWords(answer.asKnownOn)}`
  const parts = [
    [text, `${collection}. ${[known, ...under].join(', ')}.`],
    [answer.sentence, ...answer.notes],
    tableLines(answer.main, citations ?? []),
    ...answer.apart.map((table) => [table.title, ...tableLines(table, citations ?? [])]),
    leftOut ? [leftOutWords(leftOut, answer)] : [],
    citations === null
      ? ['Sources: they wait until the database is back.']
      : citations.length > 0
        ? ['Sources', ...citations.map((citation, place) => `[${place + 1}] ${citationWords(citation)}`)]
        : [],
    [link],
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** `Left out by the strict rule: 3 actors. Legal experts condemned.` */
function leftOutWords({ rows, words, inside }: NonNullable<AnswerBody['leftOut']>, { switches }: AnswerBody): string {
  const by = switches.some(({ on }) => on) ? 'the rules that are on' : 'the strict rule'
  const actors = rows === 1 ? '1 actor' : `${rows} actors`
  const parts = [rows > 0 || words !== '' ? `${actors}${words === '' ? '' : `. ${words}`}` : '', inside ?? '']
  return `Left out by ${by}: ${parts.filter(Boolean).join('; ')}.`
}

function tableLines({ columns, rows }: AnswerTable, citations: readonly AnswerCitation[]): readonly string[] {
  return rows.flatMap(({ lines }, place) => {
    let above: readonly string[] = []
    return lines.map((line, number) => {
      const cells = line.cells.map((cells, column) => cellWords(cells) ?? above[column] ?? '')
      above = cells
      const head = number === 0 ? `${place + 1}. ` : '   '
      const rest = cells.slice(1).map((words, column) => `${columns[column + 1]}: ${words}`)
      return `${head}${[cells[0], ...rest].join('; ')}${references(line, citations)}`
    })
  })
}

function cellWords(cells: AnswerLine['cells'][number]): string | null {
  return cells?.map(({ text, note }) => (note ? `${text} (${note})` : text)).join(', ') ?? null
}

function references({ events }: AnswerLine, citations: readonly AnswerCitation[]): string {
  const numbers = citations.flatMap((citation, place) =>
    citation.events.some((id) => events.includes(id)) ? [place + 1] : [],
  )
  return numbers.length > 0 ? ` [${numbers.join(', ')}]` : ''
}

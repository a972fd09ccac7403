import { compareTexts } from '../words/compare.ts'
import { dayWords } from '../words/dates.ts'
import { capitalised, listWords } from '../words/words.ts'
import type { AnswerBody } from './answer.ts'
import { lagWords } from './context-cells.ts'
import { toDistancingAnswer, type DistancingData } from './distancing.ts'
import { narrowsNothing } from './narrow.ts'
import { COLUMNS, WIDTHS } from './distancing-rows.ts'

type Row = DistancingData['answer']['rows'][number]

/** Who moved first and who followed: the rows of distancing in the order of their first acts. */
export function toMovedFirstAnswer(data: DistancingData): AnswerBody {
  const rows = data.answer.rows.toSorted((a, b) => compareTexts(key(a), key(b)))
  const answer = toDistancingAnswer({ ...data, answer: { ...data.answer, rows } })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const place = COLUMNS.indexOf('Meanwhile')
  return {
    ...answer,
    sentence:
      answer.main.rows.length === 0
        ? answer.sentence
        : sentence(rows, data, narrowsNothing(data.narrowing) ? data.answer.total : rows.length),
    main: {
      ...answer.main,
      columns: COLUMNS.with(place, 'After the first'),
      widths: WIDTHS,
      rows: answer.main.rows.map((row) => ({
        ...row,
        lines: row.lines.map((line, number) => {
          const lag = lagWords(byId.get(row.id)?.lag ?? null)
          const cell = [lag ? { text: capitalised(lag) } : { text: 'Not known', note: 'nobody is surely first' }]
          return number === 0 ? { ...line, cells: line.cells.with(place, cell) } : line
        }),
      })),
    },
  }
}

/** @param total rows, those of later pages among them */
function sentence(rows: readonly Row[], { question }: DistancingData, total: number): string {
  const whom = question.toward ? ` away from ${question.toward.nameInSentence}` : ''
  const [only, ...more] = rows
  if (only && more.length === 0 && total === 1) {
    return `Only ${only.who.nameInSentence} is recorded to have stepped${whom || ' away'}, so nobody moved before another.`
  }
  const first = rows.filter(({ lag }) => lag?.min === 0 && lag.max === 0)
  if (first.length === 0 || !question.toward) {
    const names = rows.slice(0, 5).map(({ who }) => who.nameInSentence)
    if (first.length > 0) return `${capitalised(listWords(first.map(({ who }) => who.nameInSentence)))} moved first.`
    return (
      `Nobody surely moved first${whom}: the days of ${listWords(names)} overlap or are not known.` +
      (total > names.length ? ` ${(total - names.length).toLocaleString('en')} more rows follow.` : '')
    )
  }
  const after = rows.filter((row) => !first.includes(row)).slice(0, 5)
  const followed = after.map(({ who, lag }) => `${who.nameInSentence} ${lagWords(lag) ?? 'on days not known'}`)
  const [mover] = first
  const when = mover?.first.earliest ? `, from ${dayWords(mover.first.earliest)} on` : ''
  return `${capitalised(listWords(first.map(({ who }) => who.nameInSentence)))} moved first${whom}${when}; ${listWords(followed)}.`
}

/** What has no first day comes last. */
function key({ first }: Row): string {
  return `${first.earliest ?? '~'} ${first.latest ?? '~'}`
}

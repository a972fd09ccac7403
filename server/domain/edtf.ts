import { parse, type EdtfNode } from 'edtf'
import { AFTER_ALL, BEFORE_ALL, firstOfMonth, parseDay, type Day, type DaySpan } from './days.ts'
import { FLAG } from './snapshot.ts'

/** The days that an EDTF text means. BEFORE_ALL or AFTER_ALL with its `open` false: unknown. */
export interface Occurrence extends DaySpan {
  /** All along from earliest to latest; else some one day of them. */
  readonly throughout: boolean
  readonly openStart: boolean
  readonly openEnd: boolean
}

/** The text is no date that Entente takes; `says` tells what is wrong and what to write instead. */
export class EdtfError extends Error {
  override readonly name = 'EdtfError'
  readonly says: string
  constructor(says: string) {
    super(says)
    this.says = says
  }
}

/** Characters; the longest form taken has 24. The grammar takes memory without end for long ones. */
const LONGEST = 100

const FORMS =
  'Write a day (2025-11-11), a month (2025-11), a year (2025), some day of a span ([2025-09-01..2025-10-11]) or a span ' +
  '(2025-09-01/2025-11-11, /2025-08-31, 2025-09-01/..).'

/**
 * Reads the part of EDTF (ISO 8601-2:2019) that dates of acts are written in: days, months, years, sets `[a..b]` and intervals
 * `a/b` whose ends are full days, empty for unknown, `..` for open. The grammar is the npm library's; the days are taken here,
 * because its bounds of sets are wrong, it lets 29 February stand in every year, and it does not tell unknown from open.
 * @throws EdtfError
 */
export function parseEdtf(text: string): Occurrence {
  const day = parseDay(text)
  if (day !== null) return oneDay(day, day)
  if (text.length > LONGEST) {
    throw new EdtfError(`A date has at most ${LONGEST} characters; this one has ${text.length}. ${FORMS}`)
  }
  const node = parseGrammar(text)
  if (node.uncertain || node.approximate || node.unspecified) {
    throw new EdtfError(
      `"${text}" is marked as uncertain. Say between which days it lies instead: [2025-09-01..2025-10-11].`,
    )
  }
  switch (node.type) {
    case 'Date':
      return ofDate(text, node)
    case 'Set':
      return ofSet(text, node)
    case 'Interval':
      return ofInterval(text)
    default:
      throw new EdtfError(`"${text}" is EDTF of a form that is not taken here. ${FORMS}`)
  }
}

/** First day on which what began then may hold; BEFORE_ALL where nothing is stated. @throws EdtfError */
export function firstDay(since: string | null): Day {
  return since === null ? BEFORE_ALL : parseEdtf(since).earliest
}

/** Last day on which what ended then may hold; AFTER_ALL where nothing is stated. @throws EdtfError */
export function lastDay(until: string | null): Day {
  return until === null ? AFTER_ALL : parseEdtf(until).latest
}

/** The bits of FLAG that say what these days mean. */
export function toFlags(occurrence: Occurrence): number {
  return (
    (occurrence.throughout ? FLAG.THROUGHOUT : 0) |
    (occurrence.openStart ? FLAG.OPEN_START : 0) |
    (occurrence.openEnd ? FLAG.OPEN_END : 0)
  )
}

function parseGrammar(text: string): EdtfNode {
  try {
    return parse(text)
  } catch {
    throw new EdtfError(`"${text}" is not a date in EDTF. ${FORMS}`)
  }
}

function oneDay(earliest: Day, latest: Day): Occurrence {
  return { earliest, latest, throughout: false, openStart: false, openEnd: false }
}

function ofDate(text: string, node: EdtfNode): Occurrence {
  const [year, month] = node.values
  if (node.values.length > 2 || typeof year !== 'number' || year < 0 || year > 9999) {
    throw new EdtfError(`"${text}" is not a day of the calendar. ${FORMS}`)
  }
  const first = typeof month === 'number' ? month : 0
  const after = typeof month === 'number' ? month + 1 : 12
  return oneDay(firstOfMonth(year, first), firstOfMonth(year, after) - 1)
}

function ofSet(text: string, node: EdtfNode): Occurrence {
  const ends = /^\[([^,]*)\.\.([^,]*)\]$/.exec(text)
  if (!ends || node.earlier || node.later) {
    throw new EdtfError(`"${text}" is a set of a form that is not taken here. Write [first day..last day].`)
  }
  const earliest = fullDay(text, ends[1] ?? '')
  const latest = fullDay(text, ends[2] ?? '')
  refuseBackwards(text, earliest, latest)
  return oneDay(earliest, latest)
}

function ofInterval(text: string): Occurrence {
  const [start = '', end = ''] = text.split('/')
  const openStart = start === '..'
  const openEnd = end === '..'
  const earliest = openStart || start === '' ? BEFORE_ALL : fullDay(text, start)
  const latest = openEnd || end === '' ? AFTER_ALL : fullDay(text, end)
  if (earliest === BEFORE_ALL && latest === AFTER_ALL) {
    throw new EdtfError(`"${text}" names no day. Give at least one end.`)
  }
  refuseBackwards(text, earliest, latest)
  return { earliest, latest, throughout: true, openStart, openEnd }
}

function fullDay(text: string, end: string): Day {
  const day = parseDay(end)
  if (day === null)
    throw new EdtfError(`"${end}" in "${text}" is not a full day. Write both ends as days, such as 2025-09-01.`)
  return day
}

function refuseBackwards(text: string, earliest: Day, latest: Day): void {
  if (latest < earliest) throw new EdtfError(`"${text}" ends before it begins. Exchange its ends or correct one.`)
}

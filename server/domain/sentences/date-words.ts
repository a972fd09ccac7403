import { AFTER_ALL, BEFORE_ALL, formatDay, isDay, type Day, type DaySpan } from '../days.ts'
import { FLAG, type EventColumns, type Row } from '../snapshot.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `11 November 2025` */
export function dayWords(day: Day): string {
  const { year, month, date } = partsOf(day)
  return `${date} ${month} ${year}`
}

/** When an event happened, no more exactly than it is known: `between 1 September and 11 October 2025`. */
export function occurredWords(events: EventColumns, row: Row): string {
  const flags = events.flags[row] as number
  const span = { earliest: events.earliest[row] as Day, latest: events.latest[row] as Day }
  if (!(flags & FLAG.THROUGHOUT)) return someDayWords(span)
  const { earliest, latest } = span
  if (earliest === BEFORE_ALL) {
    return `until ${dayWords(latest)}, ${flags & FLAG.OPEN_START ? 'without a beginning' : 'start not stated'}`
  }
  if (latest === AFTER_ALL) {
    return flags & FLAG.OPEN_END ? `since ${dayWords(earliest)}` : `from ${dayWords(earliest)}, end not stated`
  }
  return spanWords(span)
}

/** `from 1 September to 11 November 2025`, both ends being days. */
export function spanWords({ earliest, latest }: DaySpan): string {
  return `from ${twoDays(earliest, 'to', latest)}`
}

/** Some day within a span: `on 11 November 2025`, `in October 2025`, `between 1 September and 11 October 2025`. */
export function someDayWords({ earliest, latest }: DaySpan): string {
  if (!isDay(earliest)) return isDay(latest) ? `by ${dayWords(latest)}, start not stated` : 'on days not stated'
  if (!isDay(latest)) return `from ${dayWords(earliest)}, end not stated`
  if (earliest === latest) return `on ${dayWords(earliest)}`
  const from = partsOf(earliest)
  if (from.date === 1 && endsMonth(latest) && sameMonth(earliest, latest)) return `in ${from.month} ${from.year}`
  if (formatDay(earliest).endsWith('-01-01') && formatDay(latest) === `${formatDay(earliest).slice(0, 4)}-12-31`) {
    return `in ${from.year}`
  }
  return `between ${twoDays(earliest, 'and', latest)}`
}

function twoDays(earliest: Day, joint: string, latest: Day): string {
  const from = partsOf(earliest)
  const sameYear = from.year === partsOf(latest).year
  return `${from.date} ${from.month}${sameYear ? '' : ` ${from.year}`} ${joint} ${dayWords(latest)}`
}

function endsMonth(day: Day): boolean {
  return formatDay(day + 1).endsWith('-01')
}

function sameMonth(a: Day, b: Day): boolean {
  return formatDay(a).slice(0, 7) === formatDay(b).slice(0, 7)
}

function partsOf(day: Day): { year: number; month: string; date: number } {
  const [year, month, date] = formatDay(day).split('-').map(Number) as [number, number, number]
  return { year, month: MONTHS[month - 1] as string, date }
}

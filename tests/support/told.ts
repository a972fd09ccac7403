import { parseDay, type Day, type DaySpan } from '../../server/domain/days.ts'

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const MONTH = `(${MONTHS})`

/** Dates and numbers that stand in a text. */
export interface Told {
  /** Told with both ends, or as a month or a year. */
  readonly spans: readonly DaySpan[]
  readonly days: readonly Day[]
  /** What is left that is a number. */
  readonly numbers: readonly number[]
}

/** Reads dates and numbers back out of a sentence. @throws RangeError where what looks like a date is none. */
export function readTold(text: string): Told {
  const spans: DaySpan[] = []
  const days: Day[] = []
  const rest = text
    .replace(
      new RegExp(`(\\d+) ${MONTH}(?: (\\d{4}))? (?:and|to) (\\d+) ${MONTH} (\\d{4})`, 'g'),
      (
        _,
        date: string,
        month: string,
        year: string | undefined,
        lastDate: string,
        lastMonth: string,
        lastYear: string,
      ) => {
        spans.push({ earliest: toDay(year ?? lastYear, month, date), latest: toDay(lastYear, lastMonth, lastDate) })
        return ''
      },
    )
    .replace(new RegExp(`(\\d+) ${MONTH} (\\d{4})`, 'g'), (_, date: string, month: string, year: string) => {
      days.push(toDay(year, month, date))
      return ''
    })
    .replace(new RegExp(`in ${MONTH} (\\d{4})`, 'g'), (_, month: string, year: string) => {
      const next = MONTHS.split('|').indexOf(month) + 1
      const after =
        next === 12 ? toDay(String(Number(year) + 1), 'January', '1') : toDay(year, MONTHS.split('|')[next], '1')
      spans.push({ earliest: toDay(year, month, '1'), latest: after - 1 })
      return ''
    })
    .replace(/in (\d{4})\b/g, (_, year: string) => {
      spans.push({ earliest: toDay(year, 'January', '1'), latest: toDay(year, 'December', '31') })
      return ''
    })
  return { spans, days, numbers: [...rest.matchAll(/\d+/g)].map(([digits]) => Number(digits)) }
}

function toDay(year: string, month: string | undefined, date: string): Day {
  const number = MONTHS.split('|').indexOf(month ?? '') + 1
  const day = parseDay(`${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`)
  if (day === null) throw new RangeError(`${date} ${month} ${year} is no day.`)
  return day
}

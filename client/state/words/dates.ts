import { MONTHS } from './months.ts'

/** When something happened, as the contract gives it. */
export interface Occurred {
  readonly earliest?: string | null
  readonly latest?: string | null
  readonly extent: 'ONE_DAY' | 'THROUGHOUT'
  readonly openStart: boolean
  readonly openEnd: boolean
}

const SHORT = MONTHS.map((month) => month.slice(0, 3))
const DAY_MS = 86_400_000

/** `11 Nov 2025` */
export function dayWords(date: string): string {
  const { year, month, day } = parts(date)
  return `${day} ${SHORT[month - 1]} ${year}`
}

/** When it happened, no more exactly than it is known: `Sep to 11 Oct 2025`, `Oct 2025, month`, `until 31 Aug 2025, start not stated`. */
export function occurredWords({ earliest, latest, extent, openStart, openEnd }: Occurred): string {
  if (!earliest) {
    if (!latest) return 'days not stated'
    if (extent === 'ONE_DAY') return `by ${dayWords(latest)}, start not stated`
    return `until ${dayWords(latest)}, ${openStart ? 'without a beginning' : 'start not stated'}`
  }
  if (!latest) return openEnd ? `since ${dayWords(earliest)}` : `from ${dayWords(earliest)}, end not stated`
  if (earliest === latest) return dayWords(earliest)
  if (extent === 'THROUGHOUT') return `all along, ${between(earliest, latest)}`
  if (startsYear(earliest) && endsYear(latest) && sameYear(earliest, latest)) return `${parts(earliest).year}, year`
  const words = between(earliest, latest)
  return words.includes(' to ') ? words : `${words}, month`
}

/** How exactly it is known, beside `occurredWords`; null where the words say it already. */
export function doubtWords({ earliest, latest, extent }: Occurred): string | null {
  if (!earliest || !latest) return null
  if (earliest === latest) return 'day'
  return extent === 'ONE_DAY' ? 'some day within' : null
}

/** `known 31 to 71 days later`; null where no number can be given. */
export function delayWords({ earliest, latest, extent }: Occurred, reportedOn: string): string | null {
  if (!earliest) return null
  const most = daysBetween(earliest, reportedOn)
  const least = extent === 'ONE_DAY' && latest ? daysBetween(latest, reportedOn) : most
  if (least < 0) return null
  if (extent === 'THROUGHOUT') return `${count(most, 'day')} after it began`
  if (most === 0) return 'the same day'
  return least === most ? `${count(most, 'day')} later` : `${least} to ${count(most, 'day')} later`
}

/** `14:32`, and `10 Nov 2025, 14:32` where it was another day, by the clock of the reader. @param instant as `Date` reads it */
export function timeWords(instant: string, now: Date): string {
  const at = new Date(instant)
  const clock = [at.getHours(), at.getMinutes()].map((number) => String(number).padStart(2, '0')).join(':')
  if (at.toDateString() === now.toDateString()) return clock
  return `${at.getDate()} ${SHORT[at.getMonth()]} ${at.getFullYear()}, ${clock}`
}

/** Days from one to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((time(to) - time(from)) / DAY_MS)
}

export function addDays(date: string, days: number): string {
  return new Date(time(date) + days * DAY_MS).toISOString().slice(0, 10)
}

/** `1 day`, `2 days`; takes `s`, or the plural where it is another. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

function between(earliest: string, latest: string): string {
  const from = parts(earliest)
  const year = sameYear(earliest, latest) ? '' : ` ${from.year}`
  const start = startsMonth(earliest) ? SHORT[from.month - 1] : `${from.day} ${SHORT[from.month - 1]}`
  const to = parts(latest)
  if (startsMonth(earliest) && endsMonth(latest) && earliest.slice(0, 7) === latest.slice(0, 7)) {
    return `${SHORT[to.month - 1]} ${to.year}`
  }
  const end = startsMonth(earliest) && endsMonth(latest) ? `${SHORT[to.month - 1]} ${to.year}` : dayWords(latest)
  return `${start}${year} to ${end}`
}

function parts(date: string): { year: number; month: number; day: number } {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return { year, month, day }
}

function time(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}

const startsMonth = (date: string) => date.endsWith('-01')
const endsMonth = (date: string) => new Date(time(date) + DAY_MS).getUTCDate() === 1
const startsYear = (date: string) => date.endsWith('-01-01')
const endsYear = (date: string) => date.endsWith('-12-31')
const sameYear = (a: string, b: string) => a.slice(0, 4) === b.slice(0, 4)

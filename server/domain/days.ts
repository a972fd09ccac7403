/** Calendar days as whole numbers: days since 1970-01-01 in the proleptic Gregorian calendar, without time zones. */
export type Day = number

/** Stands for an unknown or open start; earlier than every day. */
export const BEFORE_ALL: Day = -0x8000_0000
/** Stands for an unknown or open end, and for "never became known"; later than every day. */
export const AFTER_ALL: Day = 0x7fff_ffff

const MS_PER_DAY = 86_400_000
const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day written `2025-11-11`, or null where that is no day of the calendar. */
export function parseDay(text: string): Day | null {
  const match = WRITTEN.exec(text)
  if (!match) return null
  const day = ofCalendar(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return formatDay(day) === text ? day : null
}

/** The first day of a month. @param month from 0; 12 is January of the next year. */
export function firstOfMonth(year: number, month: number): Day {
  return ofCalendar(year, month, 1)
}

/** The month in which a day lies; `month` counts from 0. */
export function monthOf(day: Day): { readonly year: number; readonly month: number } {
  const date = new Date(day * MS_PER_DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() }
}

/** `Date.UTC` would take the years 0 to 99 for those of the twentieth century. */
function ofCalendar(year: number, month: number, date: number): Day {
  return new Date(0).setUTCFullYear(year, month, date) / MS_PER_DAY
}

/** `2025-11-11` for a day from year 0000 to 9999. */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The day, or null for the two that stand for no day. */
export function toDay(day: Day): Day | null {
  return isDay(day) ? day : null
}

/** `2025-11-11`, or null for the two that stand for no day. */
export function toDate(day: Day): string | null {
  return isDay(day) ? formatDay(day) : null
}

/** Whether this is a day of the calendar and not one of the two that stand beyond all days. */
export function isDay(day: Day): boolean {
  return day !== BEFORE_ALL && day !== AFTER_ALL
}

/** From the first to the last day of what is meant; BEFORE_ALL and AFTER_ALL where a side is unknown or open. */
export interface DaySpan {
  readonly earliest: Day
  readonly latest: Day
}

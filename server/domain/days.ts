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
  const date = new Date(0)
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  const day = Math.round(date.getTime() / MS_PER_DAY)
  return formatDay(day) === text ? day : null
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

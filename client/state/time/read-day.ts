import { isDate } from '../view/address.ts'
import type { Window } from '../view/view.ts'
import { endOfMonth } from './axis.ts'
import { MONTHS } from '../words/months.ts'

/**
 * Reads a day as it is typed: `2025-10-01`, `1 Oct 2025`, `October 1, 2025`. What names a month or a year only, `2025-10`, `Oct 2025`,
 * `2025`, is its last day: what had become known by then.
 * @returns null where it cannot be read for sure: `1/10/2025` is two days
 */
export function readDay(typed: string): string | null {
  const words = typed
    .trim()
    .toLowerCase()
    .split(/[\s,.]+/u)
    .filter(Boolean)
  const [one = '', two = '', three = ''] = words
  switch (words.length) {
    case 1:
      return fromDigits(one)
    case 2:
      return toMonth(two, monthOf(one))
    case 3:
      return monthOf(one) === null ? toDay(three, monthOf(two), one) : toDay(three, monthOf(one), two)
    default:
      return null
  }
}

/** What is said of a day that cannot be read. */
export const UNREADABLE = 'That date could not be read. Try 2025-10-01 or Oct 2025.'

/** As `readDay`, but of what names a month or a year only the first day: a window that begins in October begins on its first. */
export function readFirstDay(typed: string): string | null {
  const text = typed.trim()
  return readDay(`1 ${text}`) ?? readDay(`${text}-01-01`) ?? readDay(`${text}-01`) ?? readDay(text)
}

/** A window as it is typed, or which of its ends cannot be read, or that it ends before it begins. */
export type ReadWindow =
  | { readonly window: Window; readonly wrong: null }
  | { readonly window: null; readonly wrong: 'since' | 'until' | 'both' | 'turned' }

/** Reads the two ends of a window; one that is left empty is open. */
export function readWindow(since: string, until: string): ReadWindow {
  const first = since.trim() === '' ? null : readFirstDay(since)
  const last = until.trim() === '' ? null : readDay(until)
  const unread = { since: first === null && since.trim() !== '', until: last === null && until.trim() !== '' }
  if (unread.since) return { window: null, wrong: unread.until ? 'both' : 'since' }
  if (unread.until) return { window: null, wrong: 'until' }
  if (first !== null && last !== null && first > last) return { window: null, wrong: 'turned' }
  return { window: { since: first, until: last }, wrong: null }
}

function fromDigits(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u.exec(text) ?? []
  if (year === undefined) return null
  if (month === undefined) return `${year}-12-31`
  return day === undefined ? toMonth(year, Number(month)) : toDay(year, Number(month), day)
}

function monthOf(word: string): number | null {
  if (!/^[a-z]{3,9}$/u.test(word)) return null
  const at = MONTHS.findIndex((month) => month.toLowerCase().startsWith(word))
  return at < 0 ? null : at + 1
}

function toMonth(year: string, month: number | null): string | null {
  const first = toDay(year, month, '1')
  return first && endOfMonth(first)
}

function toDay(year: string, month: number | null, day: string): string | null {
  if (month === null || !/^\d{4}$/u.test(year) || !/^\d{1,2}(?:st|nd|rd|th)?$/u.test(day)) return null
  const date = `${year}-${String(month).padStart(2, '0')}-${String(Number.parseInt(day, 10)).padStart(2, '0')}`
  return isDate(date) ? date : null
}

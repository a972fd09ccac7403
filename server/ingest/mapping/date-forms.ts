import { parseDay, type Day } from '../../domain/days.ts'
import { EdtfError, parseEdtf } from '../../domain/edtf.ts'
import { readDay } from '../readers/shared/day-texts.ts'
import type { DateForm } from './mapping.ts'

/** How days may be written, in words with an example. */
export const DATE_FORMS: readonly { readonly form: DateForm; readonly says: string; readonly example: string }[] = [
  { form: 'year-month-day', says: 'Year, month, day', example: '2018-06-01' },
  { form: 'day-month-year', says: 'Day, month, year', example: '01/06/2018 for 1 June' },
  { form: 'month-day-year', says: 'Month, day, year', example: '06/01/2018 for 1 June' },
  { form: 'named-month', says: 'With the name of the month', example: '1 June 2018 or Jun 1, 2018' },
  { form: 'excel', says: 'As a spreadsheet counts days', example: '43252 for 1 June 2018' },
  { form: 'edtf', says: 'As Entente writes days, months and spans', example: '[2018-06-01..2018-06-30]' },
]

/** A day or a span as EDTF, and its first day where it has one. */
export interface WrittenDate {
  readonly text: string
  readonly day: Day | null
}

const NUMBERS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[T ].*)?$/
const DAY_NAMED = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})$/
const NAMED_DAY = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/
/** From 1927 on: four digits are a year rather. */
const COUNTED = /^\d{5}(?:\.\d+)?$/
const TIME = /[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const LONG_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'sept',
]
/** 1 January 1970 as a spreadsheet counts. */
const EPOCH = 25_569
const MS_PER_DAY = 86_400_000

/** Null where the text is no date of this form, or lies beyond 1900 to 2100 for other forms than EDTF. */
export function readDate(written: string, form: DateForm): WrittenDate | null {
  const text = written.trim()
  if (form === 'edtf') return readEdtf(text)
  const day =
    form === 'year-month-day' ? readDay(text.replace(TIME, ''), 'year-first') : readDay(toIso(text, form), 'iso')
  return day
}

/** The forms that all of the texts fit, in the order of `DATE_FORMS`; several: nobody can tell. */
export function fittingForms(texts: readonly string[]): readonly DateForm[] {
  const filled = texts.filter((text) => text.trim() !== '')
  if (filled.length === 0) return []
  const fits = DATE_FORMS.map(({ form }) => form).filter((form) =>
    filled.every((text) => readDate(text, form) !== null),
  )
  // What is written with the year first is EDTF too, and says no more.
  return fits.includes('year-month-day') ? ['year-month-day'] : fits
}

/** As 2018-06-01, which may be no day of the calendar; empty: not of this form. */
function toIso(text: string, form: DateForm): string {
  if (form === 'excel') return ofCount(text)
  if (form === 'named-month') {
    const [, day = '', month = '', year = ''] = DAY_NAMED.exec(text) ?? inOrder(NAMED_DAY.exec(text))
    return iso(year, String(monthOf(month)), day)
  }
  const [, one = '', , two = '', year = ''] = NUMBERS.exec(text) ?? []
  return form === 'day-month-year' ? iso(year, two, one) : iso(year, one, two)
}

function inOrder(match: RegExpExecArray | null): readonly (string | undefined)[] {
  return match ? [match[0], match[2], match[1], match[3]] : []
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** From 1; 0: no month. */
function monthOf(name: string): number {
  const lower = name.toLowerCase()
  return MONTHS.includes(lower) || LONG_MONTHS.includes(lower) ? MONTHS.indexOf(lower.slice(0, 3)) + 1 : 0
}

function ofCount(text: string): string {
  return COUNTED.test(text) ? new Date((Math.floor(Number(text)) - EPOCH) * MS_PER_DAY).toISOString().slice(0, 10) : ''
}

function readEdtf(text: string): WrittenDate | null {
  const day = parseDay(text)
  if (day !== null) return { text, day }
  try {
    parseEdtf(text)
    return { text, day: null }
  } catch (error) {
    if (error instanceof EdtfError) return null
    throw error
  }
}

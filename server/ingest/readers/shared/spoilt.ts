import { readDay } from './day-texts.ts'
import { share } from './sample.ts'

const AGAIN = 'Take the file as it was published.'

const DAY_FIRST = /^\d{1,2}([./-])\d{1,2}\1(\d{4}|\d{2})( .*)?$/
const MONTH_NAMED = /^(\d{1,2}[- ])?[a-z]{3,9}[- ,]+\d{1,4}([- ,]+\d{2,4})?$/i
const SERIAL = /^[2-6]\d{4}([.,]0+)?$/
const SCIENTIFIC = /^-?\d([.,]\d+)?e[+-]?\d+$/i

/** What became of a column of days, as a sentence; null: nothing that concerns the whole column. */
export function spoiltDays(cells: readonly string[]): string | null {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const half = (test: RegExp): boolean => share(filled, (cell) => test.test(cell.trim())) >= 0.5
  const like = (test: RegExp): string => filled.find((cell) => test.test(cell.trim()))?.trim() ?? ''
  if (half(DAY_FIRST))
    return `Its days are written like ${like(DAY_FIRST)}, from which nobody can tell the day from the month: a program has rewritten them. ${AGAIN}`
  if (half(MONTH_NAMED)) return `Its days are written like ${like(MONTH_NAMED)}: a program has rewritten them. ${AGAIN}`
  if (half(SERIAL))
    return `Its days have become numbers like ${like(SERIAL)}: a spreadsheet has rewritten them. ${AGAIN}`
  return null
}

/** Whether most days are written with the year first, but otherwise than 2018-06-01. What day is meant is certain. */
export function isYearFirst(cells: readonly string[]): boolean {
  return share(cells, (cell) => readDay(cell, 'iso') === null && readDay(cell, 'year-first') !== null) >= 0.5
}

export const YEAR_FIRST_MENDED = 'Its days are written with the year first, but not as 2018-06-01; they are read so.'

/** Where digits of long numbers are lost, as a sentence; null: nowhere. @param what the column's name */
export function spoiltNumbers(cells: readonly string[], what: string): string | null {
  const lost = cells.find((cell) => SCIENTIFIC.test(cell.trim()))
  return lost === undefined
    ? null
    : `${what} has become ${lost.trim()}: a spreadsheet has rounded it, and its digits are lost. ${AGAIN}`
}

/** The sentence for a file whose tabs are gone. */
export const TABS_LOST = `Its columns stand apart by spaces: its tabs are lost, and names hold spaces too. ${AGAIN}`

/** The sentence for a file whose columns stand where they do not belong. */
export function moved(what: string): string {
  return `${what} Its columns have been moved. ${AGAIN}`
}

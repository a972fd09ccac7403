import { SpoiltFileError, type TextFile } from '../rows/reader.ts'
import {
  ACTOR1,
  ACTOR2,
  CODE,
  COUNTRY,
  DAY,
  GDELT_1,
  GDELT_2,
  ID,
  MONTH,
  ROOT_CODE,
  TYPES,
  type GdeltVersion,
} from './gdelt-columns.ts'
import { column, sampleLines, share } from './shared/sample.ts'
import { moved, spoiltDays, spoiltNumbers, TABS_LOST } from './shared/spoilt.ts'

/** What the sample of a file says of it. */
export interface GdeltLook {
  readonly version: GdeltVersion
  /** Whether codes have lost their leading zeros, as their one-digit roots prove. */
  readonly zerosLost: boolean
}

export const ZEROS_MENDED =
  'Its event codes have lost their leading zeros (043 became 43); they get them back, which is certain by the root code of each row.'

/** How a row of GDELT begins, whatever stands between its columns: id, day, month, year, year with fraction. */
const BEGINNING = /^"?[\d.,e+]{3,13}"?(\s+)"?\d{8}"?\s+"?\d{6}"?\s+"?\d{4}"?\s+"?\d{4}[.,]\d+/i

const HEADER = /^"?globaleventid/i

/**
 * Null: the file is of another format.
 * @throws SpoiltFileError where it is of this one, and spoilt.
 */
export function gdeltLook(file: TextFile): GdeltLook | null {
  const all = sampleLines(file)
  const lines = isHeader(all[0] ?? '') ? all.slice(1) : all
  const rows = lines.map((line) => line.split('\t'))
  const begins = share(lines, (line) => BEGINNING.test(line))
  const version = [GDELT_2, GDELT_1].find((each) => share(rows, (row) => each.counts.includes(row.length)) >= 0.5)
  if (!version) {
    if (begins < 0.5) return null
    const tabs = share(lines, (line) => line.includes('\t')) >= 0.5
    throw new SpoiltFileError(
      file.name,
      1,
      tabs ? moved(`Most rows have ${rows[0]?.length ?? 0} columns, not 61.`) : TABS_LOST,
    )
  }
  // Another table may have as many columns.
  const codes = column(rows, CODE)
  if (
    begins < 0.5 &&
    share(codes, isCode) < 0.5 &&
    share(column(rows, version.added), (cell) => version.addedForm.test(cell)) < 0.5
  )
    return null
  refuseSpoilt(file.name, rows, version)
  const zerosLost = lostZeros(codes, column(rows, ROOT_CODE))
  return { version, zerosLost }
}

export function isHeader(line: string): boolean {
  return HEADER.test(line)
}

function refuseSpoilt(name: string, rows: readonly (readonly string[])[], version: GdeltVersion): void {
  const days = column(rows, DAY)
  const added = column(rows, version.added)
  const says =
    spoiltNumbers(column(rows, ID), 'An event id') ??
    spoiltNumbers(days, 'A day') ??
    spoiltNumbers(added, 'The time at which a row was added') ??
    spoiltDays(days) ??
    misplaced(rows, version)
  if (says !== null) throw new SpoiltFileError(name, 1, says)
}

function misplaced(rows: readonly (readonly string[])[], version: GdeltVersion): string | null {
  const half = (at: number, test: (cell: string) => boolean): boolean => share(column(rows, at), test) >= 0.5
  if (!half(ID, (cell) => /^\d+$/.test(cell))) return moved('Most rows have no event id in column 1.')
  if (!half(DAY, (cell) => /^\d{8}$/.test(cell))) return moved('Most rows have no day in column 2.')
  if (!half(MONTH, (cell) => /^\d{6}$/.test(cell))) return moved('Most rows have no month in column 3.')
  if (!half(CODE, isCode)) return moved('Most rows have no event code in column 27.')
  if (!half(version.added, (cell) => version.addedForm.test(cell)))
    return moved(`Most rows do not say in column ${version.added + 1} when they were added.`)
  if (share(rows, (row) => row[ROOT_CODE] !== '' && (row[CODE] ?? '').startsWith(row[ROOT_CODE] ?? '')) < 0.5)
    return moved('Most event codes in column 27 do not begin with the root code in column 29.')
  for (const at of [ACTOR1 + COUNTRY, ACTOR2 + COUNTRY, ACTOR1 + TYPES[0], ACTOR2 + TYPES[0]]) {
    const filled = column(rows, at).filter((cell) => cell !== '')
    if (filled.length > 0 && share(filled, (cell) => /^[A-Z]{3}$/.test(cell)) < 0.5)
      return moved(`Most rows have no code of three letters in column ${at + 1}.`)
  }
  return null
}

/** Roots have two digits. Where some have one, and no code or root begins with zero, a program took them for numbers. */
function lostZeros(codes: readonly string[], roots: readonly string[]): boolean {
  if (codes.some((code) => code.startsWith('0')) || roots.some((root) => root.startsWith('0'))) return false
  return roots.some((root, at) => /^[1-9]$/.test(root) && (codes[at] ?? '').startsWith(root))
}

function isCode(cell: string): boolean {
  return /^\d{2,4}$/.test(cell)
}

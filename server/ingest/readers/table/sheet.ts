import { columnKey } from '../../mapping/columns.ts'
import type { Mapping } from '../../mapping/mapping.ts'
import type { TextFile } from '../../rows/reader.ts'
import { lookAtTable } from './dialect.ts'
import type { Dialect } from './records.ts'

/** A file as a table: its columns, and the first of its rows. */
export interface Sheet {
  readonly file: TextFile
  /** Which of the files, from 0. */
  readonly index: number
  readonly dialect: Dialect
  readonly hasHeader: boolean
  /** Names of the columns; their numbers, from 1, where there is no header. */
  readonly names: readonly string[]
  /** The first rows without the header, of as many columns as most have. */
  readonly rows: readonly (readonly string[])[]
  /** Whether it was chosen among the sheets of a workbook. */
  readonly isChosen: boolean
}

type Ways = Pick<Mapping, 'separator' | 'header' | 'sheet'>

const LONGEST_NAME = 200
const FILLED = 0.8

/**
 * The files that are tables with the same columns. Of a workbook whose sheets differ it is the sheet that was named, else the one with
 * the most rows.
 * @returns null where they are not
 */
export function sheetsOf(files: readonly TextFile[], ways: Ways): readonly Sheet[] | null {
  const wanted = ways.sheet === undefined ? files : files.filter((file) => file.sheet === ways.sheet)
  const sheets = wanted.map((file) => sheetOf(file, files.indexOf(file), ways)).filter((sheet) => sheet !== null)
  const [first] = sheets
  if (!first) return null
  if (sheets.length === wanted.length && sheets.every((sheet) => isAlike(sheet, first))) return sheets
  const areSheets = wanted.every((file) => file.sheet !== undefined)
  if (!areSheets) return null
  const longest = sheets.reduce((most, sheet) => (sheet.rows.length > most.rows.length ? sheet : most))
  return [{ ...longest, isChosen: true }]
}

function sheetOf(file: TextFile, index: number, { separator, header }: Ways): Sheet | null {
  const look = lookAtTable(file.sample, separator)
  const [first] = look?.rows ?? []
  if (!look || !first) return null
  const hasHeader = header ?? isHeader(first)
  return {
    file,
    index,
    dialect: look.dialect,
    hasHeader,
    names: hasHeader ? first.map(named) : first.map((_, at) => String(at + 1)),
    rows: hasHeader ? look.rows.slice(1) : look.rows,
    isChosen: false,
  }
}

/** A header names its columns: differently, and with words. */
function isHeader(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length < cells.length * FILLED) return false
  if (new Set(filled.map(columnKey)).size < filled.length) return false
  return filled.every((cell) => cell.length <= LONGEST_NAME && !/^[-+]?\d/.test(cell) && !/\d{4}-\d\d-\d\d/.test(cell))
}

/** A column without a name is called by its number. */
function named(cell: string, at: number): string {
  return (
    cell
      .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_NAME) || String(at + 1)
  )
}

function isAlike(one: Sheet, other: Sheet): boolean {
  return (
    one.names.length === other.names.length &&
    one.names.every((name, at) => columnKey(name) === columnKey(other.names[at] ?? ''))
  )
}

import { codeOfName } from '../meaning/cameo-table.ts'
import { SpoiltFileError, type TextFile } from '../rows/reader.ts'
import { icewsHeader, unquoted, type IcewsColumn, type IcewsHeader } from './icews-columns.ts'
import { readDay, type DayForm } from './shared/day-texts.ts'
import { column, sampleLines, share } from './shared/sample.ts'
import { isYearFirst, moved, spoiltDays, spoiltNumbers, TABS_LOST } from './shared/spoilt.ts'

/** What the sample of a file says of it. */
export interface IcewsLook {
  readonly header: IcewsHeader
  readonly form: DayForm
  /** Whether codes have lost their leading zeros, as the event types beside them prove. */
  readonly zerosLost: boolean
}

export const ZEROS_MENDED =
  'Its CAMEO codes have lost their leading zeros (043 became 43); they get them back, which is certain by the event type of each row.'

const AGAIN = 'Take the file as it was published.'

/**
 * Null: the file is of another format.
 * @throws SpoiltFileError where it is of this one, and spoilt.
 */
export function icewsLook(file: TextFile): IcewsLook | null {
  const lines = sampleLines(file)
  const first = lines[0] ?? ''
  const header = icewsHeader(first)
  if (!header) {
    refuseHeaderless(file.name, first, lines)
    return null
  }
  const rows = lines.slice(1).map((line) => line.split('\t').map((cell) => unquoted(cell, header.isQuoted)))
  const cells = (name: IcewsColumn): readonly string[] => (header.at[name] < 0 ? [] : column(rows, header.at[name]))
  const days = cells('event date')
  const spoilt =
    spoiltDays(days) ??
    spoiltNumbers(cells('event id'), 'An event id') ??
    spoiltNumbers(cells('story id'), 'A story id') ??
    misplaced(rows, header, cells)
  if (spoilt !== null) throw new SpoiltFileError(file.name, 2, spoilt)
  return {
    header,
    form: isYearFirst(days) ? 'year-first' : 'iso',
    zerosLost: lostZeros(cells('cameo code'), cells('event text')),
  }
}

/** The code with the zero that it has lost: where the event type says so; null: this is not what is wrong with it. */
export function withZero(code: string, eventText: string): string | null {
  const known = codeOfName(eventText, 'ICEWS')
  return known !== null && known.code === `0${code}` ? known.code : null
}

function refuseHeaderless(name: string, first: string, lines: readonly string[]): void {
  if (/^"?event[ _]id"?[ ]+"?event[ _]date/i.test(first) && !first.includes('\t'))
    throw new SpoiltFileError(name, 1, TABS_LOST)
  const rows = lines.map((line) => line.split('\t'))
  const isRaw = share(
    rows,
    (row) => row.length === 20 && /^\d+$/.test(row[0] ?? '') && readDay(row[1] ?? '', 'iso') !== null,
  )
  if (isRaw >= 0.5)
    throw new SpoiltFileError(name, 1, `Its header is missing: the line that begins with Event ID. ${AGAIN}`)
}

function misplaced(
  rows: readonly (readonly string[])[],
  header: IcewsHeader,
  cells: (name: IcewsColumn) => readonly string[],
): string | null {
  if (rows.length === 0) return null
  if (share(rows, (row) => row.length === header.count) < 0.5)
    return moved(`Most rows have ${rows[0]?.length ?? 0} columns, and the header has ${header.count}.`)
  if (share(cells('event date'), (cell) => readDay(cell, 'year-first') !== null) < 0.5)
    return moved('Most rows have no day under Event Date.')
  const codes = cells('cameo code')
  if (codes.length > 0 && share(codes, (cell) => /^(\d{1,4}|NA|)$/.test(cell)) < 0.5)
    return moved('Most rows have no CAMEO code under CAMEO Code.')
  return null
}

/** No code of the column begins with zero, and some have lost one for certain. */
function lostZeros(codes: readonly string[], texts: readonly string[]): boolean {
  if (codes.some((code) => code.startsWith('0'))) return false
  return codes.some((code, at) => withZero(code, texts[at] ?? '') !== null)
}

/** A cell of a sheet as it stands in the file. */
export interface RawCell {
  /** `s`, `str`, `inlineStr`, `b`, `e`, `d` or `n`. */
  readonly type: string
  readonly style: number
  readonly text: string
}

export interface CellWords {
  readonly strings: readonly string[]
  readonly dayStyles: readonly boolean[]
  readonly is1904: boolean
}

/** 1 January 1970 as a spreadsheet counts; the first number behind the day of February 1900 that it invents. */
const EPOCH = 25_569
const FIRST_DAY = 61
/** 31 December 9999. */
const LAST_DAY = 2_958_465
const DAYS_TO_1904 = 1_462
const MS_PER_DAY = 86_400_000
/** Digits that a spreadsheet keeps. */
const KEPT = 15

/** What a cell says, as text: days as 2018-06-01, numbers with all digits that are sure. Null: it points to a text that is not there. */
export function cellText({ type, style, text }: RawCell, { strings, dayStyles, is1904 }: CellWords): string | null {
  if (type === 's') return /^\d{1,8}$/.test(text.trim()) ? (strings[Number(text)] ?? null) : null
  if (type === 'b') return text.trim() === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n') return text
  const written = text.trim()
  const number = Number(written)
  if (written === '' || !Number.isFinite(number)) return written
  if (dayStyles[style] === true) return dayText(number + (is1904 ? DAYS_TO_1904 : 0)) ?? written
  if (Number.isInteger(number)) return Math.abs(number) < 10 ** KEPT ? String(number) : written
  return String(Number(number.toPrecision(KEPT)))
}

function dayText(days: number): string | null {
  if (days < FIRST_DAY || days >= LAST_DAY + 1) return null
  const instant = new Date(Math.round((days - EPOCH) * MS_PER_DAY)).toISOString()
  return Number.isInteger(days) ? instant.slice(0, 10) : instant.slice(0, 19)
}

/** A table of texts, as it is written to a file. */
export interface PlainTable {
  /** Of small letters and `-`, for the name of the file. */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Tells spreadsheets that the file is UTF-8. */
const MARK = '\uFEFF'

/** The table as CSV (RFC 4180), UTF-8 with a byte order mark; no cell of it is a formula to a spreadsheet. */
export function toCsv({ columns, rows }: PlainTable): string {
  return `${MARK}${[columns, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`
}

function cell(text: string): string {
  const safe = harmless(text)
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Signs with which spreadsheets begin a formula, the wide ones of East Asian keyboards among them. */
const SIGNS = '=+\\-@＝＋－＠'
const BEGINS = new RegExp(`^(?:[\\t\\r\\n]|\\s*[${SIGNS}])`)
/** A spreadsheet that parts cells by another sign than a comma, or lines before quotes, begins a cell after it. */
const AFTER = new RegExp(`([;\\t\\r\\n]\\s*)(?=[${SIGNS}])`, 'g')

/** The text with an apostrophe before whatever a spreadsheet would take for a formula. */
export function harmless(text: string): string {
  const inside = text.replace(AFTER, "$1'")
  return BEGINS.test(text) ? `'${inside}` : inside
}

/** Signs with which spreadsheets begin a formula, the wide ones of East Asian keyboards among them. */
const SIGNS = '=+\\-@＝＋－＠'
const BEGINS = new RegExp(`^(?:[\\t\\r\\n]|\\s*[${SIGNS}])`)
/** A spreadsheet that parts cells by another sign than a comma, or lines before quotes, begins a cell after it. */
const AFTER = new RegExp(`([;\\t\\r\\n]\\s*)(?=[${SIGNS}])`, 'g')

/** A line of cells (RFC 4180). A text gets an apostrophe before whatever a spreadsheet would take for a formula; a number stays one. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map((each) => (typeof each === 'string' ? textCell(each) : String(each ?? ''))).join(',')}\r\n`
}

function textCell(text: string): string {
  const safe = harmless(text)
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function harmless(text: string): string {
  const inside = text.replace(AFTER, "$1'")
  return BEGINS.test(text) ? `'${inside}` : inside
}

import { Fault } from '../shared/fault.ts'
import type { Separator } from '../../mapping/mapping.ts'

/** How a table is written. */
export interface Dialect {
  readonly separator: Separator
  /** Whether a quotation mark at the beginning of a cell opens it. */
  readonly quotes: boolean
}

/** One row of a table, which may go over several lines; `line` is its first. */
export type TableRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly text: string; readonly fault: Fault }

export interface Splitter {
  /** The records that end with this line: none where a cell is still open, several where one turned out never to close. */
  push(line: string, number: number): readonly TableRecord[]
  /** What is left when the file ends. */
  end(): readonly TableRecord[]
}

/** A cell that goes on for longer was never closed. */
const MOST_LINES = 100
const MOST_CHARACTERS = 1_000_000
const MARK = '"'

const NEVER_CLOSED = new Fault(
  null,
  `A quotation mark opens a cell here that is not closed within ${MOST_LINES} lines. Close it, or double it if it belongs to the text.`,
  'quotation mark not closed',
)
const TEXT_BEHIND = new Fault(
  null,
  'Behind the quotation mark that closes a cell stands more text. Double the marks that belong to the text.',
  'text behind a quotation mark',
)

/**
 * Lines to rows, as RFC 4180 has them, with any separator. What is wrong with a row spoils no more than its first line: from the next
 * line on reading begins anew. No library at hand does that: to csv-parse, with every relaxation, one open mark makes the rest of the
 * file one spoilt row, and the rows in it are neither read nor counted.
 */
export function splitRecords(dialect: Dialect): Splitter {
  return new RecordSplitter(dialect)
}

class RecordSplitter implements Splitter {
  readonly #dialect: Dialect
  #open: string[] = []
  #first = 1
  #length = 0

  constructor(dialect: Dialect) {
    this.#dialect = dialect
  }

  push(line: string, number: number): readonly TableRecord[] {
    if (this.#open.length === 0) {
      if (line.trim() === '') return []
      if (!this.#dialect.quotes || !line.includes(MARK))
        return [{ line: number, cells: line.split(this.#dialect.separator) }]
      this.#first = number
    }
    this.#open.push(line)
    this.#length += line.length
    // Only a mark can close what is open.
    if (this.#open.length > 1 && !line.includes(MARK) && !this.#isTooLong()) return []
    return this.#take(this.#isTooLong())
  }

  end(): readonly TableRecord[] {
    const records: TableRecord[] = []
    while (this.#open.length > 0) records.push(...this.#take(true))
    return records
  }

  /** @param last whether what is open now is never closed */
  #take(last: boolean): readonly TableRecord[] {
    const cells = cellsOf(this.#open.join('\n'), this.#dialect.separator)
    if (cells === null && !last) return []
    const [lines, line] = [this.#open, this.#first]
    this.#open = []
    this.#length = 0
    if (cells !== null && !(cells instanceof Fault)) return [{ line, cells }]
    const [text = '', ...rest] = lines
    const records: TableRecord[] = [{ line, text, fault: cells ?? NEVER_CLOSED }]
    for (const [at, each] of rest.entries()) records.push(...this.push(each, line + 1 + at))
    return records
  }

  #isTooLong(): boolean {
    return this.#open.length > MOST_LINES || this.#length > MOST_CHARACTERS
  }
}

/** The cells of a record; null: its last cell is not closed. */
function cellsOf(text: string, separator: string): readonly string[] | Fault | null {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (text[at] !== MARK) {
      const end = text.indexOf(separator, at)
      if (end < 0) return [...cells, text.slice(at)]
      cells.push(text.slice(at, end))
      at = end + 1
      continue
    }
    const end = closing(text, at + 1)
    if (end < 0) return null
    cells.push(text.slice(at + 1, end).replaceAll('""', MARK))
    if (end + 1 === text.length) return cells
    if (text[end + 1] !== separator) return TEXT_BEHIND
    at = end + 2
  }
}

/** Where the mark stands that closes a cell; -1: nowhere. */
function closing(text: string, from: number): number {
  let at = text.indexOf(MARK, from)
  while (at >= 0 && text[at + 1] === MARK) at = text.indexOf(MARK, at + 2)
  return at
}

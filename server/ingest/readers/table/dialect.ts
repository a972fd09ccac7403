import { SEPARATORS, type Separator } from '../../mapping/mapping.ts'
import { splitRecords, type Dialect, type TableRecord } from './records.ts'

/** What the beginning of a file looks like as a table. */
export interface TableLook {
  readonly dialect: Dialect
  /** The records of the sample that could be read, the header too. */
  readonly rows: readonly (readonly string[])[]
  /** How many columns most of them have. */
  readonly columns: number
  /** The share of records that have as many. */
  readonly even: number
}

/** Records of a sample that are looked at. */
const MOST = 500
/** A text with commas in it is no table. */
const EVEN = 0.7

/**
 * The separator, and whether quotation marks stand around cells, under which most records have equally many columns.
 * @param separator where somebody has said it
 * @returns null where the text is no table of two columns at least
 */
export function lookAtTable(sample: string, separator?: Separator): TableLook | null {
  const lines = sample.split(/\r\n|\n|\r/)
  const looks = (separator === undefined ? SEPARATORS : [separator]).map((each) => {
    const marked = look({ separator: each, quotes: true }, lines)
    return standAround(lines, each) >= marked.faults ? marked : look({ separator: each, quotes: false }, lines)
  })
  const best = looks.toSorted((a, b) => b.even - a.even || b.columns - a.columns)[0]
  return best && best.even >= EVEN && best.columns >= 2 ? best : null
}

/** How many lines have a cell within quotation marks. */
function standAround(lines: readonly string[], separator: Separator): number {
  const between = separator === '|' ? '\\|' : separator
  const cell = new RegExp(`(?:^|${between})"(?:[^"]|"")*"(?:${between}|$)`)
  return lines.filter((line) => cell.test(line)).length
}

function look(dialect: Dialect, lines: readonly string[]): TableLook & { readonly faults: number } {
  const splitter = splitRecords(dialect)
  const records: TableRecord[] = []
  for (const [at, line] of lines.entries()) {
    if (records.length >= MOST) break
    records.push(...splitter.push(line, at + 1))
  }
  // A record that is cut by the end of the sample says nothing.
  const rows = records.flatMap((record) => ('cells' in record ? [record.cells] : []))
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  const [columns, times] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  const even = records.length === 0 || columns < 2 ? 0 : times / records.length
  return {
    dialect,
    rows: rows.filter((row) => row.length === columns),
    columns,
    even,
    faults: records.length - rows.length,
  }
}

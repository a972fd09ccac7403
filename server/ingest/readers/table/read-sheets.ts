import { LeftOut } from '../../mapping/act-lookup.ts'
import { placesOf } from '../../mapping/columns.ts'
import type { DateForm, Mapping } from '../../mapping/mapping.ts'
import { mappedRowOf, type MappedRowOf } from '../../mapping/mapped-row.ts'
import type { ReadOptions } from '../../rows/reader.ts'
import type { Item } from '../../rows/row.ts'
import { Fault, rejected } from '../shared/fault.ts'
import { TOO_LONG } from '../shared/read-rows.ts'
import { splitRecords, type TableRecord } from './records.ts'
import type { Sheet } from './sheet.ts'

/** The rows of tables by a mapping. @throws SpoiltFileError where a column of it is not there */
export async function* readSheets(
  sheets: readonly Sheet[],
  mapping: Mapping,
  form: DateForm,
  { signal, onBytes }: ReadOptions,
): AsyncGenerator<readonly Item[], void> {
  let before = 0
  for (const sheet of sheets) {
    const places = placesOf(mapping, sheet.names, sheet.file.name)
    const reading = new Reading(sheet, mappedRowOf(mapping, places, form, sheet.index))
    for await (const { lines, first, cut, bytesRead } of sheet.file.lines(signal)) {
      const items = lines.flatMap((line, at) => reading.line(line, first + at, cut.includes(first + at)))
      onBytes?.(before + bytesRead)
      if (items.length > 0) yield items
    }
    const rest = reading.end()
    if (rest.length > 0) yield rest
    before += sheet.file.bytes
    onBytes?.(before)
  }
}

class Reading {
  readonly #sheet: Sheet
  readonly #rowOf: MappedRowOf
  readonly #splitter
  #headers: number

  constructor(sheet: Sheet, rowOf: MappedRowOf) {
    this.#sheet = sheet
    this.#rowOf = rowOf
    this.#splitter = splitRecords(sheet.dialect)
    this.#headers = sheet.hasHeader ? 1 : 0
  }

  line(line: string, number: number, isCut: boolean): readonly Item[] {
    if (isCut) return [...this.end(), rejected(this.#sheet.index, number, line, TOO_LONG)]
    const records = this.#splitter.push(line, number)
    return records.length === 0 ? [] : this.#items(records)
  }

  end(): readonly Item[] {
    return this.#items(this.#splitter.end())
  }

  #items(records: readonly TableRecord[]): readonly Item[] {
    const rows = this.#headers === 0 ? records : records.slice(1)
    this.#headers -= records.length - rows.length
    return rows.map((record) => this.#item(record))
  }

  #item(record: TableRecord): Item {
    const { index: file, names } = this.#sheet
    const { line } = record
    if ('fault' in record) return rejected(file, line, record.text, record.fault)
    const { cells } = record
    const row = cells.length === names.length ? this.#rowOf(cells, line) : unevenFault(cells.length, names.length)
    if (row instanceof Fault) return rejected(file, line, cells.join(this.#sheet.dialect.separator), row)
    if (row instanceof LeftOut) return { type: 'aside', file, line, reason: row.reason }
    return { type: 'row', row }
  }
}

function unevenFault(has: number, wanted: number): Fault {
  const columns = has === 1 ? 'column' : 'columns'
  return new Fault(null, `The row has ${has} ${columns}; the table has ${wanted}.`, 'not as many columns as the table')
}

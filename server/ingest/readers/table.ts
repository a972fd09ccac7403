import { checkMapping } from '../mapping/check-mapping.ts'
import { speaksOfColumns } from '../mapping/mapping.ts'
import { SpoiltFileError, type Reader, type ReadOptions, type Recognition, type TextFile } from '../rows/reader.ts'
import type { Item } from '../rows/row.ts'
import { planTable } from './table/plan-table.ts'
import { readSheets } from './table/read-sheets.ts'
import { sheetsOf } from './table/sheet.ts'

/** Tables of any kind: between commas, semicolons, tabs or bars, and sheets of workbooks. Somebody says which column is what. */
export const table: Reader = {
  format: 'table',
  title: 'tables of your own (CSV, TSV, XLSX, GraphML)',
  takesColumns: true,

  recognise(files: readonly TextFile[], mapping?: unknown): Recognition | null {
    const sheets = sheetsOf(files, waysOf(mapping))
    if (!sheets && speaksOfColumns(mapping) && files.some(({ sample }) => sample.trim() !== '')) throw noTable(files)
    if (!sheets) return null
    const { says, asks, notes, collection, suggestion, sure } = planTable(sheets, mapping)
    return { sure, says, asks, mends: notes, collection, suggestion }
  },

  async *read(files: readonly TextFile[], options: ReadOptions): AsyncGenerator<readonly Item[], void> {
    const sheets = sheetsOf(files, waysOf(options.mapping))
    if (!sheets) throw noTable(files)
    const name = files[0]?.name ?? ''
    const { asks, form, mapping } = planTable(sheets, options.mapping)
    if (asks.length > 0 || form === null) throw new SpoiltFileError(name, null, asks.join(' '))
    yield* readSheets(sheets, mapping, form, options)
  },
}

function noTable(files: readonly TextFile[]): SpoiltFileError {
  const what = files.length === 1 ? 'It is no table' : 'The files are no tables with the same columns'
  const says = `${what}: there commas, semicolons, tabs or bars divide most lines into equally many columns, two at least.`
  return new SpoiltFileError(files[0]?.name ?? '', null, says)
}

function waysOf(mapping: unknown): Parameters<typeof sheetsOf>[1] {
  const checked = speaksOfColumns(mapping) ? checkMapping(mapping) : {}
  return 'problems' in checked ? {} : checked
}

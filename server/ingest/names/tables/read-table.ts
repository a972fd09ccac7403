import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** The rows of a table beside this file, by the names in its first line. A cell is never missing, but may be empty. */
export function readTable<Column extends string>(file: string): readonly Readonly<Record<Column, string>>[] {
  return parse(readFileSync(new URL(file, import.meta.url)), { columns: true })
}

/** The parts of a cell that holds several: `a|b`. */
export function several(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split('|')
}

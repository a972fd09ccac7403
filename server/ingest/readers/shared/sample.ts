import type { TextFile } from '../../rows/reader.ts'

/** At most so many rows of a sample are looked at. */
const MOST = 2_000

/** The first lines of a file, blank ones left out. */
export function sampleLines(file: TextFile): readonly string[] {
  return file.sample.split(/\r\n|\n|\r/, MOST).filter((line) => line.trim() !== '')
}

/** The share of the items that pass; 0 of none. */
export function share<T>(items: readonly T[], passes: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(passes).length / items.length
}

/** One column of rows, from 0; cells that are not there are empty. */
export function column(rows: readonly (readonly string[])[], at: number): readonly string[] {
  return rows.map((row) => row[at] ?? '')
}

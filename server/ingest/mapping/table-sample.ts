import type { Mapping } from './mapping.ts'

/** The beginning of a table: what a mapping is suggested from. */
export interface TableSample {
  /** Of the columns; their numbers, from 1, where the table has no header. */
  readonly names: readonly string[]
  readonly hasHeader: boolean
  /** The first rows, without the header. */
  readonly rows: readonly (readonly string[])[]
  /** What had to be found out to read it, where it is not what everybody takes for granted. */
  readonly ways: Pick<Mapping, 'separator' | 'header' | 'sheet'>
}

/** The cells of a column that hold something, from the first rows. */
export function filledCells({ rows }: TableSample, at: number, empty: readonly string[] = []): readonly string[] {
  return rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '' && !empty.includes(cell))
}

/** The different ones of some texts, most frequent first. */
export function counted(texts: readonly string[]): readonly (readonly [text: string, times: number])[] {
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  return [...times].toSorted((a, b) => b[1] - a[1])
}

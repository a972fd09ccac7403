import type { ReadOptions, TextFile } from '../../rows/reader.ts'
import type { Item, SourceRow } from '../../rows/row.ts'
import { LONGEST_LINE } from '../../files/split-lines.ts'
import { Fault, rejected } from './fault.ts'

/** One line of a file to its row; null: a line that is no row, such as a header. */
export type RowOf = (line: string, number: number) => SourceRow | Fault | null

const SPACE = 32

export const TOO_LONG = new Fault(
  null,
  `The line is longer than ${LONGEST_LINE.toLocaleString('en')} characters: a line end may be missing.`,
  'line too long',
)

/**
 * The lines of files to items, a batch of lines at a time. Blank lines are no rows.
 * @param open is called once a file, before its first line
 * @param from the index of the first of the files among all that are imported
 */
export async function* readRows(
  files: readonly TextFile[],
  options: ReadOptions,
  open: (file: TextFile, index: number) => RowOf,
  from: number = 0,
): AsyncGenerator<readonly Item[], void> {
  let before = 0
  for (const [at, file] of files.entries()) {
    const index = from + at
    const rowOf = open(file, index)
    for await (const batch of file.lines(options.signal)) {
      const items: Item[] = []
      let number = batch.first - 1
      for (const line of batch.lines) {
        number += 1
        if (isBlank(line)) continue
        const row = batch.cut.length > 0 && batch.cut.includes(number) ? TOO_LONG : rowOf(line, number)
        if (row instanceof Fault) items.push(rejected(index, number, line, row))
        else if (row !== null) items.push({ type: 'row', row })
      }
      options.onBytes?.(before + batch.bytesRead)
      if (items.length > 0) yield items
    }
    before += file.bytes
    options.onBytes?.(before)
  }
}

function isBlank(line: string): boolean {
  return line === '' || (line.charCodeAt(0) <= SPACE && line.trim() === '')
}

import { createWriteStream, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { LeftRow } from './part.ts'

const HEADER = 'file,line,column,outcome,reason,row\n'

/** Writes rows that bring no event into a file of comma-separated values. */
export class RejectsFile {
  readonly #stream: WriteStream
  /** Rows written so far. */
  rows = 0

  private constructor(stream: WriteStream) {
    this.#stream = stream
  }

  /** What was there is written over. @throws where the file cannot be written. */
  static async open(path: string): Promise<RejectsFile> {
    const stream = createWriteStream(path)
    await once(stream, 'open')
    // An error while nobody waits must not end the process: the next write, or the end, meets it.
    stream.on('error', () => {})
    stream.write(HEADER)
    return new RejectsFile(stream)
  }

  readonly write = async (rows: readonly LeftRow[], members: readonly string[]): Promise<void> => {
    if (rows.length === 0) return
    if (this.#stream.errored) throw this.#stream.errored
    this.rows += rows.length
    const text = rows.map((row) => csvLine(row, members[row.file] ?? '')).join('')
    if (!this.#stream.write(text)) await Promise.race([once(this.#stream, 'drain'), finished(this.#stream)])
  }

  async close(): Promise<void> {
    this.#stream.end()
    await finished(this.#stream)
  }
}

function csvLine({ line, column, outcome, reason, text }: LeftRow, file: string): string {
  return `${[file, `${line}`, column === null ? '' : `${column}`, outcome, reason, text].map(csvCell).join(',')}\n`
}

/** A cell that a spreadsheet takes for text: what would begin a formula gets an apostrophe in front. */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

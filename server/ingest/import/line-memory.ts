import type { LineBatch, TextFile } from '../rows/reader.ts'

/** Batches of lines that are remembered of a file: a reader tells rows of the one before, too. */
const BATCHES = 2

/** Remembers the lines that were read last, so that a row that brings no event can be told as it stands. */
export class LineMemory {
  readonly #read: LineBatch[][]
  /** The same files, to be read. */
  readonly files: readonly TextFile[]

  constructor(files: readonly TextFile[]) {
    this.#read = files.map(() => [])
    this.files = files.map((file, at) => this.#remembering(file, this.#read[at] as LineBatch[]))
  }

  /** Null: it is not known any more, or the file is not read by lines. */
  textOf(file: number, line: number): string | null {
    const batch = this.#read[file]?.find(({ first, lines }) => line >= first && line < first + lines.length)
    return batch?.lines[line - batch.first] ?? null
  }

  #remembering(file: TextFile, read: LineBatch[]): TextFile {
    async function* lines(signal?: AbortSignal): AsyncGenerator<LineBatch> {
      read.length = 0
      for await (const batch of file.lines(signal)) {
        if (read.push(batch) > BATCHES) read.shift()
        yield batch
      }
    }
    return {
      ...file,
      // What was found on the way is known when it was read.
      get notes() {
        return file.notes
      },
      text: (signal) => file.text(signal),
      lines,
    }
  }
}

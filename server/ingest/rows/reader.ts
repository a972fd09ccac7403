import type { Suggestion } from '../mapping/suggestion.ts'
import type { Item } from './row.ts'

/** A file as text, whatever it was packed and encoded in. May be read several times, from the beginning. */
export interface TextFile {
  /** Of the file, of the member of an archive or the sheet of a workbook. */
  readonly name: string
  /** What the sheet of a workbook is called that it is; not there: it is none. */
  readonly sheet?: string
  /** What its lines were made of, where it is no file of lines. */
  readonly madeOf?: 'GraphML'
  /** The file as it is, where its lines were made of it. */
  readonly original?: TextFile
  /** Of the file as it lies, packed. */
  readonly bytes: number
  /** The first lines that fit 64 kB, decoded. */
  readonly sample: string
  /** What was found and mended on the way: "UTF-16, little end first". Some shows itself only as the file is read, and is added then. */
  readonly notes: readonly string[]
  /** Decoded text in pieces. @throws SpoiltFileError */
  text(signal?: AbortSignal): AsyncIterable<string>
  /**
   * Lines without their ends, many at a time. Lines over 1,000,000 characters are cut, and told as such.
   * @throws SpoiltFileError
   */
  lines(signal?: AbortSignal): AsyncIterable<LineBatch>
  /** The file's own bytes, for formats that are no text. */
  readonly path: string
}

export interface LineBatch {
  /** Line number of the first, from 1. */
  readonly first: number
  readonly lines: readonly string[]
  /** Line numbers of those that were cut. */
  readonly cut: readonly number[]
  /** Bytes of the packed file that have been read so far. */
  readonly bytesRead: number
}

export interface Recognition {
  /** 0 to 1: how sure. */
  readonly sure: number
  /** Plain words for the analyst: "ICEWS benchmark, 4 columns, days". */
  readonly says: string
  /** What must be answered before it can be read, such as a mapping; empty: nothing. */
  readonly asks: readonly string[]
  /** Sentences that say what of a spoilt file is mended as it is read, where that is certain; shown and reported. */
  readonly mends: readonly string[]
  /** Collection id and title that suggest themselves. */
  readonly collection: { readonly id: string; readonly title: string }
  /** Of formats that are read by a mapping of columns: the one that is used, or that suggests itself. */
  readonly suggestion?: Suggestion
}

export interface ReadOptions {
  readonly signal?: AbortSignal
  /** For formats without a meaning of their own: which column is what. */
  readonly mapping?: unknown
  /** Told of bytes read so far, over all files. */
  readonly onBytes?: (bytes: number) => void
}

/** One format. Readers hold no state between calls; what they read is never longer in memory than a batch. */
export interface Reader {
  /** Short, lower-case: `icews`, `gdelt`. */
  readonly format: string
  readonly title: string
  /** Whether it reads by a mapping of columns: where one is given, no other reader is asked. */
  readonly takesColumns?: true
  /**
   * Whether the files together are of this format, by what is in them. Null: no.
   * @param mapping which column is what, where somebody has said it
   */
  recognise(files: readonly TextFile[], mapping?: unknown): Recognition | null
  /** @throws SpoiltFileError where the file as a whole cannot be taken. */
  read(files: readonly TextFile[], options: ReadOptions): AsyncIterable<readonly Item[]>
}

/** A file that cannot be taken as it is. `says` is a plain sentence with file, place where known, reason and what to do. */
export class SpoiltFileError extends Error {
  override readonly name = 'SpoiltFileError'
  readonly file: string
  readonly line: number | null
  readonly says: string
  constructor(file: string, line: number | null, says: string) {
    super(`${file}${line === null ? '' : `:${line}`}: ${says}`)
    this.file = file
    this.line = line
    this.says = says
  }
}

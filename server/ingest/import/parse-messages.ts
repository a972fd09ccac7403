import type { Suggestion } from '../mapping/suggestion.ts'
import type { NameAnswers } from '../names/names.ts'
import type { NameReport } from './name-tally.ts'
import type { Part } from './part.ts'

/** What the thread that reads is told when it begins. */
export interface ParseOrder {
  readonly paths: readonly string[]
  readonly mapping: unknown
  readonly answers: NameAnswers
}

/** What the files are, before anything is taken from them. */
export interface Opened {
  readonly format: string
  readonly title: string
  /** What was recognised, in plain words. */
  readonly says: string
  /** What must be answered first; empty: nothing. */
  readonly asks: readonly string[]
  /** What is mended in reading. */
  readonly mends: readonly string[]
  readonly collection: { readonly id: string; readonly title: string }
  /** The mapping that is used or that suggests itself; null: the format needs none. */
  readonly suggestion: Suggestion | null
  /** What was read: files, members of archives. Rows name them by their place. */
  readonly members: readonly string[]
  /** As they lie. */
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly digest: string }[]
}

/** What it is told when the rows are wanted. */
export interface ParseGo {
  readonly collection: string
  readonly merged: ReadonlyMap<string, string>
  readonly atOnce: number
  readonly tellAside: boolean
  /** Stop after so many rows. */
  readonly mostRows: number
}

export interface ParseEnd {
  readonly names: NameReport
  /** What was found and mended on the way. */
  readonly notes: readonly string[]
  /** Whether rows are left that nobody wanted. */
  readonly isSample: boolean
}

export type ToParser = { readonly type: 'go'; readonly go: ParseGo } | { readonly type: 'took' }

export type FromParser =
  | { readonly type: 'opened'; readonly opened: Opened }
  | { readonly type: 'part'; readonly part: Part }
  | { readonly type: 'end'; readonly end: ParseEnd }
  | { readonly type: 'refused'; readonly file: string | null; readonly line: number | null; readonly says: string }
  | { readonly type: 'defect'; readonly error: unknown }

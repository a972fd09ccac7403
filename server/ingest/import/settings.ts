import type { NameAnswers } from '../names/names.ts'

/** What becomes of an import in which a row is rejected: the row is left out, or nothing of the files is taken. */
export const ON_ERROR = ['reject-file', 'skip-row'] as const
export type OnError = (typeof ON_ERROR)[number]

export interface ImportSettings {
  /** The collection that rows go into; left out: what the files suggest. */
  readonly into?: string
  /** Of a new collection; left out: what the files suggest. */
  readonly title?: string
  /** Which column is what, for formats without a meaning of their own. */
  readonly mapping?: unknown
  readonly answers?: NameAnswers
  /** Left out: reject-file. */
  readonly onError?: OnError
}

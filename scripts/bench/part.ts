import type { Section } from './report.ts'

/** What a part of the benchmarks is given. */
export interface Setting {
  /** Numbers of events, ascending. */
  readonly sizes: readonly number[]
  readonly rounds: number
  /** Where it may write; it goes away afterwards. */
  readonly folder: string
  readonly say: (line: string) => void
}

export type Part = (setting: Setting) => Promise<Section>

import type { Place } from './problem.ts'

/** The words of a problem that differ by where a case is written: in files, or by hand. */
export interface Terms {
  /** What to do where nothing has an id. @param near the id that was most likely meant. */
  unknown(what: 'actor' | 'source' | 'event', near: string | null): string
  /** What to do where no source that asserts something has a day. */
  readonly undated: string
  /** Where something else stands: `in line 3`. */
  at(place: Place): string
}

export const FILE_TERMS: Terms = {
  unknown: (what, near) => (near ? `Did you mean ${near}?` : `Write the id of one, or add it to ${what}s.yaml.`),
  undated: 'Give one of them a published day in sources.yaml.',
  at: ({ line }) => `in line ${line}`,
}

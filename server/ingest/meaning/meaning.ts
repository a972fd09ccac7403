import type { EventKind, Mark, Stage } from '../../domain/words.ts'

/** What a row's act is here. */
export interface Meaning {
  readonly kind: EventKind
  readonly subtype: string
  readonly stage: Stage
  /** 0 to 3; at most 1 where the stage is not ACTUAL. */
  readonly strength: number
  readonly mark: Mark
  readonly scope: string | null
  readonly code: string
  readonly system: string
  readonly goldstein: number | null
}

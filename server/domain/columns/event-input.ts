import type { Day } from '../days.ts'
import type { ActorIndex, DatedStatus, Denials } from '../snapshot.ts'

/** What every event has. Kind, stage, mark and status are codes of their lists in words.ts. */
export interface PlainInput {
  readonly actor: ActorIndex
  readonly target: ActorIndex
  readonly earliest: Day
  readonly latest: Day
  readonly flags: number
  /** AFTER_ALL: never became known. */
  readonly reported: Day
  readonly kind: number
  readonly subtype: string
  readonly stage: number
  readonly mark: number
  readonly strength: number
  readonly scope: string | null
  readonly code: string | null
  readonly collection: number
  /** As of ever: source ids or the names of data sets' origins. */
  readonly origins: readonly string[]
  /** Pieces of evidence of any stance and day; a row of a data set without any rests on one. */
  readonly evidenceCount: number
}

/** What few events have, and what becomes of the others with it. */
export interface StandingInput extends Pick<PlainInput, 'reported' | 'origins' | 'evidenceCount'> {
  /** As of ever. */
  readonly status: number
  /** Null where nothing changed after the event became known. */
  readonly history: readonly DatedStatus[] | null
  readonly denials: Denials | null
  /** Null where all origins came on the day on which the event became known. */
  readonly originsSince: readonly { readonly on: Day; readonly origins: readonly string[] }[] | null
  /** The last day on which anything about it became known; null where that is `reported`. */
  readonly lastWord: Day | null
  readonly breaks: readonly string[]
  readonly restores: readonly string[]
}

/** One event on its way into the columns. */
export interface EventInput extends PlainInput, StandingInput {
  readonly id: string
}

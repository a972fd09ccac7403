import type { Day, DaySpan } from '../days.ts'
import type { Episode } from '../episodes.ts'
import type { Start } from '../overlap.ts'
import type { ActorIndex, Row } from '../snapshot.ts'
import type { DistancingRule, Level } from '../words.ts'

/** Who distanced themselves from whom: what is asked. The known-on date and the collections live in the View. */
export interface DistancingQuery {
  readonly toward?: ActorIndex | undefined
  readonly by?: ActorIndex | undefined
  /** Inclusive. */
  readonly since?: Day | undefined
  /** Inclusive. */
  readonly until?: Day | undefined
  readonly level: Level
  /** Rules switched on; STRICT always is. */
  readonly include: ReadonlySet<DistancingRule>
}

/** The whole answer; cutting it into pages is left to who shows it. */
export interface Distancing {
  readonly query: DistancingQuery
  /** In order: with a STRICT act first, strength descending, first act, names, ids. */
  readonly rows: readonly DistancingRow[]
  /** At TOP, acts inside one top actor. */
  readonly internal: readonly Act[]
  /** For each rule that is off what it would add; internal acts are not in it. */
  readonly switches: readonly { readonly rule: DistancingRule; readonly rows: number; readonly acts: number }[]
}

export interface DistancingRow {
  readonly who: ActorIndex
  readonly fromWhom: ActorIndex
  /** In the order of their first events. */
  readonly acts: readonly Act[]
  readonly continues: readonly Episode[]
  readonly before: readonly Episode[]
  readonly meanwhile: readonly Episode[]
  /** Null without a STRICT act. */
  readonly restored: Restoration | null
  readonly strength: number
  /** Of all its acts. */
  readonly first: DaySpan
  readonly lag: Lag | null
  readonly origins: readonly number[]
  readonly disputed: boolean
  readonly answered: boolean
}

/** An episode that counts as distancing. */
export interface Act extends Episode {
  readonly admittedBy: DistancingRule
  /** Between which days it began. */
  readonly start: Start
  /** When the run really began, where that is before the window. */
  readonly beganOn: Day | null
  readonly restored: Restoration
}

export interface Restoration {
  readonly known: boolean
  /** The latest day by which it was restored; null where not known or not a day. */
  readonly on: Day | null
  /** The event that restored it. */
  readonly by: Row | null
}

/** Days between two starts; `max` null: at least `min`. */
export interface Lag {
  readonly min: number
  readonly max: number | null
}

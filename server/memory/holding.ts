import type { Day } from '../domain/days.ts'
import type { EventTuple } from '../store/graph-store.ts'

/** Which events are held in memory, and how much of it they may take. */
export interface Holding {
  /** Bytes. */
  readonly limit: number
  /** Ids of collections; null: all. */
  readonly collections: ReadonlySet<string> | null
  /** Events that were surely over before this day are left out; null: none. */
  readonly since: Day | null
}

export const EVERYTHING: Holding = { limit: Infinity, collections: null, since: null }

/** Those that are to be held. */
export function heldOf(events: readonly EventTuple[], { collections, since }: Holding): readonly EventTuple[] {
  if (collections === null && since === null) return events
  return events.filter(
    ([, , , , latest, , , , , , , , , collection]) =>
      (collections === null || collections.has(collection)) && (since === null || latest >= since),
  )
}

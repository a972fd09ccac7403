import type { Day } from '../../../server/domain/days.ts'
import { countMeetingsOnce, selectForAggregate, type Filter } from './filter.ts'
import { distinct } from './order.ts'
import { countByKind, type KindCount } from './timeline.ts'
import type { World } from './world.ts'

export interface Stats {
  readonly events: number
  readonly actors: number
  /** Ordered pairs. */
  readonly ties: number
  /** Those whom the events go back to. */
  readonly sources: number
  readonly byKind: readonly KindCount[]
  readonly disputed: number
  readonly answered: number
  readonly singleOrigin: number
  readonly notDone: number
  readonly firstReported: Day | null
  readonly lastReported: Day | null
}

/** Counts over the events that pass; mirrored rows count once, but for ordered pairs, where direction matters. */
export function stats(world: World, filter: Filter): Stats {
  const rows = selectForAggregate(world, filter, 'ACTOR')
  const events = countMeetingsOnce(rows, filter)
  const reported = events.map((event) => event.reported)
  return {
    events: events.length,
    actors: distinct(rows.flatMap(({ record }) => [record.actor, record.target])).length,
    ties: distinct(rows.map(({ record }) => JSON.stringify([record.actor, record.target]))).length,
    sources: distinct(events.flatMap((event) => event.origins)).length,
    byKind: countByKind(events),
    disputed: events.filter((event) => event.disputed).length,
    answered: events.filter((event) => event.answered).length,
    singleOrigin: events.filter((event) => event.origins.length === 1).length,
    notDone: events.filter((event) => event.record.stage !== 'ACTUAL').length,
    firstReported: reported.length > 0 ? Math.min(...reported) : null,
    lastReported: reported.length > 0 ? Math.max(...reported) : null,
  }
}

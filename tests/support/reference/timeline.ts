import { formatDay, isDay, parseDay, type Day } from '../../../server/domain/days.ts'
import { EVENT_KINDS, type EventKind } from '../../../server/domain/words.ts'
import { countMeetingsOnce, selectForAggregate, type Filter } from './filter.ts'
import type { World } from './world.ts'

export type Bucket = 'DAY' | 'WEEK' | 'MONTH' | 'YEAR'

export interface Timeline {
  /** Those that hold an event, by first day. */
  readonly buckets: readonly { readonly start: Day; readonly counts: readonly KindCount[] }[]
  readonly withoutStart: number
  readonly total: number
}

export interface KindCount {
  readonly kind: EventKind
  readonly events: number
}

/** An event counts once, in the bucket of its earliest day cut to the window; unknown and open starts in the first bucket. */
export function timeline(world: World, filter: Filter, bucket: Bucket): Timeline {
  const events = countMeetingsOnce(selectForAggregate(world, filter, 'ACTOR'), filter)
  const since = filter.occurredSince
  const starts = events.map((event) =>
    isDay(event.earliest) ? Math.max(event.earliest, since ?? event.earliest) : null,
  )
  const begun = starts.filter((start) => start !== null)
  const first = since ?? (begun.length > 0 ? Math.min(...begun) : Math.min(...events.map((event) => event.latest)))
  const bucketOf = starts.map((start) => bucketStart(start ?? first, bucket))
  return {
    buckets: [...new Set(bucketOf)]
      .sort((a, b) => a - b)
      .map((start) => ({ start, counts: countByKind(events.filter((_, at) => bucketOf[at] === start)) })),
    withoutStart: events.length - begun.length,
    total: events.length,
  }
}

/** By kind, those that occur. */
export function countByKind(events: readonly { readonly record: { readonly kind: EventKind } }[]): KindCount[] {
  return EVENT_KINDS.map((kind) => ({
    kind,
    events: events.filter(({ record }) => record.kind === kind).length,
  })).filter((count) => count.events > 0)
}

/** The first day of the bucket in which a day lies. */
export function bucketStart(day: Day, bucket: Bucket): Day {
  const written = formatDay(day)
  switch (bucket) {
    case 'DAY':
      return day
    case 'WEEK':
      return (
        day - new Date(`${written}T00:00Z`).getUTCDay() + (new Date(`${written}T00:00Z`).getUTCDay() === 0 ? -6 : 1)
      )
    case 'MONTH':
      return parseDay(`${written.slice(0, 7)}-01`) ?? day
    case 'YEAR':
      return parseDay(`${written.slice(0, 4)}-01-01`) ?? day
  }
}

import type { Criteria } from './criteria.ts'
import { BEFORE_ALL, firstOfMonth, monthOf, type Day } from './days.ts'
import { isDirected, isMirror } from './mirror.ts'
import { sifted, where } from './sieve.ts'
import type { EventColumns, Row } from './snapshot.ts'
import { EVENT_KINDS, type EventKind } from './words.ts'

export const BUCKETS = ['DAY', 'WEEK', 'MONTH', 'YEAR'] as const
export type Bucket = (typeof BUCKETS)[number]

export interface Timeline {
  readonly bucket: Bucket
  /** Those that hold events, the earliest first; where there are none, none. */
  readonly buckets: readonly TimelineBucket[]
  /** Events whose start is unknown or open. */
  readonly withoutStart: number
  readonly total: number
}

export interface TimelineBucket {
  /** First day, also where the window begins later. */
  readonly start: Day
  /** Last day. */
  readonly end: Day
  /** Kinds that occur, in the order of EVENT_KINDS. */
  readonly counts: readonly { readonly kind: EventKind; readonly events: number }[]
}

/**
 * Events by the bucket of their earliest day, cut to the window of the criteria. One whose start is unknown or open stands in the
 * first bucket: that of the first day of the window, else of the least known start, else of the least latest day. Mirrored rows
 * count once.
 * @param rows of the criteria, in any order.
 */
export function timeline(events: EventColumns, rows: ArrayLike<Row>, criteria: Criteria, bucket: Bucket): Timeline {
  const counted = sifted(Int32Array.from(rows), isDirected(criteria) ? [] : [where((row) => !isMirror(events, row))])
  const since = criteria.occurredSince ?? BEFORE_ALL
  const first = criteria.occurredSince ?? leastStart(events, counted)
  const kindsByDay = new Map<Day, number[]>()
  let withoutStart = 0
  let day = NaN
  let kinds: number[] = []
  for (let at = 0; at < counted.length; at++) {
    const row = counted[at] as Row
    const earliest = events.earliest[row] as Day
    if (earliest === BEFORE_ALL) withoutStart++
    const own = earliest === BEFORE_ALL ? first : Math.max(earliest, since)
    // Rows of a pair that stand side by side often share a day.
    if (own !== day) kinds = kindsOf(kindsByDay, (day = own))
    const kind = events.kind[row] as number
    kinds[kind] = (kinds[kind] as number) + 1
  }
  const kindsByStart = new Map<Day, number[]>()
  for (const [day, kinds] of kindsByDay) {
    const ofBucket = kindsOf(kindsByStart, startOfBucket(day, bucket))
    kinds.forEach((count, kind) => (ofBucket[kind] = (ofBucket[kind] as number) + count))
  }
  const buckets = [...kindsByStart]
    .sort(([a], [b]) => a - b)
    .map(([start, kinds]) => ({
      start,
      end: endOfBucket(start, bucket),
      counts: EVENT_KINDS.map((kind, code) => ({ kind, events: kinds[code] ?? 0 })).filter((count) => count.events > 0),
    }))
  return { bucket, buckets, withoutStart, total: counted.length }
}

function kindsOf(kindsByDay: Map<Day, number[]>, day: Day): number[] {
  let kinds = kindsByDay.get(day)
  if (!kinds) kindsByDay.set(day, (kinds = EVENT_KINDS.map(() => 0)))
  return kinds
}

function leastStart(events: EventColumns, rows: Int32Array): Day {
  let start = Infinity
  let end = Infinity
  for (const row of rows) {
    const earliest = events.earliest[row] as Day
    if (earliest !== BEFORE_ALL && earliest < start) start = earliest
    if ((events.latest[row] as Day) < end) end = events.latest[row] as Day
  }
  return start === Infinity ? end : start
}

function startOfBucket(day: Day, bucket: Bucket): Day {
  if (bucket === 'DAY') return day
  // 1970-01-01 was a Thursday, three days after a Monday.
  if (bucket === 'WEEK') return day - ((((day + 3) % 7) + 7) % 7)
  const { year, month } = monthOf(day)
  return firstOfMonth(year, bucket === 'MONTH' ? month : 0)
}

function endOfBucket(start: Day, bucket: Bucket): Day {
  if (bucket === 'DAY') return start
  if (bucket === 'WEEK') return start + 6
  const { year, month } = monthOf(start)
  return firstOfMonth(year, bucket === 'MONTH' ? month + 1 : 12) - 1
}

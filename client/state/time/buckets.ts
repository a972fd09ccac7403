import type { EventRow } from '../types.ts'
import { KINDS } from '../view/view.ts'
import { endOfMonth, type Axis } from './axis.ts'
import type { Bucket } from './timed.ts'

/** A longer axis is cut into months. */
const MOST_DAYS_BY_DAY = 130

/** How many of the events began when, by day or month; one whose start is not stated counts in the first. */
export function toBuckets(events: readonly EventRow[], axis: Axis): readonly Bucket[] {
  const byDay = axis.days <= MOST_DAYS_BY_DAY
  const starts = Map.groupBy(events, ({ occurred }) => {
    const day = occurred.earliest ?? axis.first
    return byDay ? day : `${day.slice(0, 7)}-01`
  })
  return [...starts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([start, begun]) => ({
      start,
      end: byDay ? start : endOfMonth(start),
      counts: KINDS.flatMap((kind) => {
        const many = begun.filter((event) => event.kind === kind).length
        return many > 0 ? [{ kind, events: many }] : []
      }),
    }))
}

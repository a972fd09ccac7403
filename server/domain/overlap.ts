import { AFTER_ALL, BEFORE_ALL, type Day } from './days.ts'
import { FLAG, type EventColumns, type Row } from './snapshot.ts'

/** Whether the days of an event may lie in a window; a side that is undefined does not narrow. */
export function overlaps(events: EventColumns, row: Row, since: Day | undefined, until: Day | undefined): boolean {
  if (since !== undefined && (events.latest[row] as Day) < since) return false
  return until === undefined || (events.earliest[row] as Day) <= until
}

/** The days between which an act began. An open start is before every day, an unknown one is any day up to the latest. */
export interface Start {
  readonly from: Day
  readonly to: Day
}

/** The start of an event: of one on ONE_DAY its days, of one THROUGHOUT its earliest. */
export function startOf(events: EventColumns, row: Row): Start {
  const earliest = events.earliest[row] as Day
  const flags = events.flags[row] as number
  if (earliest === BEFORE_ALL) {
    return { from: BEFORE_ALL, to: flags & FLAG.OPEN_START ? BEFORE_ALL : (events.latest[row] as Day) }
  }
  return { from: earliest, to: flags & FLAG.THROUGHOUT ? earliest : (events.latest[row] as Day) }
}

/** The last day on which an event THROUGHOUT is sure to have gone on; null for one on ONE_DAY. */
export function surelyUntil(events: EventColumns, row: Row): Day | null {
  const flags = events.flags[row] as number
  if (!(flags & FLAG.THROUGHOUT)) return null
  const latest = events.latest[row] as Day
  if (latest !== AFTER_ALL || flags & FLAG.OPEN_END) return latest
  return events.earliest[row] as Day
}

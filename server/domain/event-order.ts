import type { Day } from './days.ts'
import type { ActorIndex, EventColumns, Row } from './snapshot.ts'

/** Negative, 0 or positive: order by earliest, latest, id. */
export function compareInTime(events: EventColumns, a: Row, b: Row): number {
  return (
    (events.earliest[a] as Day) - (events.earliest[b] as Day) ||
    (events.latest[a] as Day) - (events.latest[b] as Day) ||
    events.id.compare(a, b)
  )
}

/** Negative, 0 or positive: pair order, which is actor, target, earliest, latest, id. */
export function compareInPairs(events: EventColumns, a: Row, b: Row): number {
  return (
    (events.actor[a] as ActorIndex) - (events.actor[b] as ActorIndex) ||
    (events.target[a] as ActorIndex) - (events.target[b] as ActorIndex) ||
    compareInTime(events, a, b)
  )
}

import type { EventRow, Network } from '../types.ts'
import { CHANGES, type Change } from '../view/view.ts'
import { hadHappened } from './span.ts'

/** What became of each event between two days of knowing, by id; one that is not in it is the same on both. */
export type Changes = ReadonlyMap<string, Change>

/**
 * `UNREPORTED`: it appeared, and had surely happened by the earlier day, so a ghost there. `APPEARED`: it appeared, and had not, or
 * its days do not say. `ENDED`: denied or taken back since. `STATUS`: any other turn of its status. An event that is heard of with
 * its denial is no change of the picture.
 * @param earlierDay the day of `earlier`
 */
export function toChanges(earlier: Network, later: Network, earlierDay: string): Changes {
  const before = eventsById(earlier)
  const changes = new Map<string, Change>()
  for (const [id, event] of eventsById(later)) {
    const change = changeOf(before.get(id) ?? null, event, earlierDay)
    if (change) changes.set(id, change)
  }
  return changes
}

function changeOf(before: EventRow | null, after: EventRow, earlierDay: string): Change | null {
  if (!before) {
    // One that was known then is only not among those that were read.
    if (after.status === 'DENIED' || after.reportedOn <= earlierDay) return null
    return hadHappened(after.occurred, earlierDay) ? 'UNREPORTED' : 'APPEARED'
  }
  if (before.status === after.status) return null
  return holds(before) && !holds(after) ? 'ENDED' : 'STATUS'
}

/** Neither denied by the actor itself nor taken back. */
function holds({ status }: EventRow): boolean {
  return status !== 'DENIED' && status !== 'REVERSED'
}

/** All events of a network; those that are listed but not drawn are denied. */
export function eventsById({ events, ties }: Network): ReadonlyMap<string, EventRow> {
  const listed = [...events.nodes, ...ties.items.flatMap((tie) => tie.events.nodes)]
  return new Map(listed.map((event) => [event.id, event]))
}

/** Whether not every event was read, so that changes are counted of some only. */
export function isCut(network: Network): boolean {
  return eventsById(network).size < network.events.total
}

/** Whether a change is one that the filter asks for. What had happened unreported appeared too. */
export function isAmong(change: Change, filter: Change | null): boolean {
  return filter === null || change === filter || (filter === 'APPEARED' && change === 'UNREPORTED')
}

/** How many events the filter of each change would leave. */
export function countChanges(changes: Changes): Readonly<Record<Change, number>> {
  const all = [...changes.values()]
  const count = (filter: Change) => all.filter((change) => isAmong(change, filter)).length
  const counts = CHANGES.map((filter) => [filter, count(filter)] as const)
  return Object.fromEntries(counts) as Record<Change, number>
}

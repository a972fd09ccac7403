import type { Day } from '../../../server/domain/days.ts'
import type { Choice, EventKind, Level, Stage, Status } from '../../../server/domain/words.ts'
import { isUnder } from './roll-up.ts'
import { isLeftOut, overlaps, rollUpDay, type KnownEvent, type World } from './world.ts'

/** EventFilter over ids; what is left out does not narrow. */
export interface Filter {
  readonly actors?: readonly string[]
  readonly actor?: string
  readonly target?: string
  readonly between?: readonly string[]
  readonly kinds?: readonly EventKind[]
  readonly subtypes?: readonly string[]
  readonly stages?: readonly Stage[]
  readonly statuses?: readonly Status[]
  readonly disputed?: Choice
  readonly answered?: Choice
  readonly minOrigins?: number
  readonly maxOrigins?: number
  readonly occurredSince?: Day
  readonly occurredUntil?: Day
  readonly reportedSince?: Day
  readonly reportedUntil?: Day
}

/** What an aggregate is made of: no DENIED events unless asked for, none of unspecified actors unless the filter names them. */
export function selectForAggregate(world: World, filter: Filter, level: Level): KnownEvent[] {
  const named = [filter.actors ?? [], filter.between ?? [], filter.actor ?? [], filter.target ?? []].flat()
  const statuses = filter.statuses ?? ['REPORTED', 'CONFIRMED', 'REVERSED']
  return selectEvents(world, { ...filter, statuses }, level).filter((event) => !isLeftOut(world, event, named))
}

/**
 * What is counted where a meeting that was coded in both directions counts once: its second row counts only where direction
 * matters, which is where the filter names who acted or who was acted toward.
 */
export function countMeetingsOnce(events: readonly KnownEvent[], filter: Filter): KnownEvent[] {
  if (filter.actor !== undefined || filter.target !== undefined) return [...events]
  return events.filter((event) => event.record.coded?.mirror !== true)
}

/** Every known event that passes. At TOP a filter on an actor takes all that rolls up to it. */
export function selectEvents(world: World, filter: Filter, level: Level): KnownEvent[] {
  return world.events.filter((event) => {
    const { record } = event
    const isOne = (actor: string, among: readonly string[]) =>
      among.some((one) => (level === 'TOP' ? isUnder(world, actor, one, rollUpDay(event)) : actor === one))
    return (
      (!filter.actors || isOne(record.actor, filter.actors) || isOne(record.target, filter.actors)) &&
      (!filter.actor || isOne(record.actor, [filter.actor])) &&
      (!filter.target || isOne(record.target, [filter.target])) &&
      (!filter.between || (isOne(record.actor, filter.between) && isOne(record.target, filter.between))) &&
      (filter.kinds?.includes(record.kind) ?? true) &&
      (filter.subtypes?.includes(record.subtype) ?? true) &&
      (filter.stages?.includes(record.stage) ?? true) &&
      (filter.statuses?.includes(event.status) ?? true) &&
      isChosen(filter.disputed, event.disputed) &&
      isChosen(filter.answered, event.answered) &&
      event.origins.length >= (filter.minOrigins ?? 0) &&
      event.origins.length <= (filter.maxOrigins ?? Infinity) &&
      overlaps(event, filter.occurredSince, filter.occurredUntil) &&
      event.reported >= (filter.reportedSince ?? -Infinity) &&
      event.reported <= (filter.reportedUntil ?? Infinity)
    )
  })
}

function isChosen(choice: Choice | undefined, has: boolean): boolean {
  if (choice === 'ONLY') return has
  return choice === 'EXCLUDE' ? !has : true
}

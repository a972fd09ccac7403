import { AFTER_ALL, type DaySpan } from '../../../server/domain/days.ts'
import type { Status } from '../../../server/domain/words.ts'
import { distinct, groupBy } from './order.ts'
import { inOrder, type KnownEvent } from './world.ts'

const GAP_DAYS = 30

/** One act, re-reported. Its events are in order; its id is that of the first. */
export interface Episode {
  readonly id: string
  readonly events: readonly KnownEvent[]
  readonly first: DaySpan
  readonly last: DaySpan
  readonly strength: number
  readonly status: Status
  readonly origins: readonly string[]
  readonly disputed: boolean
  readonly answered: boolean
}

/** The episodes of the events, always at ACTOR, in the order of their first events. */
export function episodesOf(events: readonly KnownEvent[]): Episode[] {
  return [...groupBy(events, runKey).values()]
    .flatMap((alike) => runsOf([...alike].sort(inOrder)))
    .map((run) => toEpisode(run))
    .sort((a, b) => inOrder(firstEvent(a), firstEvent(b)))
}

/** The event that stands for the episode. */
export function firstEvent(episode: Episode): KnownEvent {
  return present(episode.events[0])
}

/** Of several acts: from the least earliest to the least latest. */
export function firstSpan(events: readonly KnownEvent[]): DaySpan {
  return {
    earliest: Math.min(...events.map((event) => event.earliest)),
    latest: Math.min(...events.map((event) => event.latest)),
  }
}

/** Of several acts: from the greatest earliest to the greatest latest. */
export function lastSpan(events: readonly KnownEvent[]): DaySpan {
  return {
    earliest: Math.max(...events.map((event) => event.earliest)),
    latest: Math.max(...events.map((event) => event.latest)),
  }
}

/** The event that was reported last; of several the last in order. */
export function latestReported(events: readonly KnownEvent[]): KnownEvent {
  const reported = Math.max(...events.map((event) => event.reported))
  return present(events.filter((event) => event.reported === reported).at(-1))
}

/** What the events of one run have in common. */
export function runKey({ record }: KnownEvent): string {
  const scope = record.scope === null ? null : record.scope.trim().toLowerCase()
  return JSON.stringify([
    record.collection,
    record.actor,
    record.target,
    record.kind,
    record.subtype,
    record.stage,
    record.mark,
    scope,
  ])
}

function runsOf(sorted: readonly KnownEvent[]): KnownEvent[][] {
  const runs: KnownEvent[][] = []
  for (const event of sorted) {
    const run = runs.at(-1)
    const reach = run ? lastSpan(run).latest : null
    if (run && reach !== null && (reach === AFTER_ALL || event.earliest - reach <= GAP_DAYS)) run.push(event)
    else runs.push([event])
  }
  return runs
}

function toEpisode(events: readonly KnownEvent[]): Episode {
  return {
    id: present(events[0]).id,
    events,
    first: firstSpan(events),
    last: lastSpan(events),
    strength: Math.max(...events.map((event) => event.record.strength)),
    status: latestReported(events).status,
    origins: distinct(events.flatMap((event) => event.origins)),
    disputed: events.some((event) => event.disputed),
    answered: events.some((event) => event.answered),
  }
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('A run has at least one event.')
  return value
}

import { neighbourhood } from '../../../server/domain/neighbourhood.ts'
import { paths } from '../../../server/domain/paths.ts'
import { select } from '../../../server/domain/select.ts'
import { stats } from '../../../server/domain/stats.ts'
import { tiesOf, type Tie } from '../../../server/domain/ties.ts'
import { timeline, type Bucket } from '../../../server/domain/timeline.ts'
import type { View } from '../../../server/domain/view.ts'
import type { Level } from '../../../server/domain/words.ts'
import type { Question } from '../arbitrary-questions.ts'
import { ask, toCriteria } from '../asked.ts'
import { actorIndex } from '../snapshots.ts'
import * as reference from './distancing.ts'
import { selectEvents, type Filter } from './filter.ts'
import { distinct } from './order.ts'
import { namesOf, plainAnswer, plainReference, plainTie } from './plain.ts'
import * as counts from './stats.ts'
import * as steps from './steps.ts'
import * as ties from './ties.ts'
import * as timelines from './timeline.ts'
import type { World } from './world.ts'

/** An answer of the product, and what the naive reference says to the same question: equal, or one of them is wrong. */
export interface Beside<T = unknown> {
  readonly said: T
  readonly expected: T
}

/** Ids of the events that pass, sorted. */
export function eventsBeside(view: View, world: World, filter: Filter, level: Level): Beside<readonly string[]> {
  const rows = select(view, toCriteria(view.snapshot, filter), { level, purpose: 'LIST' })
  return {
    said: distinct(Array.from(rows, namesOf(view).event)),
    expected: distinct(selectEvents(world, filter, level).map((event) => event.id)),
  }
}

export function tiesBeside(view: View, world: World, filter: Filter, level: Level): Beside<readonly ties.Tie[]> {
  return {
    said: tiesIn(view, filter, level).map((tie) => plainTie(view, tie)),
    expected: ties.ties(world, filter, level),
  }
}

export function timelineBeside(view: View, world: World, filter: Filter, bucket: Bucket): Beside<timelines.Timeline> {
  const { criteria, rows } = aggregated(view, filter)
  const { buckets, withoutStart, total } = timeline(view.snapshot.events, rows, criteria, bucket)
  const plain = buckets.map(({ start, counts }) => ({ start, counts }))
  return { said: { buckets: plain, withoutStart, total }, expected: timelines.timeline(world, filter, bucket) }
}

export function statsBeside(view: View, world: World, filter: Filter): Beside<counts.Stats> {
  const { criteria, rows } = aggregated(view, filter)
  const { byActorKind: _, asKnownOn: __, ...said } = stats(view, rows, criteria)
  return { said, expected: counts.stats(world, filter) }
}

/** Paths between two actors by what they pass, in order, and how many there are. */
export function pathsBeside(
  view: View,
  world: World,
  filter: Filter,
  [from, to]: readonly [string, string],
  affiliations: boolean,
): Beside<{ readonly total: number; readonly items: readonly steps.Path[] }> {
  const maxLength = 4
  const ends = { from: actorIndex(view.snapshot, from), to: actorIndex(view.snapshot, to) }
  const list = paths(view, tiesIn(view, filter, 'ACTOR'), { ...ends, affiliations, maxLength, first: 1000 })
  const names = namesOf(view)
  const items = list.items.map(({ steps: each, events }) => ({
    actors: [from, ...each.map((step) => names.actor(step.to))],
    events,
  }))
  const expected = steps.paths(world, from, to, filter, affiliations, maxLength)
  return { said: { total: list.total, items }, expected: { total: expected.length, items: expected } }
}

/** Steps to each neighbour within a depth. */
export function neighboursBeside(
  view: View,
  world: World,
  filter: Filter,
  level: Level,
  centre: string,
  depth: number,
): Beside<ReadonlyMap<string, number>> {
  const names = namesOf(view)
  const found = neighbourhood(view, tiesIn(view, filter, level), actorIndex(view.snapshot, centre), depth, 100)
  return {
    said: new Map(found.members.map(({ actor, distance }) => [names.actor(actor), distance] as const)),
    expected: steps.distances(world, centre, depth, filter, level),
  }
}

/** But for the days by which acts are told to be restored, of which several may be right. */
export function distancingBeside(view: View, world: World, asked: Question): Beside<ReturnType<typeof plainAnswer>> {
  return {
    said: plainAnswer(view, ask(view, asked)),
    expected: plainReference(reference.distancing(world, asked)),
  }
}

function tiesIn(view: View, filter: Filter, level: Level): readonly Tie[] {
  return tiesOf(view, select(view, toCriteria(view.snapshot, filter), { level, purpose: 'AGGREGATE' }), level)
}

function aggregated(view: View, filter: Filter) {
  const criteria = toCriteria(view.snapshot, filter)
  return { criteria, rows: select(view, criteria, { level: 'ACTOR', purpose: 'AGGREGATE' }) }
}

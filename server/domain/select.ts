import { compareCodePoints } from './code-points.ts'
import type { Criteria } from './criteria.ts'
import type { Day } from './days.ts'
import { overlaps } from './overlap.ts'
import type { ActorIndex, EventColumns, Row } from './snapshot.ts'
import { isAnswered, isDisputed, isVisible, originsOn, statusOn, type View } from './view.ts'
import { codeOf, EVENT_KINDS, STAGES, type Choice, type Level } from './words.ts'

export interface SelectOptions {
  /** At TOP, an actor of the criteria stands for all that rolls up to it. */
  readonly level: Level
  /** AGGREGATE leaves out what is DENIED and actors that are unspecified, unless the criteria name them. */
  readonly purpose: 'LIST' | 'AGGREGATE'
}

/** Rows of the events that are visible and meet the criteria, in pair order: actor, target, earliest, latest, id. */
export function select(view: View, criteria: Criteria, options: SelectOptions): Int32Array {
  const { events } = view.snapshot
  const meets = predicate(view, criteria, options)
  const base = candidates(view, criteria, options.level)
  const rows: Row[] = []
  if (base) for (const row of base) if (meets(row)) rows.push(row)
  if (!base) for (let row = 0; row < events.baseLength; row++) if (meets(row)) rows.push(row)
  const tail: Row[] = []
  for (let row = events.baseLength; row < events.length; row++) if (meets(row)) tail.push(row)
  return tail.length === 0 ? Int32Array.from(rows) : merged(events, rows, tail)
}

/** Negative, 0 or positive: order by earliest, latest, id. */
export function compareInTime(events: EventColumns, a: Row, b: Row): number {
  return (
    (events.earliest[a] as Day) - (events.earliest[b] as Day) ||
    (events.latest[a] as Day) - (events.latest[b] as Day) ||
    compareCodePoints(events.id.get(a), events.id.get(b))
  )
}

/** Negative, 0 or positive: pair order. */
export function compareInPairs(events: EventColumns, a: Row, b: Row): number {
  return (
    (events.actor[a] as ActorIndex) - (events.actor[b] as ActorIndex) ||
    (events.target[a] as ActorIndex) - (events.target[b] as ActorIndex) ||
    compareInTime(events, a, b)
  )
}

function merged(events: EventColumns, base: readonly Row[], tail: Row[]): Int32Array {
  tail.sort((a, b) => compareInPairs(events, a, b))
  const all = new Int32Array(base.length + tail.length)
  let fromBase = 0
  let fromTail = 0
  for (let at = 0; at < all.length; at++) {
    const left = base[fromBase]
    const right = tail[fromTail]
    if (right === undefined || (left !== undefined && compareInPairs(events, left, right) <= 0)) {
      all[at] = left as Row
      fromBase++
    } else {
      all[at] = right
      fromTail++
    }
  }
  return all
}

/** Base rows that can meet the criteria, ascending; null: all of them. */
function candidates(view: View, criteria: Criteria, level: Level): readonly Row[] | null {
  const { events } = view.snapshot
  const family = (actor: ActorIndex): ActorIndex[] =>
    (level === 'TOP' ? [...view.rollUp.mayBeUnder(actor)] : [actor]).sort((a, b) => a - b)
  if (criteria.actor !== undefined && criteria.target !== undefined && level === 'ACTOR') {
    return pairRows(events, criteria.actor, criteria.target)
  }
  if (criteria.actor !== undefined) return family(criteria.actor).flatMap((actor) => outRows(events, actor))
  if (criteria.target !== undefined) return ascending(family(criteria.target).flatMap((actor) => inRows(events, actor)))
  if (criteria.anyActor) return [...criteria.anyActor].sort((a, b) => a - b).flatMap((actor) => outRows(events, actor))
  if (criteria.anyTarget) return ascending([...criteria.anyTarget].flatMap((actor) => inRows(events, actor)))
  if (criteria.actors) {
    const all = new Set(criteria.actors.flatMap(family))
    return ascending([...new Set([...all].flatMap((actor) => [...outRows(events, actor), ...inRows(events, actor)]))])
  }
  if (criteria.between) {
    const all = new Set(criteria.between.flatMap(family))
    return ascending([...all].flatMap((actor) => outRows(events, actor)))
  }
  return null
}

function ascending(rows: Row[]): Row[] {
  return rows.sort((a, b) => a - b)
}

function outRows(events: EventColumns, actor: ActorIndex): Row[] {
  const rows: Row[] = []
  const end = events.outStart[actor + 1] ?? 0
  for (let row = events.outStart[actor] ?? end; row < end; row++) rows.push(row)
  return rows
}

/** Base rows of one pair: they stand together, found by halving. */
function pairRows(events: EventColumns, actor: ActorIndex, target: ActorIndex): Row[] {
  const end = events.outStart[actor + 1] ?? 0
  let low = events.outStart[actor] ?? end
  for (let high = end; low < high;) {
    const middle = (low + high) >>> 1
    if ((events.target[middle] as ActorIndex) < target) low = middle + 1
    else high = middle
  }
  const rows: Row[] = []
  for (let row = low; row < end && events.target[row] === target; row++) rows.push(row)
  return rows
}

function inRows(events: EventColumns, actor: ActorIndex): Row[] {
  const end = events.inStart[actor + 1] ?? 0
  return Array.from(events.inRows.subarray(events.inStart[actor] ?? end, end))
}

type Test = (row: Row) => boolean

function predicate(view: View, criteria: Criteria, options: SelectOptions): Test {
  const tests = [
    ...numberTests(view, criteria),
    ...claimTests(view, criteria, options),
    ...actorTests(view, criteria, options),
  ]
  return (row) => isVisible(view, row) && tests.every((test) => test(row))
}

function numberTests(view: View, criteria: Criteria): Test[] {
  const { events } = view.snapshot
  const tests: Test[] = []
  if (criteria.kinds) {
    const kinds = new Set(criteria.kinds.map((kind) => codeOf(EVENT_KINDS, kind)))
    tests.push((row) => kinds.has(events.kind[row] as number))
  }
  if (criteria.stages) {
    const stages = new Set(criteria.stages.map((stage) => codeOf(STAGES, stage)))
    tests.push((row) => stages.has(events.stage[row] as number))
  }
  if (criteria.subtypes) {
    const subtypes = new Set(criteria.subtypes.map((subtype) => events.subtypes.indexOf(subtype)))
    tests.push((row) => subtypes.has(events.subtype[row] as number))
  }
  const { occurredSince, occurredUntil, reportedSince, reportedUntil, eventIds } = criteria
  if (occurredSince !== undefined || occurredUntil !== undefined) {
    tests.push((row) => overlaps(events, row, occurredSince, occurredUntil))
  }
  if (reportedSince !== undefined) tests.push((row) => (events.reported[row] as Day) >= reportedSince)
  if (reportedUntil !== undefined) tests.push((row) => (events.reported[row] as Day) <= reportedUntil)
  if (eventIds) {
    const rows = new Set([...eventIds].map((id) => events.find(id)))
    tests.push((row) => rows.has(row))
  }
  return tests
}

function claimTests(view: View, criteria: Criteria, options: SelectOptions): Test[] {
  const tests: Test[] = []
  const { statuses, minOrigins, maxOrigins } = criteria
  if (statuses) tests.push((row) => statuses.includes(statusOn(view, row)))
  else if (options.purpose === 'AGGREGATE') tests.push((row) => statusOn(view, row) !== 'DENIED')
  const choose = (choice: Choice | undefined, has: Test) => {
    if (choice === 'ONLY') tests.push(has)
    if (choice === 'EXCLUDE') tests.push((row) => !has(row))
  }
  choose(criteria.disputed, (row) => isDisputed(view, row))
  choose(criteria.answered, (row) => isAnswered(view, row))
  if (minOrigins !== undefined) tests.push((row) => originsOn(view, row).length >= minOrigins)
  if (maxOrigins !== undefined) tests.push((row) => originsOn(view, row).length <= maxOrigins)
  return tests
}

function actorTests(view: View, criteria: Criteria, options: SelectOptions): Test[] {
  const { events, actors } = view.snapshot
  const { actor, target } = criteria
  const tests: Test[] = []
  const isOne = (of: readonly ActorIndex[]): ((actor: ActorIndex, row: Row) => boolean) => {
    const exact = new Set(of)
    if (options.level === 'ACTOR') return (one) => exact.has(one)
    return (one, row) => exact.has(one) || of.some((above) => view.rollUp.isUnder(one, above, view.rollUp.dayOf(row)))
  }
  const acts = (row: Row) => events.actor[row] as ActorIndex
  const isActedToward = (row: Row) => events.target[row] as ActorIndex
  const { anyActor, anyTarget } = criteria
  if (anyActor) tests.push((row) => anyActor.has(acts(row)))
  if (anyTarget) tests.push((row) => anyTarget.has(isActedToward(row)))
  if (actor !== undefined) {
    const test = isOne([actor])
    tests.push((row) => test(acts(row), row))
  }
  if (target !== undefined) {
    const test = isOne([target])
    tests.push((row) => test(isActedToward(row), row))
  }
  if (criteria.actors) {
    const test = isOne(criteria.actors)
    tests.push((row) => test(acts(row), row) || test(isActedToward(row), row))
  }
  if (criteria.between) {
    const test = isOne(criteria.between)
    tests.push((row) => test(acts(row), row) && test(isActedToward(row), row))
  }
  if (options.purpose === 'AGGREGATE') {
    const named = new Set([actor, target, ...(criteria.actors ?? []), ...(criteria.between ?? [])])
    const shown = (one: ActorIndex) => !actors[one]?.unspecified || named.has(one)
    if (actors.some((each) => each.unspecified)) tests.push((row) => shown(acts(row)) && shown(isActedToward(row)))
  }
  return tests
}

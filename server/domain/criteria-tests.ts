import type { Criteria, SelectOptions } from './criteria.ts'
import type { Day } from './days.ts'
import { overlaps } from './overlap.ts'
import type { ActorIndex, Row } from './snapshot.ts'
import { isAnswered, isDisputed, originsOn, statusOn, type View } from './view.ts'
import { codeOf, EVENT_KINDS, STAGES, type Choice } from './words.ts'

/** Whether an event passes. */
export type Test = (row: Row) => boolean

/** What a visible event must pass to meet the criteria: the cheap tests first. */
export function testsOf(view: View, criteria: Criteria, options: SelectOptions): readonly Test[] {
  return [
    ...numberTests(view, criteria),
    ...claimTests(view, criteria, options),
    ...actorTests(view, criteria, options),
  ]
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
  else if (options.purpose === 'AGGREGATE' && view.snapshot.events.history.size > 0) {
    tests.push((row) => statusOn(view, row) !== 'DENIED')
  }
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
    const hidden = Uint8Array.from(actors, (each) => Number(each.unspecified && !named.has(each.index)))
    if (hidden.includes(1)) tests.push((row) => !hidden[acts(row)] && !hidden[isActedToward(row)])
  }
  return tests
}

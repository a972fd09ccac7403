import type { Criteria, SelectOptions } from './criteria.ts'
import { atLeast, atMost, bothOf, oneOf, tableOf, where, type Sieve } from './sieve.ts'
import type { ActorIndex, Row } from './snapshot.ts'
import { isAnswered, isDisputed, originsOn, statusOn, type View } from './view.ts'
import { codeOf, EVENT_KINDS, STAGES, type Choice } from './words.ts'

type Test = (row: Row) => boolean

/** What a visible event must pass to meet the criteria: the cheap tests first. */
export function sievesOf(view: View, criteria: Criteria, options: SelectOptions): readonly Sieve[] {
  return [
    ...numberSieves(view, criteria),
    ...claimTests(view, criteria, options).map(where),
    ...actorSieves(view, criteria, options),
  ]
}

function numberSieves(view: View, criteria: Criteria): Sieve[] {
  const { events } = view.snapshot
  const sieves: Sieve[] = []
  const { kinds, stages, subtypes } = criteria
  if (kinds) sieves.push(oneOf(events.kind, tableOf(kinds.map((kind) => codeOf(EVENT_KINDS, kind)))))
  if (stages) sieves.push(oneOf(events.stage, tableOf(stages.map((stage) => codeOf(STAGES, stage)))))
  if (subtypes) sieves.push(oneOf(events.subtype, tableOf(subtypes.map((each) => events.subtypes.indexOf(each)))))
  const { occurredSince, occurredUntil, reportedSince, reportedUntil, eventIds } = criteria
  // In a window when it may overlap it.
  if (occurredSince !== undefined) sieves.push(atLeast(events.latest, occurredSince))
  if (occurredUntil !== undefined) sieves.push(atMost(events.earliest, occurredUntil))
  if (reportedSince !== undefined) sieves.push(atLeast(events.reported, reportedSince))
  if (reportedUntil !== undefined) sieves.push(atMost(events.reported, reportedUntil))
  if (eventIds) {
    const rows = new Set([...eventIds].map((id) => events.find(id)))
    sieves.push(where((row) => rows.has(row)))
  }
  return sieves
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

function actorSieves(view: View, criteria: Criteria, options: SelectOptions): Sieve[] {
  const { events, actors } = view.snapshot
  const { actor, target, anyActor, anyTarget, between } = criteria
  const isExact = options.level === 'ACTOR'
  const sieves: Sieve[] = []
  const isOne = (of: readonly ActorIndex[]): ((actor: ActorIndex, row: Row) => boolean) => {
    const exact = tableOf(of)
    if (isExact) return (one) => exact[one] === 1
    return (one, row) => exact[one] === 1 || of.some((above) => view.rollUp.isUnder(one, above, view.rollUp.dayOf(row)))
  }
  const acts = (row: Row) => events.actor[row] as ActorIndex
  const isActedToward = (row: Row) => events.target[row] as ActorIndex
  if (anyActor) sieves.push(oneOf(events.actor, tableOf(anyActor)))
  if (anyTarget) sieves.push(oneOf(events.target, tableOf(anyTarget)))
  if (actor !== undefined) {
    const test = isOne([actor])
    sieves.push(isExact ? oneOf(events.actor, tableOf([actor])) : where((row) => test(acts(row), row)))
  }
  if (target !== undefined) {
    const test = isOne([target])
    sieves.push(isExact ? oneOf(events.target, tableOf([target])) : where((row) => test(isActedToward(row), row)))
  }
  if (criteria.actors) {
    const test = isOne(criteria.actors)
    sieves.push(where((row) => test(acts(row), row) || test(isActedToward(row), row)))
  }
  if (between) {
    const test = isOne(between)
    const both = (row: Row) => test(acts(row), row) && test(isActedToward(row), row)
    sieves.push(isExact ? bothOf(events.actor, events.target, tableOf(between)) : where(both))
  }
  if (options.purpose === 'AGGREGATE') {
    const named = new Set([actor, target, ...(criteria.actors ?? []), ...(between ?? [])])
    const shown = Uint8Array.from(actors, (each) => Number(!each.unspecified || named.has(each.index)))
    if (shown.includes(0)) sieves.push(bothOf(events.actor, events.target, shown))
  }
  return sieves
}

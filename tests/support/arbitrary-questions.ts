import fc, { type Arbitrary } from 'fast-check'
import type { Day } from '../../server/domain/days.ts'
import {
  DISTANCING_RULES,
  EVENT_KINDS,
  LEVELS,
  STAGES,
  STATUSES,
  type DistancingRule,
  type Level,
} from '../../server/domain/words.ts'
import { day, FIRST_DAY, rarely, reportDay, type Graph } from './arbitraries.ts'
import type { Filter } from './reference/filter.ts'

/** A question about a graph; which collections and as known on which day are part of it. */
export interface Question {
  readonly asKnownOn: Day | null
  readonly collections: readonly string[] | null
  readonly toward: string | undefined
  readonly by: string | undefined
  readonly since: Day | undefined
  readonly until: Day | undefined
  readonly level: Level
  readonly include: readonly DistancingRule[]
}

/** A question about the actors `x0` to `x6`; those that a graph does not have are asked as the first of it. */
export const question: Arbitrary<Question> = fc
  .record({
    asKnownOn: rarely(fc.oneof(reportDay, fc.constant(FIRST_DAY + 120))),
    collections: rarely(fc.constantFrom(['c0'], ['c1'], ['c0', 'c1'])),
    toward: fc.option(fc.oneof(fc.integer({ min: 1, max: 2 }), fc.nat({ max: 6 })), { freq: 2 }),
    by: rarely(fc.oneof(fc.nat({ max: 1 }), fc.nat({ max: 6 }))),
    since: rarely(day),
    until: rarely(day),
    level: fc.constantFrom(...LEVELS),
    include: fc.subarray(DISTANCING_RULES.filter((rule) => rule !== 'STRICT')),
  })
  .map((each) => ({
    ...each,
    toward: each.toward === null ? undefined : `x${each.toward}`,
    by: each.by === null ? undefined : `x${each.by}`,
    since: each.since ?? undefined,
    until: each.until ?? undefined,
  }))

/** The question with actors and collections that the graph has. */
export function fit(graph: Graph, asked: Question): Question {
  const has = graph.contents.map((each) => each.collection.id)
  const chosen = asked.collections?.filter((id) => has.includes(id)) ?? []
  const actorOf = (actor: string | undefined) =>
    actor === undefined || graph.actors.includes(actor) ? actor : graph.actors[0]
  return {
    ...asked,
    toward: actorOf(asked.toward),
    by: actorOf(asked.by),
    collections: chosen.length > 0 ? chosen : null,
  }
}

const actorId = fc.nat({ max: 6 }).map((at) => `x${at}`)
const actorIds = fc.uniqueArray(actorId, { minLength: 1, maxLength: 4 })
const choice = fc.constantFrom('INCLUDE', 'EXCLUDE', 'ONLY')

/** A filter on a few things at once; actors are `x0` to `x6`. */
export const filter: Arbitrary<Filter> = fc
  .record({
    actors: rarely(actorIds),
    actor: rarely(actorId),
    target: rarely(actorId),
    between: rarely(actorIds),
    kinds: rarely(fc.subarray([...EVENT_KINDS], { minLength: 1 })),
    subtypes: rarely(fc.constantFrom(['negotiation'], ['sanctions', 'intelligence'], ['never heard of'])),
    stages: rarely(fc.subarray([...STAGES], { minLength: 1 })),
    statuses: rarely(fc.subarray([...STATUSES], { minLength: 1 })),
    disputed: rarely(choice),
    answered: rarely(choice),
    minOrigins: rarely(fc.nat({ max: 2 })),
    maxOrigins: rarely(fc.nat({ max: 2 })),
    occurredSince: rarely(day),
    occurredUntil: rarely(day),
    reportedSince: rarely(reportDay),
    reportedUntil: rarely(reportDay),
  })
  .map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== null)))

/** The filter with actors that the graph has. */
export function fitFilter(graph: Graph, given: Filter): Filter {
  const known = (actor: string) => (graph.actors.includes(actor) ? actor : (graph.actors[0] ?? actor))
  const { actors, actor, target, between, ...rest } = given
  return {
    ...rest,
    ...(actors && { actors: [...new Set(actors.map(known))] }),
    ...(actor !== undefined && { actor: known(actor) }),
    ...(target !== undefined && { target: known(target) }),
    ...(between && { between: [...new Set(between.map(known))] }),
  }
}

import { AFTER_ALL, BEFORE_ALL, type Day } from './days.ts'
import type { ActorIndex, Affiliation, Row, Snapshot } from './snapshot.ts'
import { steadyTops, type SteadyTops } from './steady-tops.ts'
import { ROLL_UP_TYPES } from './words.ts'

/** Who stands above whom on a day. */
export interface RollUp {
  /** The actor that this one rolls up to; itself where nothing is above it, or what is above it is not one actor. */
  top(actor: ActorIndex, day: Day): ActorIndex
  /** Whether the actor is the other one or rolls up to it. */
  isUnder(actor: ActorIndex, above: ActorIndex, day: Day): boolean
  /** Actors that may be under this one on some day, itself among them. */
  mayBeUnder(above: ActorIndex): ReadonlySet<ActorIndex>
  /** `top` of the actor of an event as of its earliest day, or its latest where that is unknown or open. */
  topOfActor(row: Row): ActorIndex
  topOfTarget(row: Row): ActorIndex
  /** The day as of which an event is rolled up. */
  dayOf(row: Row): Day
  /** The top that the actor has on every day; -1 where it may change. */
  steadyTop(actor: ActorIndex): number
  /** Every affiliation that had become known, of the chosen collections. */
  affiliations(): readonly Affiliation[]
}

/**
 * Rolls actors up along PART_OF, else REPRESENTS, else LEADS, by affiliations of the chosen collections as known on a day. An actor
 * whose parents have different tops, or who stands above itself, is not rolled up.
 */
export function createRollUp(snapshot: Snapshot, knownOn: Day, chosen: ReadonlySet<number> | null): RollUp {
  const visible = snapshot.affiliations.filter(
    (each) => each.reported <= knownOn && (chosen === null || chosen.has(each.collection)),
  )
  const rising = visible.filter((each) => (ROLL_UP_TYPES as readonly string[]).includes(each.type))
  const upward = Map.groupBy(rising, (each) => each.actor)
  const { events } = snapshot
  const epochs = epochsOf(rising)
  const tops = new Map<number, Map<ActorIndex, ActorIndex>>()
  const below = new Map<ActorIndex, ReadonlySet<ActorIndex>>()

  const parents = (actor: ActorIndex, day: Day): ActorIndex[] => {
    const active = (upward.get(actor) ?? []).filter((each) => each.from <= day && day <= each.through)
    for (const type of ROLL_UP_TYPES) {
      const of = active.filter((each) => each.type === type)
      if (of.length > 0) return [...new Set(of.map((each) => each.to))]
    }
    return []
  }

  const standsAboveItself = (actor: ActorIndex, day: Day): boolean => {
    const seen = new Set<ActorIndex>()
    const open = parents(actor, day)
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === actor) return true
      if (!seen.has(next)) {
        seen.add(next)
        open.push(...parents(next, day))
      }
    }
    return false
  }

  let steady: SteadyTops | null = null
  const steadyTop = (actor: ActorIndex): number => {
    steady ??= steadyTops(snapshot.actors.length, rising, (each) => topOn(each, BEFORE_ALL))
    return steady[actor] as number
  }

  const top = (actor: ActorIndex, day: Day): ActorIndex => {
    const always = steadyTop(actor)
    return always < 0 ? topOn(actor, day) : always
  }

  const topOn = (actor: ActorIndex, day: Day): ActorIndex => {
    if (!upward.has(actor)) return actor
    const known = mapOf(tops, epochOf(epochs, day))
    const found = known.get(actor)
    if (found !== undefined) return found
    const above = standsAboveItself(actor, day) ? [] : [...new Set(parents(actor, day).map((each) => topOn(each, day)))]
    const result = above.length === 1 ? (above[0] as ActorIndex) : actor
    known.set(actor, result)
    return result
  }

  const isUnder = (actor: ActorIndex, above: ActorIndex, day: Day): boolean => {
    if (actor === above) return true
    if (top(actor, day) === actor) return false
    return parents(actor, day).some((parent) => isUnder(parent, above, day))
  }

  const dayOf = (row: Row): Day => {
    const earliest = events.earliest[row] as Day
    return earliest === BEFORE_ALL ? (events.latest[row] as Day) : earliest
  }

  const mayBeUnder = (above: ActorIndex): ReadonlySet<ActorIndex> => {
    let all = below.get(above)
    if (!all) {
      all = closure(above, rising)
      below.set(above, all)
    }
    return all
  }

  return {
    top,
    isUnder,
    mayBeUnder,
    topOfActor: (row) => top(events.actor[row] as ActorIndex, dayOf(row)),
    topOfTarget: (row) => top(events.target[row] as ActorIndex, dayOf(row)),
    dayOf,
    steadyTop,
    affiliations: () => visible,
  }
}

function mapOf<K>(map: Map<number, Map<K, K>>, key: number): Map<K, K> {
  let inner = map.get(key)
  if (!inner) map.set(key, (inner = new Map()))
  return inner
}

/** Days on which something begins to hold or no longer holds; between two of them nothing changes. */
function epochsOf(affiliations: readonly Affiliation[]): readonly Day[] {
  const days = affiliations.flatMap((each) => [each.from, each.through === AFTER_ALL ? AFTER_ALL : each.through + 1])
  return [...new Set(days)].sort((a, b) => a - b)
}

function epochOf(epochs: readonly Day[], day: Day): number {
  let low = 0
  let high = epochs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((epochs[middle] as Day) <= day) low = middle + 1
    else high = middle
  }
  return low
}

function closure(above: ActorIndex, affiliations: readonly Affiliation[]): ReadonlySet<ActorIndex> {
  const all = new Set([above])
  for (let before = 0; before !== all.size;) {
    before = all.size
    for (const each of affiliations) if (all.has(each.to)) all.add(each.actor)
  }
  return all
}

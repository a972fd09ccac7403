import { ruleOf } from '../../domain/distancing/rules.ts'
import type { ActorIndex, Affiliation, EventColumns, Row } from '../../domain/snapshot.ts'
import { codeOf, DISTANCING_RULES, EVENT_KINDS, ROLL_UP_TYPES, type DistancingRule } from '../../domain/words.ts'
import { familiesOf } from './families.ts'

/** Numbers of events, greatest first; those after the last that is kept are no greater than it. */
export type Greatest = Int32Array

/**
 * How many events the busiest pairs have, by which a page of ties or rows is bounded. Whatever day and collections an answer is read
 * under, and at either level, a tie or row lies between two families: all actors that some affiliation, of any day, rolls up together.
 */
export interface PairSizes {
  /** Events of one ordered pair of named actors. */
  readonly named: Greatest
  /** Events between two families. */
  readonly families: Greatest
  /** Those of them that cooperate. */
  readonly cooperation: Greatest
  /** Those of them that a rule admits. */
  readonly admitted: Readonly<Record<DistancingRule, Greatest>>
  /** Events inside one family that a rule admits. */
  readonly inside: Readonly<Record<DistancingRule, number>>
  /** Events toward one family that any rule admits, at most. */
  readonly toward: number
  /** Rows that came after the base; they may be of any pair. */
  readonly tail: number
}

/** As many as ties in a list, or nearly so. */
const KEPT = 5_000

const known = new WeakMap<Int32Array, { readonly families: string; readonly sizes: PairSizes }>()

/** Worked out once for the base of the columns, which most changes leave as it is. */
export function pairSizesOf(events: EventColumns, affiliations: readonly Affiliation[]): PairSizes {
  const rising = affiliations.filter(({ type }) => (ROLL_UP_TYPES as readonly string[]).includes(type))
  const family = familiesOf(rising)
  const families = [...family].join(' ')
  const held = known.get(events.outStart)
  const tail = events.length - events.baseLength
  if (held?.families === families) return { ...held.sizes, tail }
  const sizes = { ...measured(events, (actor) => family.get(actor) ?? actor), tail }
  known.set(events.outStart, { families, sizes })
  return sizes
}

/** What one pair, or all pairs between two families, have. */
class Tally {
  events = 0
  cooperation = 0
  readonly admitted: Record<DistancingRule, number> = { STRICT: 0, CONDEMNATION: 0, THREATENED: 0, WEAK: 0 }
}

function measured(events: EventColumns, familyOf: (actor: ActorIndex) => ActorIndex): Omit<PairSizes, 'tail'> {
  const inside = new Tally()
  const toward = new Map<ActorIndex, number>()
  const named: number[] = []
  const tallies = new Map<number, Tally>()
  const actors = events.outStart.length + 1
  const cooperation = codeOf(EVENT_KINDS, 'COOPERATION')
  for (let row = 0; row < events.baseLength;) {
    const [actor, target] = [events.actor[row] as ActorIndex, events.target[row] as ActorIndex]
    const [ours, theirs] = [familyOf(actor), familyOf(target)]
    const key = ours * actors + theirs
    const tally = tallies.get(key) ?? new Tally()
    tallies.set(key, tally)
    const start = row
    for (; row < events.baseLength && isOf(events, row, actor, target); row++) {
      tally.events++
      if (events.kind[row] === cooperation) tally.cooperation++
      const rule = ruleOf(events, row)
      if (rule === null) continue
      tally.admitted[rule]++
      toward.set(theirs, (toward.get(theirs) ?? 0) + 1)
      if (ours === theirs) inside.admitted[rule]++
    }
    named.push(row - start)
  }
  const all = [...tallies.values()]
  const admitted = (rule: DistancingRule) => greatest(all.map((each) => each.admitted[rule]))
  return {
    named: greatest(named),
    families: greatest(all.map((each) => each.events)),
    cooperation: greatest(all.map((each) => each.cooperation)),
    admitted: {
      STRICT: admitted('STRICT'),
      CONDEMNATION: admitted('CONDEMNATION'),
      THREATENED: admitted('THREATENED'),
      WEAK: admitted('WEAK'),
    },
    inside: inside.admitted,
    toward: [...toward.values()].reduce((most, each) => Math.max(most, each), 0),
  }
}

function isOf({ actor, target }: EventColumns, row: Row, one: ActorIndex, other: ActorIndex): boolean {
  return actor[row] === one && target[row] === other
}

function greatest(numbers: readonly number[]): Greatest {
  return Int32Array.from(numbers).sort().slice(-KEPT).reverse()
}

/** What so many of them have together, at most `each` of one. */
export function sumOf(numbers: Greatest, count: number, each = Infinity): number {
  let sum = 0
  for (let at = 0; at < count && at < numbers.length; at++) sum += Math.min(numbers[at] as number, each)
  const beyond = numbers.length < KEPT ? 0 : Math.max(0, count - numbers.length)
  return beyond === 0 ? sum : sum + beyond * Math.min(numbers.at(-1) as number, each)
}

/** Events that some rules admit between so many pairs of families. */
export function admittedBetween(sizes: PairSizes, rules: readonly DistancingRule[], count: number): number {
  return onlyOn(rules).reduce((sum, rule) => sum + sumOf(sizes.admitted[rule], count), sizes.tail)
}

/** Events inside families that some rules admit. */
export function admittedInside(sizes: PairSizes, rules: readonly DistancingRule[]): number {
  return onlyOn(rules).reduce((sum, rule) => sum + sizes.inside[rule], sizes.tail)
}

function onlyOn(rules: readonly DistancingRule[]): readonly DistancingRule[] {
  return DISTANCING_RULES.filter((rule) => rule === 'STRICT' || rules.includes(rule))
}

import { sortedByGroup, startsOf } from './counting-sort.ts'
import { endOfPair, runsOf } from './episodes.ts'
import type { NameOrder } from './names.ts'
import type { ActorIndex, EventColumns, Row } from './snapshot.ts'
import type { View } from './view.ts'

/** Rows as `select` gives them or in a list. */
export type Rows = Int32Array | readonly Row[]

/** Rows brought together by pair: those of pair `i` stand from `start[i]` to `start[i + 1]`. */
export interface Pairs {
  readonly rows: Rows
  readonly length: number
  readonly actor: Int32Array
  readonly target: Int32Array
  readonly start: Int32Array
  /** Whether each pair is one of named actors, so that its rows stand in pair order and in time at once. */
  readonly areNamed: boolean
}

/** @param rows in pair order. */
export function pairsOf(events: EventColumns, rows: Rows): Pairs {
  const actors = new Int32Array(rows.length)
  const targets = new Int32Array(rows.length)
  const start = new Int32Array(rows.length + 1)
  let length = 0
  for (let at = 0; at < rows.length; at = endOfPair(events, rows, at)) {
    actors[length] = events.actor[rows[at] as Row] as ActorIndex
    targets[length] = events.target[rows[at] as Row] as ActorIndex
    start[length++] = at
  }
  start[length] = rows.length
  return { rows, length, actor: actors, target: targets, start, areNamed: true }
}

/** By top actors, without what lies inside one. @param rows in pair order. */
export function topPairsOf(view: View, rows: Rows): Pairs {
  const pairs = new Map<number, number>()
  const placed = new Int32Array(rows.length)
  const pairOfPlaced = new Int32Array(rows.length)
  const many = view.snapshot.actors.length
  let count = 0
  forEachWhole(view, rows, (actor, target, whole) => {
    if (actor === target) return
    const key = actor * many + target
    let pair = pairs.get(key)
    if (pair === undefined) pairs.set(key, (pair = pairs.size))
    for (let at = 0; at < whole.length; at++) {
      placed[count] = whole[at] as Row
      pairOfPlaced[count++] = pair
    }
  })
  const groups = pairOfPlaced.subarray(0, count)
  const start = startsOf(groups, pairs.size)
  const keys = [...pairs.keys()]
  return {
    rows: sortedByGroup(placed, groups, start),
    length: keys.length,
    actor: Int32Array.from(keys, (key) => Math.floor(key / many)),
    target: Int32Array.from(keys, (key) => key % many),
    start,
    areNamed: false,
  }
}

/**
 * Calls with the tops of actor and target and the rows that go there together: an episode, or all rows of a named pair whose tops
 * stay the same, as those of nearly every pair do, which spares making its episodes.
 */
function forEachWhole(
  view: View,
  rows: Rows,
  call: (actor: ActorIndex, target: ActorIndex, whole: Rows) => void,
): void {
  const { rollUp, snapshot } = view
  const named = pairsOf(snapshot.events, rows)
  for (let pair = 0; pair < named.length; pair++) {
    const whole = part(rows, named.start[pair] as number, named.start[pair + 1] as number)
    const steadyActor = rollUp.steadyTop(named.actor[pair] as ActorIndex)
    const steadyTarget = rollUp.steadyTop(named.target[pair] as ActorIndex)
    if (steadyActor >= 0 && steadyTarget >= 0) {
      call(steadyActor, steadyTarget, whole)
      continue
    }
    const actor = rollUp.topOfActor(whole[0] as Row)
    const target = rollUp.topOfTarget(whole[0] as Row)
    if (whole.every((row: Row) => rollUp.topOfActor(row) === actor && rollUp.topOfTarget(row) === target)) {
      call(actor, target, whole)
      continue
    }
    for (const run of runsOf(snapshot.events, whole)) {
      call(rollUp.topOfActor(run[0] as Row), rollUp.topOfTarget(run[0] as Row), run)
    }
  }
}

function part(rows: Rows, from: number, end: number): Rows {
  return rows instanceof Int32Array ? rows.subarray(from, end) : rows.slice(from, end)
}

/**
 * The pairs with most events first, then by names of actor and target, then by their ids. Counted, not compared: whole-network answers
 * rank more pairs than a comparison sort could in their time.
 */
export function rankOf(pairs: Pairs, { byName, byNameAndId, areDistinct }: NameOrder): Int32Array {
  const { actor, target, start } = pairs
  const totals = new Int32Array(pairs.length)
  for (let i = 0; i < pairs.length; i++) totals[i] = (start[i + 1] as number) - (start[i] as number)
  const placeOfTotal = new Map([...new Set(totals)].sort((a, b) => b - a).map((total, place) => [total, place]))
  let order: Int32Array = totals.map((_, pair) => pair)
  // From the last key to the first; each pass keeps the order of equals.
  for (const places of areDistinct ? [byName] : [byNameAndId, byName]) {
    for (const end of [target, actor]) {
      const groups = new Int32Array(order.length)
      for (let at = 0; at < groups.length; at++) groups[at] = places[end[order[at] as number] as ActorIndex] as number
      order = sortedByGroup(order, groups, startsOf(groups, places.length))
    }
  }
  const groups = order.map((pair) => placeOfTotal.get(totals[pair] as number) as number)
  return sortedByGroup(order, groups, startsOf(groups, placeOfTotal.size))
}

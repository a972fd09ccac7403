import { candidates, rowsFrom } from './candidates.ts'
import type { Criteria, SelectOptions } from './criteria.ts'
import { sievesOf } from './criteria-sieves.ts'
import { compareInPairs } from './event-order.ts'
import type { EventColumns, Row } from './snapshot.ts'
import { sifted } from './sieve.ts'
import { visibleOfBase, visibleOfTail } from './visible.ts'
import type { View } from './view.ts'

/** Rows of the events that are visible and meet the criteria, in pair order: actor, target, earliest, latest, id. */
export function select(view: View, criteria: Criteria, options: SelectOptions): Int32Array {
  const { events } = view.snapshot
  const sieves = sievesOf(view, criteria, options)
  const base = sifted(candidates(view, criteria, options.level), [...visibleOfBase(view), ...sieves])
  const tail = sifted(rowsFrom(events.baseLength, events.length), [...visibleOfTail(view), ...sieves])
  return tail.length === 0 ? base : merged(events, base, tail)
}

function merged(events: EventColumns, base: Int32Array, tail: Int32Array): Int32Array {
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

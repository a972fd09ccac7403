import { candidates, rowsFrom } from './candidates.ts'
import type { Criteria, SelectOptions } from './criteria.ts'
import { testsOf, type Test } from './criteria-tests.ts'
import { compareInPairs } from './event-order.ts'
import type { EventColumns, Row } from './snapshot.ts'
import { visibility, type View } from './view.ts'

/** Rows of the events that are visible and meet the criteria, in pair order: actor, target, earliest, latest, id. */
export function select(view: View, criteria: Criteria, options: SelectOptions): Int32Array {
  const { events } = view.snapshot
  const tests = [visibility(view), ...testsOf(view, criteria, options)]
  const base = passing(candidates(view, criteria, options.level), tests)
  const tail = passing(rowsFrom(events.baseLength, events.length), tests)
  return tail.length === 0 ? base : merged(events, base, tail)
}

/** Test by test over all rows, which is quicker than row by row through all tests. @param rows are overwritten. */
function passing(rows: Int32Array, tests: readonly Test[]): Int32Array {
  let { length } = rows
  for (const test of tests) {
    let passed = 0
    for (let at = 0; at < length; at++) {
      const row = rows[at] as Row
      if (test(row)) rows[passed++] = row
    }
    length = passed
  }
  return rows.slice(0, length)
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

import type { Criteria } from './criteria.ts'
import type { ActorIndex, EventColumns, Row } from './snapshot.ts'
import type { View } from './view.ts'
import type { Level } from './words.ts'

/** Base rows that can meet the criteria, ascending; all of them where no actor is named. The list is the caller's to change. */
export function candidates(view: View, criteria: Criteria, level: Level): Int32Array {
  const { events } = view.snapshot
  const { actor, target, anyActor, anyTarget, actors, between } = criteria
  const family = (named: readonly ActorIndex[]): ReadonlySet<ActorIndex> =>
    new Set(level === 'TOP' ? named.flatMap((each) => [...view.rollUp.mayBeUnder(each)]) : named)
  if (actor !== undefined && target !== undefined && level === 'ACTOR') return pairRows(events, actor, target)
  if (actor !== undefined) return outRows(events, family([actor]))
  if (target !== undefined) return inRows(events, family([target]))
  if (anyActor) return outRows(events, anyActor)
  if (anyTarget) return inRows(events, anyTarget)
  if (actors) {
    const all = family(actors)
    return withoutRepeats(ascending([outRows(events, all), inRows(events, all)]))
  }
  if (between) return outRows(events, family(between))
  return rowsFrom(0, events.baseLength)
}

/** The rows from one up to, but without, another. */
export function rowsFrom(from: Row, end: Row): Int32Array {
  const rows = new Int32Array(end - from)
  for (let at = 0; at < rows.length; at++) rows[at] = from + at
  return rows
}

function outRows(events: EventColumns, actors: ReadonlySet<ActorIndex>): Int32Array {
  return ascending(
    Array.from(actors, (actor) => {
      const [start, end] = ownPart(events.outStart, actor)
      return rowsFrom(start, end)
    }),
  )
}

function inRows(events: EventColumns, targets: ReadonlySet<ActorIndex>): Int32Array {
  return ascending(
    Array.from(targets, (target) => {
      const [start, end] = ownPart(events.inStart, target)
      return events.inRows.subarray(start, end)
    }),
  )
}

/** Where the rows of an actor stand. An actor that came after the base was made has none there. */
function ownPart(starts: Int32Array, actor: ActorIndex): readonly [start: number, end: number] {
  const start = starts[actor] ?? 0
  return [start, starts[actor + 1] ?? start]
}

/** They stand together, found by halving. */
function pairRows(events: EventColumns, actor: ActorIndex, target: ActorIndex): Int32Array {
  const [start, end] = ownPart(events.outStart, actor)
  let low = start
  for (let high = end; low < high;) {
    const middle = (low + high) >>> 1
    if ((events.target[middle] as ActorIndex) < target) low = middle + 1
    else high = middle
  }
  let after = low
  while (after < end && events.target[after] === target) after++
  return rowsFrom(low, after)
}

function ascending(lists: readonly Int32Array[]): Int32Array {
  const rows = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let length = 0
  for (const list of lists) {
    rows.set(list, length)
    length += list.length
  }
  return rows.sort()
}

/** @param rows ascending. */
function withoutRepeats(rows: Int32Array): Int32Array {
  return rows.filter((row, at) => row !== rows[at - 1])
}

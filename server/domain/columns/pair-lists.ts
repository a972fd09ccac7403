import { compareCodePoints } from '../code-points.ts'
import type { ActorIndex, Row } from '../snapshot.ts'
import type { EventInput } from './event-input.ts'
import type { PackedTexts } from './text-column.ts'

/** What finds base rows without a pass over all of them; see EventColumns. */
export interface PairLists {
  readonly outStart: Int32Array
  readonly inStart: Int32Array
  readonly inRows: Int32Array
  readonly byId: Int32Array
}

/** Places in the list, sorted by (actor, target, earliest, latest, id). */
export function inPairOrder(inputs: readonly EventInput[]): Int32Array {
  const order = Int32Array.from(inputs.keys())
  return order.sort((left, right) => {
    const a = inputs[left] as EventInput
    const b = inputs[right] as EventInput
    return (
      a.actor - b.actor ||
      a.target - b.target ||
      a.earliest - b.earliest ||
      a.latest - b.latest ||
      compareCodePoints(a.id, b.id)
    )
  })
}

/** Lists over columns in pair order. */
export function pairLists(
  columns: {
    readonly length: number
    readonly id: PackedTexts
    readonly actor: Int32Array
    readonly target: Int32Array
  },
  actorCount: number,
): PairLists {
  const { length, id, actor, target } = columns
  const inStart = starts(target, length, actorCount)
  const next = inStart.slice()
  const inRows = new Int32Array(length)
  for (let row = 0; row < length; row++) {
    const to = target[row] as ActorIndex
    const at = next[to] as number
    inRows[at] = row
    next[to] = at + 1
  }
  const byId = Int32Array.from({ length }, (_, row) => row).sort((a, b) => id.compare(a, b))
  return { outStart: starts(actor, length, actorCount), inStart, inRows, byId }
}

function starts(actors: Int32Array, length: number, actorCount: number): Int32Array {
  const start = new Int32Array(actorCount + 1)
  for (let row = 0; row < length; row++) {
    const after = (actors[row] as ActorIndex) + 1
    start[after] = (start[after] as number) + 1
  }
  for (let at = 1; at <= actorCount; at++) start[at] = (start[at] as number) + (start[at - 1] as number)
  return start
}

/** The row with this id among rows sorted by id, or -1. */
export function findById(texts: PackedTexts, byId: Int32Array, id: Uint8Array): Row {
  let low = 0
  let high = byId.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const row = byId[middle] as Row
    const order = texts.compareTo(row, id)
    if (order === 0) return row
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return -1
}

import { compareCodePoints } from '../code-points.ts'
import { placesByGroup, startsOf } from '../counting-sort.ts'
import type { EventInput } from './event-input.ts'
import { idTable } from './id-table.ts'
import type { PackedTexts } from './text-column.ts'

/** What finds base rows without a pass over all of them; see EventColumns. */
export interface PairLists {
  readonly outStart: Int32Array
  readonly inStart: Int32Array
  readonly inRows: Int32Array
  readonly ids: Int32Array
}

/** Places in the list, sorted by (actor, target, earliest, latest, id): sorted into actors by counting, then within each. */
export function inPairOrder(inputs: readonly EventInput[], actorCount: number): Int32Array {
  const actor = new Int32Array(inputs.length)
  const target = new Int32Array(inputs.length)
  const earliest = new Int32Array(inputs.length)
  for (let at = 0; at < inputs.length; at++) {
    const input = inputs[at] as EventInput
    actor[at] = input.actor
    target[at] = input.target
    earliest[at] = input.earliest
  }
  const start = startsOf(actor, actorCount)
  const order = placesByGroup(actor, start)
  const compare = (a: number, b: number): number =>
    (target[a] as number) - (target[b] as number) ||
    (earliest[a] as number) - (earliest[b] as number) ||
    (inputs[a] as EventInput).latest - (inputs[b] as EventInput).latest ||
    compareCodePoints((inputs[a] as EventInput).id, (inputs[b] as EventInput).id)
  for (let of = 0; of < actorCount; of++) {
    const from = start[of] as number
    const to = start[of + 1] as number
    if (to - from > 1) order.subarray(from, to).sort(compare)
  }
  return order
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
  const inStart = startsOf(target, actorCount)
  const inRows = placesByGroup(target, inStart)
  return { outStart: startsOf(actor, actorCount), inStart, inRows, ids: idTable(id, length) }
}

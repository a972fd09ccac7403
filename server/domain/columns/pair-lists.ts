import { sortedByGroup, startsOf } from '../counting-sort.ts'
import { AFTER_ALL, BEFORE_ALL, type Day } from '../days.ts'
import type { Row } from '../snapshot.ts'
import type { Numbers } from './blank.ts'
import { int32s } from './buffers.ts'
import { idTable } from './id-table.ts'
import type { PackedTexts } from './text-column.ts'

/** What finds base rows without a pass over all of them; see EventColumns. */
export interface PairLists {
  readonly outStart: Int32Array
  readonly inStart: Int32Array
  readonly inRows: Int32Array
  readonly ids: Int32Array
}

type Sorted = Pick<Numbers, 'actor' | 'target' | 'earliest' | 'latest'>

/**
 * Rows sorted by (actor, target, earliest, latest, id): counted by day, target and actor, each pass keeping the order of equals; what
 * is equal until then is compared.
 * @param rows are overwritten.
 */
export function inPairOrder(columns: Sorted, ids: PackedTexts, rows: Int32Array, actorCount: number): Int32Array {
  const { actor, target, earliest, latest } = columns
  let order = sortedBy(rows, ...dayGroups(earliest, rows))
  order = sortedBy(order, (row) => target[row] as number, actorCount)
  order = sortedBy(order, (row) => actor[row] as number, actorCount)
  const alike = (a: Row, b: Row) => earliest[a] === earliest[b] && target[a] === target[b] && actor[a] === actor[b]
  for (let from = 0; from < order.length;) {
    let end = from + 1
    while (end < order.length && alike(order[from] as Row, order[end] as Row)) end++
    if (end - from > 1) {
      order.subarray(from, end).sort((a, b) => (latest[a] as Day) - (latest[b] as Day) || ids.compare(a, b))
    }
    from = end
  }
  return order
}

/** Lists over columns in pair order. */
export function pairLists({ actor, target }: Sorted, ids: PackedTexts, length: number, actorCount: number): PairLists {
  const targets = target.subarray(0, length)
  const inStart = startsOf(targets, actorCount)
  return {
    outStart: shared(startsOf(actor.subarray(0, length), actorCount)),
    inStart: shared(inStart),
    inRows: shared(sortedByGroup(rowsBelow(length), targets, inStart)),
    ids: idTable(ids, length),
  }
}

/** Every row there is. */
export function rowsBelow(length: number): Int32Array {
  const rows = new Int32Array(length)
  for (let row = 0; row < length; row++) rows[row] = row
  return rows
}

function sortedBy(rows: Int32Array, groupOf: (row: Row) => number, count: number): Int32Array {
  const groups = new Int32Array(rows.length)
  for (let at = 0; at < rows.length; at++) groups[at] = groupOf(rows[at] as Row)
  return sortedByGroup(rows, groups, startsOf(groups, count))
}

/** A group for each day between the first and the last, and one on either side. */
function dayGroups(days: Int32Array, rows: Int32Array): [groupOf: (row: Row) => number, count: number] {
  let first = AFTER_ALL
  let last = BEFORE_ALL
  for (let at = 0; at < rows.length; at++) {
    const day = days[rows[at] as Row] as Day
    if (day === BEFORE_ALL || day === AFTER_ALL) continue
    if (day < first) first = day
    if (day > last) last = day
  }
  const count = last < first ? 2 : last - first + 3
  const groupOf = (row: Row) => {
    const day = days[row] as Day
    return day === BEFORE_ALL ? 0 : day === AFTER_ALL ? count - 1 : day - first + 1
  }
  return [groupOf, count]
}

function shared(list: Int32Array): Int32Array {
  const copy = int32s(list.length)
  copy.set(list)
  return copy
}

import type { Row } from '../snapshot.ts'
import { int32s } from './buffers.ts'
import type { PackedTexts } from './text-column.ts'

/** Places for each row. */
const SPARE = 1.6

/**
 * Finds rows by id: an open hash table of rows (-1: free) over the bytes of their ids by FNV-1a, so that half a million ids need no
 * sorting. @param texts without a tail.
 */
export function idTable({ bytes, offsets }: PackedTexts, length: number): Int32Array {
  const table = int32s(Math.max(16, Math.ceil(length * SPARE))).fill(-1)
  for (let row = 0; row < length; row++) {
    let at = placeOf(hash(bytes, offsets[row] as number, offsets[row + 1] as number), table.length)
    while (table[at] !== -1) at = at + 1 === table.length ? 0 : at + 1
    table[at] = row
  }
  return table
}

/** The row of an id, or -1. */
export function findById(texts: PackedTexts, table: Int32Array, id: Uint8Array): Row {
  for (let at = placeOf(hash(id, 0, id.length), table.length); ; at = at + 1 === table.length ? 0 : at + 1) {
    const row = table[at] as Row
    if (row === -1 || texts.compareTo(row, id) === 0) return row
  }
}

/** The hash as a part of the table, which need not be as long as a power of two. */
function placeOf(hashed: number, size: number): number {
  return Math.floor((hashed / 0x1_0000_0000) * size)
}

/** The upper bits of FNV-1a hardly move with the last bytes, and they say the place: mixed once more. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5
  for (let at = start; at < end; at++) value = Math.imul(value ^ (bytes[at] as number), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b)
  return (value ^ (value >>> 16)) >>> 0
}

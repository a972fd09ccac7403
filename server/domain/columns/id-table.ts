import type { Row } from '../snapshot.ts'
import type { PackedTexts } from './text-column.ts'

/**
 * Finds rows by id: an open hash table of rows (-1: free) over the bytes of their ids by FNV-1a, at most half full, so that half a
 * million ids need no sorting.
 */
export function idTable(texts: PackedTexts, length: number): Int32Array {
  const table = new Int32Array(tableSize(length)).fill(-1)
  const mask = table.length - 1
  for (let row = 0; row < length; row++) {
    let at = hash(texts.bytesOf(row)) & mask
    while (table[at] !== -1) at = (at + 1) & mask
    table[at] = row
  }
  return table
}

/** The row of an id, or -1. */
export function findById(texts: PackedTexts, table: Int32Array, id: Uint8Array): Row {
  const mask = table.length - 1
  for (let at = hash(id) & mask; ; at = (at + 1) & mask) {
    const row = table[at] as Row
    if (row === -1 || texts.compareTo(row, id) === 0) return row
  }
}

function tableSize(length: number): number {
  let size = 16
  while (size < length * 2) size *= 2
  return size
}

function hash(bytes: Uint8Array): number {
  let value = 0x811c9dc5
  for (let at = 0; at < bytes.length; at++) value = Math.imul(value ^ (bytes[at] as number), 0x01000193)
  return value >>> 0
}

import type { Row, TextColumn } from '../snapshot.ts'
import { uint32s, uint8s } from './buffers.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Many short texts in one buffer of UTF-8, whose bytes sort as code points do; texts of the tail follow as they are. */
export class PackedTexts implements TextColumn {
  readonly bytes: Uint8Array
  /** `offsets[row]` to `offsets[row + 1]`. */
  readonly offsets: Uint32Array
  readonly tail: readonly string[]
  /** How many stand in the buffer. */
  readonly packed: number

  constructor(bytes: Uint8Array, offsets: Uint32Array, tail: readonly string[]) {
    this.bytes = bytes
    this.offsets = offsets
    this.tail = tail
    this.packed = offsets.length - 1
  }

  /** A column that holds these texts behind its own. */
  extendedBy(texts: readonly string[]): PackedTexts {
    return new PackedTexts(this.bytes, this.offsets, [...this.tail, ...texts])
  }

  get(row: Row): string {
    if (row >= this.packed) return this.tail[row - this.packed] ?? ''
    return decoder.decode(this.#slice(row))
  }

  compare(a: Row, b: Row): number {
    if (a >= this.packed || b >= this.packed) return compareBytes(this.bytesOf(a), this.bytesOf(b))
    const { bytes, offsets } = this
    const ofA = offsets[a] as number
    const ofB = offsets[b] as number
    const lengthA = (offsets[a + 1] as number) - ofA
    const lengthB = (offsets[b + 1] as number) - ofB
    const shared = Math.min(lengthA, lengthB)
    for (let at = 0; at < shared; at++) {
      const difference = (bytes[ofA + at] as number) - (bytes[ofB + at] as number)
      if (difference !== 0) return difference
    }
    return lengthA - lengthB
  }

  /** Negative, 0 or positive, as the text of the row comes before, is, or comes after the other. */
  compareTo(row: Row, text: Uint8Array): number {
    return compareBytes(this.bytesOf(row), text)
  }

  /** The text as UTF-8. */
  bytesOf(row: Row): Uint8Array {
    return row < this.packed ? this.#slice(row) : encoder.encode(this.tail[row - this.packed])
  }

  /** The texts of some rows, all in the buffer. */
  gathered(rows: Int32Array): PackedTexts {
    const { packed } = this
    const tail = this.tail.map((text) => encoder.encode(text))
    const offsets = uint32s(rows.length + 1)
    let end = 0
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as Row
      const late = row < packed ? undefined : tail[row - packed]
      end += late ? late.length : (this.offsets[row + 1] as number) - (this.offsets[row] as number)
      offsets[at + 1] = end
    }
    const bytes = uint8s(end)
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as Row
      const late = row < packed ? undefined : tail[row - packed]
      if (late) bytes.set(late, offsets[at])
      else copyBytes(this.bytes, this.offsets[row] as number, bytes, offsets[at] as number, offsets[at + 1] as number)
    }
    return new PackedTexts(bytes, offsets, [])
  }

  #slice(row: Row): Uint8Array {
    return this.bytes.subarray(this.offsets[row], this.offsets[row + 1])
  }
}

export function encodeText(text: string): Uint8Array {
  return encoder.encode(text)
}

/** By hand, because a view for each of so many short texts takes longer than their bytes. */
function copyBytes(from: Uint8Array, start: number, to: Uint8Array, at: number, end: number): void {
  for (let byte = at, source = start; byte < end; byte++, source++) to[byte] = from[source] as number
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let at = 0; at < shared; at++) {
    const difference = (a[at] as number) - (b[at] as number)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

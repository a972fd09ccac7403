import type { Row, TextColumn } from '../snapshot.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Many short texts in one buffer of UTF-8, whose bytes sort as code points do; texts of the tail follow as they are. */
export class PackedTexts implements TextColumn {
  readonly #bytes: Uint8Array
  /** `offsets[row]` to `offsets[row + 1]`. */
  readonly #offsets: Uint32Array
  readonly #tail: readonly string[]
  readonly #packed: number

  private constructor(bytes: Uint8Array, offsets: Uint32Array, tail: readonly string[]) {
    this.#bytes = bytes
    this.#offsets = offsets
    this.#tail = tail
    this.#packed = offsets.length - 1
  }

  static of(texts: readonly string[]): PackedTexts {
    const offsets = new Uint32Array(texts.length + 1)
    let bytes = new Uint8Array(Math.max(64, texts.length * 24))
    let end = 0
    for (const [row, text] of texts.entries()) {
      if (bytes.length - end < text.length * 3) {
        const larger = new Uint8Array(bytes.length * 2 + text.length * 3)
        larger.set(bytes)
        bytes = larger
      }
      end += encoder.encodeInto(text, bytes.subarray(end)).written
      offsets[row + 1] = end
    }
    return new PackedTexts(bytes.slice(0, end), offsets, [])
  }

  /** A column that holds these texts behind its own. */
  extendedBy(texts: readonly string[]): PackedTexts {
    return new PackedTexts(this.#bytes, this.#offsets, [...this.#tail, ...texts])
  }

  get(row: Row): string {
    if (row >= this.#packed) return this.#tail[row - this.#packed] ?? ''
    return decoder.decode(this.#slice(row))
  }

  compare(a: Row, b: Row): number {
    return compareBytes(this.bytesOf(a), this.bytesOf(b))
  }

  /** Negative, 0 or positive, as the text of the row comes before, is, or comes after the other. */
  compareTo(row: Row, text: Uint8Array): number {
    return compareBytes(this.bytesOf(row), text)
  }

  /** The text as UTF-8. */
  bytesOf(row: Row): Uint8Array {
    return row < this.#packed ? this.#slice(row) : encoder.encode(this.#tail[row - this.#packed])
  }

  #slice(row: Row): Uint8Array {
    return this.#bytes.subarray(this.#offsets[row], this.#offsets[row + 1])
  }
}

export function encodeText(text: string): Uint8Array {
  return encoder.encode(text)
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let at = 0; at < shared; at++) {
    const difference = (a[at] as number) - (b[at] as number)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

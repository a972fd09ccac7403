import { PackedTexts } from './text-column.ts'

const encoder = new TextEncoder()
/** UTF-8 takes at most three bytes for each unit of a text. */
const MOST_BYTES = 3

/** Texts that come many at a time, on their way into one buffer. */
export class GrowingTexts {
  #bytes = new Uint8Array(1 << 16)
  #offsets = new Uint32Array(1 << 12)
  #length = 0
  #end = 0

  /** Joined and encoded at once where all of them are ASCII, which spares a call for each. */
  add(texts: readonly string[]): void {
    const joined = texts.join('')
    this.#makeRoom(joined.length * MOST_BYTES, texts.length)
    const { written } = encoder.encodeInto(joined, this.#bytes.subarray(this.#end))
    if (written === joined.length) for (const text of texts) this.#close(this.#end + text.length)
    else
      for (const text of texts)
        this.#close(this.#end + encoder.encodeInto(text, this.#bytes.subarray(this.#end)).written)
  }

  get byteLength(): number {
    return this.#end
  }

  /** Those that have come. */
  packed(): PackedTexts {
    return new PackedTexts(this.#bytes.subarray(0, this.#end), this.#offsets.subarray(0, this.#length + 1), [])
  }

  #close(end: number): void {
    this.#end = end
    this.#offsets[++this.#length] = end
  }

  #makeRoom(bytes: number, texts: number): void {
    if (this.#bytes.length - this.#end < bytes) {
      const larger = new Uint8Array(this.#bytes.length * 2 + bytes)
      larger.set(this.#bytes.subarray(0, this.#end))
      this.#bytes = larger
    }
    if (this.#offsets.length - this.#length <= texts) {
      const larger = new Uint32Array(this.#offsets.length * 2 + texts)
      larger.set(this.#offsets.subarray(0, this.#length + 1))
      this.#offsets = larger
    }
  }
}

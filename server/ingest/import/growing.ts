/** Whole numbers of 32 bits, one after the other, in one piece of memory. */
export class GrowingNumbers {
  #held = new Int32Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#held.length) {
      const grown = new Int32Array(Math.ceil(this.#length * 1.5))
      grown.set(this.#held)
      this.#held = grown
    }
    this.#held[this.#length++] = value
  }

  at(index: number): number {
    return this.#held[index] as number
  }
}

/** Texts in UTF-8, one after the other, in one piece of memory. */
export class GrowingBytes {
  #held = Buffer.alloc(65_536)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** @returns where it begins. */
  push(text: string): number {
    const start = this.#length
    const most = text.length * 3
    if (start + most > this.#held.length) {
      const grown = Buffer.alloc(Math.ceil((start + most) * 1.5))
      this.#held.copy(grown, 0, 0, start)
      this.#held = grown
    }
    this.#length += this.#held.write(text, start, 'utf8')
    return start
  }

  text(from: number, to: number): string {
    return this.#held.toString('utf8', from, to)
  }
}

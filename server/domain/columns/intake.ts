import { blankNumbers, withRoom, type Numbers } from './blank.ts'
import { GrowingTexts } from './growing-texts.ts'
import type { PackedTexts } from './text-column.ts'

/** Rows in the order in which they come, as numbers from the beginning: nothing is kept of what they came in. */
export class Intake {
  #numbers: Numbers = blankNumbers(1 << 12)
  #room = 1 << 12
  readonly #ids = new GrowingTexts()
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Columns with room for so many more rows, which stand from the length before on. */
  take(ids: readonly string[]): Numbers {
    this.#ids.add(ids)
    const length = this.#length + ids.length
    if (length > this.#room) {
      this.#room = Math.max(length, Math.ceil(this.#room * 1.5))
      this.#numbers = withRoom(this.#numbers, this.#length, this.#room)
    }
    this.#length = length
    return this.#numbers
  }

  /** All that have come. */
  get numbers(): Numbers {
    return this.#numbers
  }

  /** What their ids take. */
  get idBytes(): number {
    return this.#ids.byteLength
  }

  ids(): PackedTexts {
    return this.#ids.packed()
  }
}

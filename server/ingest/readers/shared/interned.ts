import { ownCopy } from './own-copy.ts'

/** How many are remembered. When there are more, all are forgotten, so that memory stays flat whatever the file holds. */
const MOST = 100_000

/** What was made of a text, remembered: the same object for the same text, as long as it is remembered. */
export class Interned<T> {
  readonly #make: (text: string) => T
  readonly #made = new Map<string, T>()

  /** @param make is given a text that holds nothing else in memory. */
  constructor(make: (text: string) => T) {
    this.#make = make
  }

  of(text: string): T {
    const known = this.#made.get(text)
    if (known !== undefined) return known
    const own = ownCopy(text)
    const made = this.#make(own)
    if (this.#made.size >= MOST) this.#made.clear()
    this.#made.set(own, made)
    return made
  }
}

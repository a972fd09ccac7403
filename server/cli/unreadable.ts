import type { Memory } from '../memory/memory.ts'

interface Found {
  readonly unreadable: readonly string[]
  readonly unreadableTotal: number
}

/** What the last full reading of a store left out, as its health says; asked for once a version. Never throws. */
export class Unreadable {
  found: Found = { unreadable: [], unreadableTotal: 0 }
  #asked: number | null = null

  async look({ store, state }: Memory): Promise<void> {
    const { version, away } = state()
    if (version === this.#asked || away) return
    this.#asked = version
    try {
      const { ok, unreadable, unreadableTotal } = await store.health()
      if (ok) this.found = { unreadable, unreadableTotal }
      else this.#asked = null
    } catch {
      // What was found before stands; a failure of the store shows where it is asked for more than this.
      this.#asked = null
    }
  }
}

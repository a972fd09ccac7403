import type { WritableAtom } from 'nanostores'
import { toDisplayError } from '../api/errors.ts'
import { hold } from './held.ts'
import { latest, type Loaded } from './loaded.ts'

/**
 * Loads into an atom. A later load aborts an earlier one, whose answer never lands; the same key again does nothing, so that what
 * failed is asked again only when someone says so. Whatever is loaded is held: signing out empties it.
 */
export class Loader<T> {
  readonly #atom: WritableAtom<Loaded<T>>
  #key: string | null = null
  #abort: AbortController | null = null
  /** What is asked again without a word, while the last answer stays. */
  #renewed: string | null = null

  constructor(atom: WritableAtom<Loaded<T>>) {
    this.#atom = atom
    hold(this)
  }

  /** What was last asked for; null where nothing was. */
  get key(): string | null {
    return this.#key
  }

  load(key: string, work: (signal: AbortSignal) => Promise<T>, keepLast = true): void {
    if (this.#key === key) return
    this.#abort?.abort()
    const abort = new AbortController()
    this.#abort = abort
    this.#key = key
    const quiet = key === this.#renewed && this.#atom.get().state === 'ok'
    this.#renewed = null
    if (!quiet) this.#atom.set({ state: 'loading', last: keepLast ? latest(this.#atom.get()) : null })
    work(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) this.#atom.set({ state: 'ok', value })
      },
      (error: unknown) => {
        if (abort.signal.aborted) return
        this.#atom.set({ state: 'error', sentence: toDisplayError(error), last: latest(this.#atom.get()) })
      },
    )
  }

  /** Drops what is being asked, as if it had failed with this sentence; nothing where nothing is. */
  stop(sentence: string): void {
    if (this.#atom.get().state !== 'loading') return
    this.#abort?.abort()
    this.#atom.set({ state: 'error', sentence, last: latest(this.#atom.get()) })
  }

  /** Lets the next load of the same key ask again, where the last one failed. */
  forgive(): void {
    if (this.#atom.get().state === 'error') this.#key = null
  }

  /** Lets the next load of the same key ask again, whatever became of the last one. What is shown stays until it is answered. */
  renew(): void {
    this.#renewed = this.#key
    this.#key = null
  }

  clear(): void {
    this.#abort?.abort()
    this.#renewed = null
    this.#abort = null
    this.#key = null
    if (this.#atom.get().state !== 'idle') this.#atom.set({ state: 'idle' })
  }
}

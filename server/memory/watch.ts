import { StoreUnavailableError, type GraphStore } from '../store/graph-store.ts'
import { guarded } from './guarded.ts'
import { patience } from './patience.ts'

/** The store does not answer. */
export interface Away {
  /** ISO 8601 instant. */
  readonly since: string
  /** A plain sentence with what to do. */
  readonly says: string
}

export interface WatchOptions {
  /** What is said of a store that is silent and says nothing itself. */
  readonly whenSilent?: string
  /** Told once when the store is known to be away, and once when it is back. */
  readonly onAway?: (away: Away) => void
  readonly onBack?: () => void
}

/** How long a question waits for the store's version, and how long any call runs before somebody looks whether the store is there. */
const BUDGET_MS = 1_000
/** From the end of one look to the next. */
const EVERY_MS = 1_000
/** Said of a change that was under way when the store fell silent. */
const UNKNOWN = 'Whether the change was written is not known: see when it is back.'

/**
 * Knows whether a store is there. While it is away nobody waits for it: `store` fails at once, and one look a second in the
 * background finds out when it is back. A call that is under way when the store falls silent fails as soon as a look has failed too.
 */
export class Watch {
  /** The same store, watched. */
  readonly store: GraphStore
  readonly #raw: GraphStore
  readonly #options: WatchOptions
  readonly #underWay = new Set<(says: string) => void>()
  #away: Away | null = null
  #told = false
  #looking = false
  #closed = false

  constructor(store: GraphStore, options: WatchOptions = {}) {
    this.#raw = store
    this.#options = options
    const close = async () => {
      this.#closed = true
      await store.close()
    }
    this.store = guarded(store, (work, writes) => this.#call(work, writes), close)
  }

  get away(): Away | null {
    return this.#away
  }

  /** The store's version, within the budget of a question. @throws StoreUnavailableError, and the store is taken for away from then on. */
  async version(): Promise<number> {
    this.#refuse()
    const silent = patience(BUDGET_MS)
    try {
      return await Promise.race([this.#raw.version(), silent.over.then(() => this.#fallSilent())])
    } catch (error) {
      if (error instanceof StoreUnavailableError) this.#leave(error.says)
      throw error
    } finally {
      silent.stop()
    }
  }

  /** Finds out in the background whether the store is there. */
  look(): void {
    if (this.#looking || this.#closed) return
    this.#looking = true
    void this.#untilItIsBack()
  }

  async #untilItIsBack(): Promise<void> {
    for (;;) {
      const says = await this.#whyAway()
      if (this.#closed) return
      if (says === null) {
        // Before anybody can take it for away again.
        this.#looking = false
        return this.#return()
      }
      this.#leave(says)
      this.#lose()
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS).unref())
    }
  }

  async #whyAway(): Promise<string | null> {
    try {
      const { ok, says } = await this.#raw.health()
      return ok ? null : says
    } catch {
      return this.#silence()
    }
  }

  async #call<T>(work: () => Promise<T>, writes: boolean): Promise<T> {
    this.#refuse()
    const { promise: lost, reject } = Promise.withResolvers<never>()
    const lose = (says: string) => reject(new StoreUnavailableError(writes ? `${says} ${UNKNOWN}` : says))
    this.#underWay.add(lose)
    const silent = patience(BUDGET_MS)
    void silent.over.then(() => this.look())
    try {
      return await Promise.race([work(), lost])
    } catch (error) {
      if (error instanceof StoreUnavailableError) this.look()
      throw error
    } finally {
      silent.stop()
      this.#underWay.delete(lose)
    }
  }

  #refuse(): void {
    if (this.#away) throw new StoreUnavailableError(this.#away.says)
  }

  #fallSilent(): never {
    throw new StoreUnavailableError(this.#silence())
  }

  #silence(): string {
    return this.#options.whenSilent ?? 'The store does not answer. See that it runs.'
  }

  /** Questions wait no longer. Whether it is so, a look finds out. */
  #leave(says: string): void {
    this.#away = { since: this.#away?.since ?? new Date().toISOString(), says }
    this.look()
  }

  /** A look has failed: what is under way will not be answered. */
  #lose(): void {
    const { away } = this
    if (!away) return
    if (!this.#told) this.#options.onAway?.(away)
    this.#told = true
    for (const lose of this.#underWay) lose(away.says)
  }

  #return(): void {
    this.#away = null
    if (this.#told) this.#options.onBack?.()
    this.#told = false
  }
}

import { AsyncLocalStorage } from 'node:async_hooks'
import type { GraphStore } from '../../store/graph-store.ts'
import type { Metrics } from './metrics.ts'
import { notesNow, type RequestNotes } from './notes.ts'

/** Sees what is asked of a store, and for whom. */
export interface StoreCalls {
  /** What a store is to call with the name of each statement that it sends. */
  readonly onStatement: (name: string) => void
  /** The same store, whose calls are counted and noted for the request that makes them. */
  watched(store: GraphStore): GraphStore
  /** Calls that have not ended yet. */
  readonly underWay: number
}

/** Not timed: streams last as long as their reader takes, and the others ask nothing. */
const FREE: ReadonlySet<string | symbol> = new Set<keyof GraphStore>(['eventColumns', 'everything', 'close'])

/**
 * A statement counts from when it is sent until the next of the same call, or until the call ends: the statements of one call follow
 * each other. A call that names none counts by its own name.
 */
export function createStoreCalls(metrics: Metrics): StoreCalls {
  const current = new AsyncLocalStorage<Call>()
  let underWay = 0

  async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
    const call = new Call(notesNow(), name)
    const started = performance.now()
    underWay++
    try {
      return await current.run(call, work)
    } finally {
      underWay--
      call.end()
      metrics.countCall(name, (performance.now() - started) / 1000)
    }
  }

  function watched(store: GraphStore): GraphStore {
    return new Proxy(store, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name)
        if (name === 'under') return (signal: AbortSignal) => watched(target.under(signal))
        if (typeof member !== 'function' || typeof name !== 'string') return member
        const method = member as (...args: unknown[]) => Promise<unknown>
        if (FREE.has(name)) return method.bind(target)
        return (...args: unknown[]) => timed(name, async () => method.apply(target, args))
      },
    })
  }

  return {
    onStatement: (name) => current.getStore()?.sends(name),
    watched,
    get underWay() {
      return underWay
    },
  }
}

class Call {
  readonly #notes: RequestNotes | null
  #name: string
  #since = performance.now()
  #hasSent = false
  #hasEnded = false

  constructor(notes: RequestNotes | null, name: string) {
    this.#notes = notes
    this.#name = name
  }

  sends(statement: string): void {
    if (this.#hasEnded) return
    if (this.#hasSent) this.#add()
    this.#hasSent = true
    this.#name = statement
    this.#since = performance.now()
  }

  end(): void {
    this.#add()
    this.#hasEnded = true
  }

  #add(): void {
    if (!this.#notes) return
    const { statements } = this.#notes
    const spent = statements.get(this.#name) ?? { times: 0, ms: 0 }
    spent.times++
    spent.ms += performance.now() - this.#since
    statements.set(this.#name, spent)
  }
}

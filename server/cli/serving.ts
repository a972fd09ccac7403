import { createContext, type RequestContext } from '../graphql/context.ts'
import { createRecorders, type Recorders } from '../hand/create-recorder.ts'
import type { Log } from '../http/log.ts'
import type { Noticing } from '../http/notice.ts'
import type { Asking } from '../http/yoga.ts'
import type { Readiness } from '../http/readiness.ts'
import type { ColumnsState } from '../http/watch/readings.ts'
import type { StoreCalls } from '../http/watch/store-calls.ts'
import { seedIfNew } from '../ingest/load.ts'
import { refuseHalfCopy } from '../ingest/transfer/half-copy.ts'
import { EVERYTHING, type Holding } from '../memory/holding.ts'
import { openMemory, type Memory, type MemoryState, type Notice } from '../memory/memory.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { nameOfStore, openStore, type StoreChoice } from './open-store.ts'
import { SEEDED_CASE } from './seeded-case.ts'
import { Unreadable } from './unreadable.ts'
import { untilItAnswers } from './until-it-answers.ts'

/** What `/readyz` says. */
export interface ServingState extends Readiness, Pick<MemoryState, 'version' | 'away'> {
  readonly store: StoreChoice['name']
  /** What could not be read and is left out, as sentences; at most 20. */
  readonly unreadable: readonly string[]
  readonly unreadableTotal: number
}

export interface ServingOptions {
  /** Left out: everything. */
  readonly holding?: Holding
  /** Whether users may write queries of their own. */
  readonly cypher: boolean
  readonly log: Log
  /** Left out: nobody looks at what is asked of the store. */
  readonly storeCalls?: StoreCalls
}

/** How old what is known may be before somebody looks again. */
const STALE_MS = 1_000
/** Before there is a memory. */
const NOTHING: MemoryState = {
  ready: false,
  eventsRead: 0,
  version: null,
  events: null,
  actors: null,
  readAt: null,
  away: null,
  notice: null,
}

/** The store and the memory of a process that serves, from before they are there. */
export class Serving {
  readonly #choice: StoreChoice
  readonly #name: string
  readonly #options: ServingOptions
  readonly #stopping = new AbortController()
  readonly #unreadable = new Unreadable()
  #memory: Memory | null = null
  #recorders: Recorders | null = null
  /** Why it is not ready; null: it is reading. */
  #waiting: string | null

  constructor(choice: StoreChoice, options: ServingOptions) {
    this.#choice = choice
    this.#name = nameOfStore(choice)
    this.#options = options
    this.#waiting = choice.name === 'neo4j' ? this.#waitingFor('it has not answered yet.') : null
  }

  /**
   * Opens the store, seeds it where it is new, loads the columns. Waits for a Neo4j that is not there yet.
   * @throws what waiting cannot change; where it was closed meanwhile, the reason of that.
   */
  async prepare(): Promise<void> {
    const memory = await this.#trying(() => this.#open())
    await this.#trying(async () => {
      await refuseHalfCopy(memory.store)
      await seedIfNew(memory.store, SEEDED_CASE)
      await memory.load()
    })
    await this.#unreadable.look(memory)
  }

  /** What the resolvers of one request share. Called when it is ready. */
  createContext(asking: Asking): RequestContext & Noticing {
    const memory = this.#memory
    const recorders = this.#recorders
    if (!memory || !recorders) throw new Error('There is no store yet.')
    let notice: Notice | null = null
    const read = async () => {
      const reading = await memory.read()
      notice = reading.notice
      void this.#unreadable.look(memory)
      return reading
    }
    const ofRequest: Memory = { ...memory, read, snapshot: async () => (await read()).snapshot }
    const { cypher } = this.#options
    const context = createContext({ store: memory.store, memory: ofRequest, recorders, cypher, ...asking })
    return Object.assign(context, { notice: () => notice ?? memory.state().notice })
  }

  /** For whoever imports; null: it is not ready. */
  get store(): GraphStore | null {
    return this.#memory?.state().ready === true ? this.#memory.store : null
  }

  /** What is known now. Finds out more in the background, where it may have changed. */
  state(): ServingState {
    const { ready, eventsRead, version, readAt, away, notice } = this.#memory?.state() ?? NOTHING
    if (this.#memory && ready) {
      if (Date.now() - Date.parse(readAt ?? '') > STALE_MS) this.#memory.look()
      void this.#unreadable.look(this.#memory)
    }
    const reading = `Entente is reading its events (${eventsRead} so far). Try again in a moment.`
    const says = ready ? (notice?.says ?? 'Entente is ready.') : (this.#waiting ?? reading)
    return { ready, says, eventsRead, store: this.#choice.name, version, away, ...this.#unreadable.found }
  }

  /** What is held in memory now; asks nobody. */
  columns(): ColumnsState {
    const { ready, events, actors, version, away } = this.#memory?.state() ?? NOTHING
    return { ready, isAway: away !== null, events, actors, version, unreadable: this.#unreadable.found.unreadableTotal }
  }

  async close(): Promise<void> {
    this.#stopping.abort()
    await this.#memory?.store.close()
  }

  async #open(): Promise<Memory> {
    const { log, storeCalls, holding = EVERYTHING } = this.#options
    const opened = await openStore(this.#choice, { signal: this.#stopping.signal, ...storeCalls })
    const store = storeCalls?.watched(opened) ?? opened
    const memory = openMemory(store, {
      holding,
      whenSilent: `${this.#name} does not answer. See that it runs and that NEO4J_URI names it.`,
      onAway: ({ says }) => log.error(says),
      onBack: () => log.info(`${this.#name} answers again.`),
    })
    this.#memory = memory
    this.#recorders = createRecorders({ store: memory.store, memory })
    this.#waiting = null
    return memory
  }

  /** A Neo4j may come; a file is there or it is not. */
  async #trying<T>(work: () => Promise<T>): Promise<T> {
    if (this.#choice.name === 'sqlite') return work()
    const waiting = (says: string) => {
      const sentence = this.#waitingFor(says)
      if (sentence !== this.#waiting) this.#options.log.info(sentence)
      this.#waiting = sentence
    }
    return untilItAnswers(work, waiting, this.#stopping.signal)
  }

  #waitingFor(says: string): string {
    return `Waiting for ${this.#name}: ${says.replace(`${this.#name} `, 'it ')} Trying again.`
  }
}

import type { Snapshot } from '../domain/snapshot.ts'
import { StoreUnavailableError, type GraphStore } from '../store/graph-store.ts'
import { catchUp } from './changes.ts'
import { EVERYTHING, type Holding } from './holding.ts'
import { loadAll, type Loaded } from './load.ts'
import { MemoryLimitError } from './memory-limit.ts'
import { Watch, type Away, type WatchOptions } from './watch.ts'

/** How far the loading has come, and how true it is. */
export interface MemoryState {
  readonly ready: boolean
  readonly eventsRead: number
  /** The version shown; null before the first load. */
  readonly version: number | null
  /** Events and actors in memory; null before the first load. */
  readonly events: number | null
  readonly actors: number | null
  /** When the columns were last known to be what the store holds, an ISO 8601 instant; null before the first load. */
  readonly readAt: string | null
  /** Null: the store is there, as far as is known. */
  readonly away: Away | null
  /** What an answer of this moment would carry; null while the store is there. */
  readonly notice: Notice | null
}

/** What goes with an answer that may no longer be what the store holds. */
export interface Notice {
  /** Plain sentences. */
  readonly says: string
  readonly version: number
  /** When that version was last known to be the newest, an ISO 8601 instant. */
  readonly readAt: string
}

export interface Reading {
  readonly snapshot: Snapshot
  /** Null: it is what the store holds now. */
  readonly notice: Notice | null
}

/** The columns in memory, kept true to the store. */
export interface Memory {
  /** The store, failing at once while it is away. */
  readonly store: GraphStore
  /** Loads what is to be held. Answers can be given from then on. @throws MemoryLimitError, StoreUnavailableError; it can be called again. */
  load(): Promise<void>
  /**
   * What the store holds now: compares the version and applies what changed. While the store is away, what it held last, with a
   * notice; then nobody waits.
   * @throws MemoryNotReadyError before the first load.
   */
  read(): Promise<Reading>
  /** The same without the notice. */
  snapshot(): Promise<Snapshot>
  state(): MemoryState
  /** Finds out in the background whether the store is there. */
  look(): void
}

/** Nothing can be answered yet: the events are still being read. */
export class MemoryNotReadyError extends Error {
  override readonly name = 'MemoryNotReadyError'
  readonly eventsRead: number
  constructor(eventsRead: number) {
    super(`The events are still being read (${eventsRead} so far). Try again in a moment.`)
    this.eventsRead = eventsRead
  }
}

export interface MemoryOptions extends WatchOptions {
  /** Left out: everything. */
  readonly holding?: Holding
}

export function openMemory(unwatched: GraphStore, options: MemoryOptions = {}): Memory {
  const { holding = EVERYTHING } = options
  const watch = new Watch(unwatched, options)
  const { store } = watch
  let loaded: Loaded | null = null
  let readAt = ''
  let eventsRead = 0
  let catchingUp: Promise<Loaded> | null = null
  /** What came to this version does not fit, and is not read again. */
  let overflow: { readonly version: number; readonly error: MemoryLimitError } | null = null

  const bringUp = async (from: Loaded): Promise<Loaded> => {
    catchingUp ??= catchUp(store, from, holding).finally(() => (catchingUp = null))
    return catchingUp
  }
  const isTrue = () => (readAt = new Date().toISOString())

  /** @throws StoreUnavailableError, MemoryLimitError; then what was loaded stays as it was. */
  const current = async (from: Loaded): Promise<Loaded> => {
    let now = loaded ?? from
    let version = await watch.version()
    // Lower than what is held: somebody else was quicker, or an older state of the store was put in place.
    if (version < now.snapshot.version) version = await watch.version()
    if (version < now.snapshot.version) now = loaded = await bringUp(now)
    if (overflow?.version === version) throw overflow.error
    try {
      while (now.snapshot.version < version) now = loaded = await bringUp(now)
    } catch (error) {
      if (error instanceof MemoryLimitError) overflow = { version, error }
      throw error
    }
    isTrue()
    return now
  }

  const read = async (): Promise<Reading> => {
    if (!loaded) throw new MemoryNotReadyError(eventsRead)
    try {
      return { snapshot: (await current(loaded)).snapshot, notice: null }
    } catch (error) {
      if (error instanceof MemoryLimitError) {
        const says = `${error.says} Until then, answers are of what was read before.`
        return { snapshot: loaded.snapshot, notice: { says, version: loaded.snapshot.version, readAt } }
      }
      if (!(error instanceof StoreUnavailableError)) throw error
      return { snapshot: loaded.snapshot, notice: noticeOf(error.says, loaded.snapshot, readAt) }
    }
  }

  return {
    store,
    async load() {
      loaded = await loadAll(store, (events) => (eventsRead = events), holding)
      isTrue()
    },
    read,
    snapshot: async () => (await read()).snapshot,
    state: () => ({
      ready: loaded !== null,
      eventsRead,
      version: loaded?.snapshot.version ?? null,
      events: loaded ? loaded.snapshot.events.length - loaded.snapshot.events.dead.size : null,
      actors: loaded?.snapshot.actors.length ?? null,
      readAt: loaded ? readAt : null,
      away: watch.away,
      notice: loaded && watch.away ? noticeOf(watch.away.says, loaded.snapshot, readAt) : null,
    }),
    look: () => watch.look(),
  }
}

function noticeOf(reason: string, { version }: Snapshot, readAt: string): Notice {
  const says = `${reason} Until it is back, answers come from memory; quotes, search by text and changes have to wait.`
  return { says, version, readAt }
}

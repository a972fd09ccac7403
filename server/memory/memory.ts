import type { Snapshot } from '../domain/snapshot.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { catchUp } from './changes.ts'
import { loadAll, type Loaded } from './load.ts'

/** How far the loading has come. */
export interface MemoryState {
  readonly ready: boolean
  readonly eventsRead: number
  /** The version shown; null before the first load. */
  readonly version: number | null
}

/** The columns in memory, kept true to the store. */
export interface Memory {
  /** Loads everything. Answers can be given from then on. */
  load(): Promise<void>
  /** What the store holds now: compares the version and applies what changed. @throws MemoryNotReadyError before the first load. */
  snapshot(): Promise<Snapshot>
  state(): MemoryState
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

export function openMemory(store: GraphStore): Memory {
  let loaded: Loaded | null = null
  let eventsRead = 0
  let catchingUp: Promise<Loaded> | null = null

  return {
    async load() {
      loaded = await loadAll(store, (read) => (eventsRead = read))
    },
    async snapshot() {
      if (!loaded) throw new MemoryNotReadyError(eventsRead)
      const version = await store.version()
      while (loaded.snapshot.version < version) {
        catchingUp ??= catchUp(store, loaded).finally(() => (catchingUp = null))
        loaded = await catchingUp
      }
      return loaded.snapshot
    },
    state: () => ({ ready: loaded !== null, eventsRead, version: loaded?.snapshot.version ?? null }),
  }
}

import { createRecorder } from '../../server/hand/create-recorder.ts'
import { openMemory } from '../../server/memory/memory.ts'
import { StoreMovedError, StoreUnavailableError, type GraphStore } from '../../server/store/graph-store.ts'
import { openAt, type Where } from './any-store.ts'
import { anEvent, LOADER, someEvidence } from './records.ts'

/** What one of several processes is to write, all toward the same actor. */
export interface HubTask {
  readonly where: Where
  readonly writer: string
  readonly transactions: number
}

/** What it met on the way; the last line that it says. */
export interface HubTally {
  /** Transactions that were begun. */
  readonly begun: number
  /** Begun for a version that was no longer the store's. */
  readonly moved: number
  /** Refused because others were writing all the time, and asked for again. */
  readonly refused: number
}

/** Writes one event a transaction, in turn as a load and by hand; says the id and the version of each that is acknowledged. */
const { where, writer, transactions } = JSON.parse(process.argv[2] ?? '') as HubTask
const tally = { begun: 0, moved: 0, refused: 0 }
const store = await openAt(where, (name) => {
  if (name === 'raise-version') tally.begun++
})
const watched = watching(store)
const recorder = createRecorder({ store: watched, memory: openMemory(store), who: writer })

for (let n = 0; n < transactions; n++) {
  const id = `case/${writer}-${n}`
  const version = await insisting(() => (n % 2 === 0 ? load(id) : record(id)))
  process.stdout.write(`${id} ${version}\n`)
}
process.stdout.write(`${JSON.stringify(tally satisfies HubTally)}\n`)
await store.close()

async function load(id: string): Promise<number> {
  const event = anEvent({ id, actor: writer, target: 'hub', scope: id, evidence: [someEvidence({ quote: id })] })
  return (await store.apply({ writer: LOADER, events: [event] })).version
}

async function record(id: string): Promise<number> {
  const recorded = await recorder.recordEvent(
    {
      id,
      collection: 'case',
      actor: writer,
      target: 'hub',
      kind: 'SUSPENSION',
      subtype: 'intelligence',
      scope: id,
      occurred: '2025-11-11',
      evidence: [{ source: 'case/report', quote: id }],
    },
    null,
  )
  return recorded.version
}

/** As a client does that is told to try again. */
async function insisting(write: () => Promise<number>): Promise<number> {
  for (;;) {
    try {
      return await write()
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error
      tally.refused++
    }
  }
}

/** The store, but what is in vain is counted. */
function watching(watchedStore: GraphStore): GraphStore {
  const apply: GraphStore['apply'] = async (batch) => {
    try {
      return await watchedStore.apply(batch)
    } catch (error) {
      if (error instanceof StoreMovedError) tally.moved++
      throw error
    }
  }
  return new Proxy(watchedStore, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (name === 'apply') return apply
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createContext, type RequestContext } from '../../server/graphql/context.ts'
import { createRecorders } from '../../server/hand/create-recorder.ts'
import { guarded } from '../../server/memory/guarded.ts'
import { openMemory, type Memory } from '../../server/memory/memory.ts'
import type { GraphStore } from '../../server/store/graph-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { aCase, anEvent, aSource, LOADER } from '../support/records.ts'

const REASON = new Error('Nobody waits any more.')
let folder: string
let store: GraphStore
let memory: Memory
/** Calls of the store that have come, and wait to be let through. */
let waiting: (() => void)[] | null = null

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-deadline-'))
  store = openSqliteStore(join(folder, 'entente.sqlite'))
  await store.apply(aCase({ sources: [aSource()], events: [anEvent()] }))
  const hold = async <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting) await new Promise<void>((resolve) => waiting?.push(resolve))
    return work()
  }
  memory = openMemory(guarded(store, hold, () => store.close()))
  await memory.load()
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

function asking(signal: AbortSignal): RequestContext {
  return createContext({
    store: memory.store,
    memory,
    recorders: createRecorders({ store: memory.store, memory }),
    signal,
  })
}

async function letThrough(): Promise<void> {
  const held = waiting ?? []
  waiting = null
  for (const each of held) each()
}

test('who goes away ends nothing that others wait for: what the store holds now is looked up for all of them', async () => {
  const { version } = await store.apply({ writer: LOADER, events: [anEvent({ id: 'case/2' })] })
  waiting = []
  const going = new AbortController()
  const gone = expect(asking(going.signal).view(null, null)).rejects.toBe(REASON)
  const others = [1, 2].map(() => asking(new AbortController().signal).view(null, null))
  await expect.poll(() => waiting?.length).toBeGreaterThan(0)
  going.abort(REASON)
  await letThrough()
  await gone
  for (const view of await Promise.all(others)) expect(view.snapshot.version).toBe(version)
})

test('who goes away before a view is there has nothing computed', async () => {
  const context = asking(AbortSignal.abort(REASON))
  await expect(context.view(null, null)).rejects.toBe(REASON)
  await expect(context.eventDetails.load('case/1')).rejects.toBe(REASON)
  await expect(context.textCandidates('word')).rejects.toBe(REASON)
})

test('a change that waits for its turn is not made when its client goes; the one before it is', async () => {
  const before = await store.version()
  const recorders = createRecorders({ store: memory.store, memory })
  const going = new AbortController()
  const source = (id: string) => ({ id, collection: 'case', publisher: 'CNN' })
  waiting = []
  const first = recorders.of({ who: 'anna' }).saveSource(source('one'), null)
  const second = expect(
    recorders.of({ who: 'ben', signal: going.signal }).saveSource(source('two'), null),
  ).rejects.toBe(REASON)
  await expect.poll(() => waiting?.length).toBe(1)
  going.abort(REASON)
  await letThrough()
  expect(await first).toMatchObject({ id: 'case/one', version: before + 1 })
  await second
  expect(await store.version()).toBe(before + 1)
})

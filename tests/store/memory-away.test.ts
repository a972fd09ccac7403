import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Snapshot } from '../../server/domain/snapshot.ts'
import { openMemory, type Memory } from '../../server/memory/memory.ts'
import { StoreUnavailableError, type GraphStore } from '../../server/store/graph-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { aCase, anEvent, LOADER } from '../support/records.ts'

const GONE = 'The store is gone. Start it again.'
const SILENT = 'The store is silent. See that it runs.'

/** A real store that goes away as told: `gone` fails, `silent` answers when it is back. Its health says so at once. */
interface Fickle {
  store: GraphStore
  away: 'no' | 'gone' | 'silent'
  /** Methods that go away alone. */
  only: readonly (keyof GraphStore)[] | null
  /** Streams that are open. */
  open: number
  back(): void
}

function fickle(store: GraphStore): { readonly state: Fickle; readonly store: GraphStore } {
  const waiting: (() => void)[] = []
  const back = () => {
    state.away = 'no'
    for (const answer of waiting.splice(0)) answer()
  }
  const state: Fickle = { store, away: 'no', only: null, open: 0, back }
  const isAway = (name: string | symbol) => state.only === null || state.only.some((each) => each === name)
  const answer = async <T>(name: string | symbol, work: () => T | Promise<T>): Promise<T> => {
    if (state.away === 'no' || !isAway(name)) return work()
    if (name === 'health') {
      return { ok: false, says: state.away === 'gone' ? GONE : SILENT, unreadable: [], unreadableTotal: 0 } as T
    }
    if (state.away === 'gone') throw new StoreUnavailableError(GONE)
    await new Promise<void>((resolve) => waiting.push(resolve))
    return work()
  }
  async function* columns() {
    state.open += 1
    try {
      for await (const chunk of state.store.eventColumns()) {
        await answer('eventColumns', () => null)
        yield chunk
      }
    } finally {
      state.open -= 1
    }
  }
  const proxy = new Proxy(store, {
    get(_, name) {
      if (name === 'eventColumns') return columns
      const member: unknown = Reflect.get(state.store, name)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) =>
        answer(name, () => (member as (...all: unknown[]) => unknown).apply(state.store, args))
    },
  })
  return { state, store: proxy }
}

describe('memory whose store goes away', () => {
  let folder: string
  let real: GraphStore
  let state: Fickle
  let memory: Memory
  let told: string[]
  const idsOf = ({ events }: Snapshot) =>
    Array.from({ length: events.length }, (_, row) => row)
      .filter((row) => !events.dead.has(row))
      .map((row) => events.id.get(row))
      .sort()

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'entente-away-'))
    real = openSqliteStore(join(folder, 'entente.sqlite'))
    await real.apply(aCase({ events: [anEvent()] }))
    const made = fickle(real)
    state = made.state
    told = []
    memory = openMemory(made.store, {
      whenSilent: SILENT,
      onAway: ({ says }) => told.push(says),
      onBack: () => told.push('back'),
    })
    await memory.load()
    vi.useFakeTimers()
  })
  afterEach(async () => {
    vi.useRealTimers()
    await memory.store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Lets so much time go by, and everything happen that happens meanwhile. */
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  async function refusal(work: Promise<unknown>): Promise<string> {
    const error = await work.then(
      () => null,
      (reason: unknown) => reason,
    )
    if (error instanceof StoreUnavailableError) return error.says
    throw new Error('It did not say that the store is away.', { cause: error })
  }

  test.each(['gone', 'silent'] as const)(
    '%s: answers go on with a notice, the rest is refused, and it recovers',
    async (away) => {
      const says = away === 'gone' ? GONE : SILENT
      const before = await memory.read()
      expect(before.notice).toBeNull()
      const { readAt } = memory.state()
      state.away = away
      const asked = memory.read()
      await pass(1_000)
      const { snapshot, notice } = await asked
      expect(snapshot).toBe(before.snapshot)
      expect(notice).toEqual({ says: expect.stringMatching(says) as string, version: 1, readAt })
      expect(memory.state()).toMatchObject({ ready: true, version: 1, readAt, away: { says }, notice })
      // Nobody waits from now on: no time passes.
      expect(await memory.read()).toEqual({ snapshot, notice })
      expect(await refusal(memory.store.eventDetails(['case/1']))).toBe(says)
      expect(await refusal(memory.store.apply({ writer: LOADER, remove: { events: ['case/1'] } }))).toBe(says)
      expect(told).toEqual([says])

      await real.apply(aCase({ events: [anEvent({ id: 'case/2' })] }))
      state.back()
      await pass(1_000)
      expect(told).toEqual([says, 'back'])
      expect(memory.state()).toMatchObject({ away: null, notice: null })
      const after = await memory.read()
      expect(after.notice).toBeNull()
      expect(idsOf(after.snapshot)).toEqual(['case/1', 'case/2'])
    },
  )

  test.each(['gone', 'silent'] as const)('%s in the middle of catching up: what was held stays', async (away) => {
    await real.apply(aCase({ events: [anEvent({ id: 'case/2' })] }))
    state.away = away
    state.only = ['eventColumnsOf', 'health']
    const asked = memory.read()
    await pass(1_000)
    const { snapshot, notice } = await asked
    expect([idsOf(snapshot), notice?.version]).toEqual([['case/1'], 1])
    state.back()
    await pass(1_000)
    expect(await memory.read()).toMatchObject({ snapshot: { version: 2 }, notice: null })
  })

  test('what is under way when it falls silent fails when a look has failed, and streams are given back', async () => {
    state.away = 'silent'
    state.only = ['eventColumns', 'apply', 'eventDetails', 'health']
    const change = refusal(memory.store.apply(aCase({ events: [anEvent({ id: 'case/2' })] })))
    const details = refusal(memory.store.eventDetails(['case/1']))
    const loading = refusal(memory.load())
    await pass(1_000)
    expect(await change).toBe(`${SILENT} Whether the change was written is not known: see when it is back.`)
    expect([await details, await loading]).toEqual([SILENT, SILENT])
    expect(state.open).toBe(1)
    state.back()
    await pass(1_000)
    expect(state.open).toBe(0)
    await memory.load()
    expect(idsOf(await memory.snapshot())).toEqual(['case/1', 'case/2'])
  })

  test('what only takes long is waited for', async () => {
    state.away = 'silent'
    state.only = ['reload']
    const reloading = memory.store.reload()
    await pass(60_000)
    expect(memory.state().away).toBeNull()
    state.back()
    expect(await reloading).toBe(2)
  })

  test('an older state of the store that is put in its place is read anew', async () => {
    await real.apply(aCase({ events: [anEvent({ id: 'case/2' })] }))
    expect(idsOf(await memory.snapshot())).toEqual(['case/1', 'case/2'])
    const older = openSqliteStore(join(folder, 'older.sqlite'))
    await older.apply(aCase({ events: [anEvent({ id: 'case/3' })] }))
    state.store = older
    const { snapshot, notice } = await memory.read()
    expect([snapshot.version, idsOf(snapshot), notice]).toEqual([1, ['case/3'], null])
    state.store = real
    await older.close()
  })
})

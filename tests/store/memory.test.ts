import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBack } from '../support/read-back.ts'
import { toDate } from '../../server/domain/days.ts'
import type { EventRecord } from '../../server/domain/records.ts'
import { select } from '../../server/domain/select.ts'
import type { Snapshot } from '../../server/domain/snapshot.ts'
import { createView } from '../../server/domain/view.ts'
import { loadAll } from '../../server/memory/load.ts'
import { MemoryNotReadyError, openMemory } from '../../server/memory/memory.ts'
import type { Batch, GraphStore } from '../../server/store/graph-store.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { numRuns } from '../support/samples.ts'
import { aDay } from '../support/records.ts'
import { contentsOf, type WorldEvent } from '../support/worlds.ts'

const ACTORS = { uk: 'The United Kingdom', us: 'The United States', ca: 'Canada' }
const writer = { by: 'LOAD', name: 'world' } as const

let folder: string
let store: GraphStore

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-memory-'))
  store = openSqliteStore(join(folder, 'entente.sqlite'))
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

function worldBatch(events: readonly WorldEvent[], id = 'world'): Batch {
  const { collection, ...rest } = contentsOf({ id, actors: ACTORS, events })
  return { writer, collections: [collection], ...rest }
}

/** Everything that a snapshot says of its events, by id. */
function told(snapshot: Snapshot) {
  const { events, actors, collections } = snapshot
  const rows = Array.from({ length: events.length }, (_, row) => row).filter((row) => !events.dead.has(row))
  const all = rows.map((row) => {
    const input = readBack(events, row)
    return {
      ...input,
      actor: actors[input.actor]?.id,
      target: actors[input.target]?.id,
      collection: collections[input.collection]?.id,
    }
  })
  return {
    events: all.sort((a, b) => (a.id < b.id ? -1 : 1)),
    lastKnown: collections.map((each) => [each.id, toDate(each.lastKnown)]),
  }
}

const uk = (occurred: string, more: Partial<WorldEvent> = {}): WorldEvent => ({
  actor: 'uk',
  target: 'us',
  occurred,
  ...more,
})

describe('memory', () => {
  it('answers nothing before it has loaded', async () => {
    await expect(openMemory(store).snapshot()).rejects.toThrow(MemoryNotReadyError)
  })

  it('gives the same snapshot while nothing changes, and the old one stays as it was', async () => {
    await store.apply(worldBatch([uk('2025-01-01', { id: 'a' })]))
    const memory = openMemory(store)
    await memory.load()
    const before = await memory.snapshot()
    expect(await memory.snapshot()).toBe(before)
    const toldBefore = told(before)
    await store.apply(worldBatch([uk('2025-02-02', { id: 'a' }), uk('2025-03-03', { id: 'b' })]))
    const after = await memory.snapshot()
    expect(after.version).toBe(before.version + 1)
    expect(after.events.id.get(after.events.find('world/b'))).toBe('world/b')
    expect(before.events.find('world/b')).toBe(-1)
    expect(told(before)).toEqual(toldBefore)
  })

  it('sees what another connection writes before its next answer', async () => {
    const other = openSqliteStore(join(folder, 'entente.sqlite'))
    const memory = openMemory(store)
    await memory.load()
    await other.apply(worldBatch([uk('2025-01-01', { id: 'a' })]))
    expect((await memory.snapshot()).events.find('world/a')).toBeGreaterThanOrEqual(0)
    await other.apply({ writer, remove: { events: ['world/a'] } })
    expect((await memory.snapshot()).events.find('world/a')).toBe(-1)
    await other.reload()
    expect((await memory.snapshot()).version).toBe(await store.version())
    await other.close()
  })

  it('follows what a hand adds without reading every event again, wherever its id sorts', async () => {
    const path = join(folder, 'entente.sqlite')
    const statements: string[] = []
    const watched = openSqliteStore(path, { onStatement: (name) => statements.push(name) })
    await store.apply(worldBatch([uk('2025-01-01', { id: 'b' })]))
    const memory = openMemory(watched)
    await memory.load()
    expect(statements).toContain('end-of-chunk')
    statements.length = 0
    const hand = { by: 'HAND', name: 'Ana' } as const
    const { actors, sources, events } = contentsOf({
      id: 'world',
      actors: { aa: 'Aa' },
      events: [{ ...uk('2025-02-02', { id: 'a' }), actor: 'aa' }],
    })
    await store.apply({ writer: hand, actors })
    await store.apply({ writer: hand, sources: sources.map((each) => ({ ...each, id: 'world/a' })) })
    await store.apply({ writer: hand, events })
    const after = await memory.snapshot()
    expect(after.actors.map(({ id }) => id)).toEqual(['ca', 'uk', 'us', 'aa'])
    expect(after.sources.at(-1)?.id).toBe('world/a')
    expect(inOrder(after)).toHaveLength(2)
    expect(statements).toContain('event-columns-by-id')
    expect(statements).not.toContain('end-of-chunk')
    await watched.close()
  })

  it('learns a changed day of a source in all events that cite it', async () => {
    const batch = worldBatch([uk('2025-01-01', { id: 'a' })])
    await store.apply(batch)
    const memory = openMemory(store)
    await memory.load()
    await memory.snapshot()
    await store.apply({
      writer,
      sources: batch.sources?.map((source) => ({ ...source, published: aDay('2026-05-05') })) ?? [],
    })
    expect(told(await memory.snapshot())).toMatchObject({
      events: [{ reported: aDay('2026-05-05') }],
      lastKnown: [['world', '2026-05-05']],
    })
  })

  it('sets the default date by evidence of any stance and by changes of status', async () => {
    const other = { stance: 'NO_COMMENT', source: 'world/s-2030-02-02' } as const
    const first = worldBatch([
      uk('2025-01-01', { id: 'a', evidence: [{}, other] }),
      uk('2025-01-01', { id: 'b', reported: '2030-02-02' }),
    ])
    const events = first.events?.filter((event: EventRecord) => event.id === 'world/a') ?? []
    await store.apply({ ...first, events })
    expect(told((await loadAll(store)).snapshot).lastKnown).toEqual([['world', '2030-02-02']])
    const denied = events.map((event) => ({
      ...event,
      history: [{ status: 'DENIED', on: aDay('2031-01-01'), note: null } as const],
    }))
    await store.apply({ ...first, events: denied })
    expect(told((await loadAll(store)).snapshot).lastKnown).toEqual([['world', '2031-01-01']])
  })

  it('after any sequence of changes holds what a fresh load holds', async () => {
    const event = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      actor: fc.constantFrom('uk', 'ca'),
      occurred: fc.constantFrom('2025-01-01', '2025-01-20', '/2025-02-01', '2025-03'),
      scope: fc.constantFrom('x', 'X ', null),
      reported: fc.constantFrom('2030-01-01', '2030-02-02'),
    })
    const step = fc.oneof(
      fc.record({ write: fc.uniqueArray(event, { selector: (each) => each.id, maxLength: 4 }) }),
      fc.record({ remove: fc.constantFrom('a', 'b', 'c', 'd') }),
      fc.constant({ reload: true as const }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const own = openSqliteStore(join(mkdtempSync(join(folder, 'run-')), 'entente.sqlite'))
        try {
          await own.apply(
            worldBatch([uk('2025-01-01', { id: 'z' }), uk('2025-01-01', { id: 'y', reported: '2030-02-02' })]),
          )
          const memory = openMemory(own)
          await memory.load()
          for (const each of steps) {
            if ('write' in each) await own.apply(worldBatch(each.write.map((one) => ({ target: 'us', ...one }))))
            else if ('remove' in each) await own.apply({ writer, remove: { events: [`world/${each.remove}`] } })
            else await own.reload()
            const held = await memory.snapshot()
            const fresh = (await loadAll(own)).snapshot
            expect(told(held)).toEqual(told(fresh))
            expect(inOrder(held)).toEqual(inOrder(fresh))
          }
        } finally {
          await own.close()
        }
      }),
      { numRuns: numRuns(25, 500) },
    )
  })
})

/** Ids in pair order, whatever lies in the tail. */
function inOrder(snapshot: Snapshot): string[] {
  const view = createView(snapshot, null, null)
  return [...select(view, {}, { level: 'ACTOR', purpose: 'LIST' })].map((row) => snapshot.events.id.get(row))
}

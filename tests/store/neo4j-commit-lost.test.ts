import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRecorder } from '../../server/hand/create-recorder.ts'
import { seedIfNew } from '../../server/ingest/load.ts'
import { openMemory } from '../../server/memory/memory.ts'
import type { GraphStore } from '../../server/store/graph-store.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { commitCutter, type CommitCutter } from '../support/commit-cutter.ts'
import { neo4jForTests } from '../support/neo4j.ts'

const CASE = 'caribbean-strikes-2025'
const SEED = fileURLToPath(new URL(`../../seeds/${CASE}`, import.meta.url))
const EVENT = {
  collection: CASE,
  actor: 'uk',
  target: 'us',
  kind: 'CONDEMNATION',
  subtype: 'statement',
  occurred: '2025-11-11',
  evidence: [{ source: 'realist-english' }],
} as const

const server = await neo4jForTests('neo4j-commit-lost.test.ts')

describe.skipIf(server === null)('the answer to a COMMIT is lost, though the server has committed', () => {
  let cutter: CommitCutter
  let store: GraphStore

  beforeAll(async () => {
    cutter = await commitCutter(server!.target.uri)
    store = await openNeo4jStore({ ...server!.target, uri: cutter.uri })
    await seedIfNew(store, SEED)
  })
  afterAll(async () => {
    await store.close()
    cutter.close()
  })

  /** @returns by how much the version rose. */
  async function cutting(work: () => Promise<unknown>): Promise<number> {
    const [before, cuts] = [await store.version(), cutter.cuts()]
    cutter.arm()
    await work()
    expect(cutter.cuts()).toBe(cuts + 1)
    return (await store.version()) - before
  }

  test('what a hand records stands once, and its answer says so', async () => {
    const memory = openMemory(store)
    await memory.load()
    const recorder = createRecorder({ store, memory, who: 'local' })
    let id = ''
    expect(await cutting(async () => ({ id } = await recorder.recordEvent(EVENT, null)))).toBe(1)
    expect(await cutting(() => recorder.addEvidence(id, { source: 'cnn', quote: 'once' }, null))).toBe(1)
    const [event] = await store.eventDetails([id])
    expect(event?.evidence.map(({ quote }) => quote)).toEqual([null, 'once'])
    expect(await cutting(() => recorder.retractEvent(id, 'never was', null))).toBe(1)
    expect(await cutting(async () => recorder.undo(String(await store.version()), null))).toBe(1)
    expect(await store.eventDetails([id])).toEqual([event])
    const events = (await store.readCollection(CASE))?.contents.events ?? []
    expect(events.filter((each) => each.actor === 'uk' && each.kind === 'CONDEMNATION')).toHaveLength(1)
    expect((await store.audit({ first: 100 })).entries.map(({ action }) => action)).toEqual([
      'undo',
      'retractEvent',
      'addEvidence',
      'recordEvent',
      'load',
    ])
  })

  test('a batch tells what it changed', async () => {
    const stored = await store.readCollection(CASE)
    const batch = {
      writer: { by: 'LOAD', name: 'x' } as const,
      collections: [{ ...stored!.contents.collection, title: 'Another title' }],
    }
    let applied
    expect(await cutting(async () => (applied = await store.apply(batch)))).toBe(1)
    expect(applied).toEqual({ version: await store.version(), changed: 1 })
  })
})

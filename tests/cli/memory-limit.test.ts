import { afterAll, beforeAll, expect, test } from 'vitest'
import { hubBatches } from '../../scripts/bench/hub.ts'
import { storeFile } from '../../server/config.ts'
import { EVERYTHING } from '../../server/memory/holding.ts'
import { openMemory } from '../../server/memory/memory.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { runEntente, serveEntente, temporaryFolder } from '../support/entente-process.ts'

const EVENTS = 20_000
const data = temporaryFolder()
const serve = ['serve', '--port', '0', '--data', data.folder]

beforeAll(async () => {
  const store = openSqliteStore(storeFile(data.folder))
  for (const batch of hubBatches(EVENTS, EVENTS)) await store.apply(batch)
  await store.close()
})
afterAll(() => data.remove())

test('events that do not fit keep the server from starting, and it says what to leave out', async () => {
  const { code, stdout, stderr } = await runEntente(serve, { ENTENTE_MEMORY: '1MB' })
  expect(code).toBe(1)
  expect(stdout).toBe('')
  const said = stderr.split('\n').find((line) => line.startsWith('entente: '))
  expect(said).toMatch(/^entente: 20,017 events need about \d+ MB .* and 1 MB may be taken/)
  expect(said).toContain('feed has 20,000 (2025), caribbean-strikes-2025 has 17 (2025).')
  expect(said).toContain('ENTENTE_COLLECTIONS=caribbean-strikes-2025.')
})

test('what is left out is not counted, and is in no answer', async () => {
  const env = { ENTENTE_MEMORY: '1MB', ENTENTE_COLLECTIONS: 'caribbean-strikes-2025', ENTENTE_SINCE: '2025-11-01' }
  const served = await serveEntente(data.folder, env)
  const response = await fetch(`${served.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: '{ stats { events } collections { id eventCount } events { nodes { occurred { latest } } } }',
    }),
  })
  const { data: answer } = (await response.json()) as {
    data: {
      stats: { events: number }
      collections: { id: string; eventCount: number }[]
      events: { nodes: { occurred: { latest: string } }[] }
    }
  }
  expect(answer.collections.find(({ id }) => id === 'feed')?.eventCount).toBe(0)
  expect(answer.events.nodes.length).toBeGreaterThan(0)
  expect(answer.events.nodes.length).toBeLessThan(17)
  expect(answer.events.nodes.every(({ occurred }) => occurred.latest >= '2025-11-01')).toBe(true)
  await served.stop()
}, 30_000)

test('what grows too large while it is served is read once, and answers are of what was read before', async () => {
  const folder = temporaryFolder()
  const store = openSqliteStore(storeFile(folder.folder))
  const [first, second] = [...hubBatches(EVENTS, EVENTS / 2)]
  if (!first || !second) throw new Error('There are two batches.')
  await store.apply(first)
  let readings = 0
  const counting = new Proxy(store, {
    get(target, name) {
      if (name === 'eventColumns') readings++
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  const memory = openMemory(counting, { holding: { ...EVERYTHING, limit: 2_000_000 } })
  await memory.load()
  const before = await memory.read()
  expect(before.notice).toBeNull()
  await store.apply(second)
  await store.reload()
  const after = [await memory.read(), await memory.read()]
  for (const { snapshot } of after) expect(snapshot).toBe(before.snapshot)
  expect(after[0]?.notice?.says).toMatch(
    /^20,000 events need about 4 MB .* Until then, answers are of what was read before\.$/,
  )
  expect(readings).toBe(2)
  await store.close()
  folder.remove()
})

test('a size that is none is refused', async () => {
  const { code, stderr } = await runEntente(serve, { ENTENTE_MEMORY: 'much' })
  expect(code).toBe(2)
  expect(stderr).toContain('such as 500MB or 2GB; it is "much".')
})

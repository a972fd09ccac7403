import { readdirSync, readFileSync } from 'node:fs'
import { request, type ClientRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { neo4jEnv, serveEntente, temporaryFolder, type Served } from '../support/entente-process.ts'
import { whileHeld } from '../support/held-writers.ts'
import { ask, post } from '../support/http.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { numRuns, randomFrom } from '../support/samples.ts'

const server = await neo4jForTests('disconnect.test.ts')
const CASE = 'caribbean-strikes-2025'
const ENDLESS = '{ cypher(query: "UNWIND range(1, 1000000000000) AS x WITH x WHERE x < 0 RETURN x") { rows } }'
/** Matches more than the database can hand over before somebody looks. */
const SLOW = '{ events(filter: {text: "slowly"}) { total } }'
const WRITE = `mutation { setEventStatus(event: "${CASE}/uk-suspends-intelligence", status: CONFIRMED, on: "2025-11-20") { version } }`
const SAVE = `mutation { saveSource(source: {id: "${CASE}/gone", collection: "${CASE}", publisher: "Gone"}) { version } }`
const PATIENCE = { timeout: 20_000, interval: 10 }

describe.skipIf(server === null)('a client that disconnects', () => {
  const { folder, remove } = temporaryFolder()
  let served: Served
  beforeAll(async () => {
    served = await serveEntente(folder, { ...neo4jEnv(server!.target), ENTENTE_CYPHER: 'on' })
    // Nothing of Entente's: its edges are found by their words, and named by nothing.
    await server!.driver.executeQuery(`
      MATCH (a:Actor) WITH a LIMIT 1
      UNWIND range(1, 20000) AS n
      CREATE (a)-[:NEUTRAL {id: 'slow/' + n, scope: 'slowly', words: 'slowly'}]->(a)`)
    await server!.driver.executeQuery('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()')
  })
  afterAll(async () => {
    await served.stop()
    remove()
  })

  /** A request that can be given up. */
  function sending(query: string): ClientRequest {
    const headers = { 'content-type': 'application/json' }
    const sent = request(`${served.address}/graphql`, { method: 'POST', headers, agent: false })
    sent.on('error', () => {}).on('response', (res) => res.resume().on('error', () => {}))
    sent.end(JSON.stringify({ query }))
    return sent
  }

  async function atWork(): Promise<string[]> {
    const { records } = await server!.driver.executeQuery(
      "SHOW TRANSACTIONS YIELD metaData WHERE metaData.app = 'entente' RETURN metaData.type AS type",
    )
    return records.map((record) => record.get('type') as string)
  }

  /** What the process says of itself: requests, waiting ones, bytes, calls of the store. */
  async function busy(): Promise<Readonly<Record<string, number>>> {
    const { text } = await ask(served.address, { path: '/metrics' })
    const names = ['gate_in_flight', 'gate_waiting', 'gate_held_bytes', 'store_calls_under_way']
    return Object.fromEntries(
      names.map((name) => [name, Number(new RegExp(`^entente_${name} (.+)$`, 'm').exec(text)?.[1])]),
    )
  }

  const idle = { gate_in_flight: 0, gate_waiting: 0, gate_held_bytes: 0, store_calls_under_way: 0 }

  /** Threads in which queries of users are answered. */
  function threads(): number {
    const tasks = `/proc/${served.child.pid}/task`
    const names = readdirSync(tasks).map((task) => readFileSync(`${tasks}/${task}/comm`, 'utf8').trim())
    return names.filter((name) => name === 'WorkerThread').length
  }

  /** Waits until the work is in the database, gives the request up, waits until it is not. Returns how long that took, milliseconds. */
  async function givenUp(query: string, type: string): Promise<number> {
    const sent = sending(query)
    await expect.poll(atWork, PATIENCE).toContain(type)
    if (type === 'free') expect(threads()).toBe(1)
    const began = performance.now()
    sent.destroy()
    await expect.poll(atWork, PATIENCE).not.toContain(type)
    const took = performance.now() - began
    await expect.poll(busy, PATIENCE).toEqual(idle)
    return took
  }

  const version = async () => {
    const { text } = await post(served.address, { query: '{ version }' })
    return (JSON.parse(text) as { data: { version: number } }).data.version
  }

  test('stops what the database does for it: a query of its own, a search, a change that waits for others', async () => {
    const before = await version()
    const took: Record<string, number> = {}
    for (let round = 0; round < 3; round++) {
      for (const [query, type] of [
        [ENDLESS, 'free'],
        [SLOW, 'events-with-words'],
      ] as const) {
        took[`${type} ${round}`] = Math.round(await givenUp(query, type))
      }
      await whileHeld(server!.driver, async () => (took[`apply ${round}`] = Math.round(await givenUp(SAVE, 'apply'))))
    }
    // Hundreds of milliseconds on a busy machine; what is not stopped goes on for longer.
    expect(Math.max(...Object.values(took)), JSON.stringify(took)).toBeLessThan(5_000)
    expect(await version()).toBe(before)
  })

  test('and many of them leave nothing behind', async () => {
    const random = randomFrom(3)
    const queries = [SLOW, WRITE, SAVE, '{ auditLog { total } }', '{ distancing(toward: "us") { sentence } }', ENDLESS]
    const rounds = numRuns(100, 1_000) / 50
    for (let round = 0; round < rounds; round++) {
      const sent = Array.from({ length: 50 }, (_, n) => sending(queries[n % queries.length] ?? SLOW))
      await Promise.all(
        sent.map(async (each) => {
          await new Promise((resolve) => setTimeout(resolve, random() * 300))
          each.destroy()
        }),
      )
    }
    await expect.poll(busy, PATIENCE).toEqual(idle)
    await expect.poll(atWork, PATIENCE).toEqual([])
    await expect.poll(threads, PATIENCE).toBe(0)
    const { text } = await post(served.address, { query: '{ version cypher(query: "RETURN 1") { rows } }' })
    expect(JSON.parse(text)).toMatchObject({ data: { cypher: { rows: [[1]] } } })
    // What was not wanted any more is no failure of the server's.
    expect(served.stderr()).not.toMatch(/INTERNAL_SERVER_ERROR|A request failed/)
  })
})

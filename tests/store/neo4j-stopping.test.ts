import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CypherRefusedError, type Batch, type GraphStore } from '../../server/store/graph-store.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { Connection } from '../../server/store/neo4j/run.ts'
import { cypher, type NoParams, type Read } from '../../server/store/neo4j/cypher.ts'
import { commitWatch } from '../support/commit-watch.ts'
import { drained } from '../support/drained.ts'
import { whileHeld } from '../support/held-writers.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { aCase, anEvent, LOADER } from '../support/records.ts'
import { numRuns, randomFrom } from '../support/samples.ts'
import { stoppingConformance } from './stopping-conformance.ts'

const server = await neo4jForTests('neo4j-stopping.test.ts')
const REASON = new Error('Nobody waits any more.')
const PATIENCE = { timeout: 20_000 }
/** Far longer than any test. */
const WORK = cypher`UNWIND range(1, 1000000000000) AS x WITH x WHERE x < 0 RETURN [x] AS row`
const endless: Read<NoParams, readonly [number], number> = { name: 'endless', text: WORK, decode: ([x]) => x }
const ENDLESS = { query: WORK, parameters: {}, rows: 10, ms: 20_000 }
/** Connections that the driver opens at most. */
const POOL = 100
/** Rows without end. */
const flowing: Read<NoParams, readonly [number], number> = {
  name: 'flowing',
  text: cypher`UNWIND range(1, 1000000000000) AS x RETURN [x] AS row`,
  decode: ([x]) => x,
}

if (server) {
  stoppingConformance({
    name: 'Neo4j',
    open: (onStatement) => openNeo4jStore(server.target, { onStatement }),
    wipe: server.wipe,
  })
}

describe.skipIf(server === null)('work in Neo4j that nobody wants any more', () => {
  let store: GraphStore
  let db: Connection
  let stop: AbortController
  beforeAll(async () => {
    store = await openNeo4jStore(server!.target)
    await store.apply(aCase({ events: [anEvent()] }))
    db = Connection.to(server!.target, { onStatement: () => {}, retryMs: 1_000 })
  })
  afterAll(async () => {
    await db.close()
    await store.close()
  })
  afterEach(async () => {
    // Whatever was ended, the same connections go on.
    expect(await store.version()).toBeGreaterThan(0)
  })

  async function look(text: string): Promise<unknown[]> {
    const { records } = await server!.driver.executeQuery(text)
    return records.map((record) => record.get(0))
  }

  const atWork = () => look("SHOW TRANSACTIONS YIELD metaData WHERE metaData.app = 'entente' RETURN metaData.type")

  /** Waits until the work is there, ends it, waits until it is not, and says how long that took. */
  async function ended(type: string, work: Promise<unknown>): Promise<number> {
    const failed = expect(work).rejects.toBe(REASON)
    await expect.poll(atWork, PATIENCE).toContain(type)
    const began = performance.now()
    stop.abort(REASON)
    await failed
    await expect.poll(atWork, { ...PATIENCE, interval: 5 }).toEqual([])
    return performance.now() - began
  }

  const batch = (title: string): Batch => ({ writer: LOADER, collections: [{ ...aCase().collections![0]!, title }] })
  const titles = async () => (await store.collections()).map(({ title }) => title)

  test('ends: a read, a stream, a query of a user', async () => {
    stop = new AbortController()
    await ended('endless', db.under(stop.signal).all(endless, {}))
    for (const read of [endless, flowing]) {
      stop = new AbortController()
      const drain = async () => {
        for await (const rows of db.under(stop.signal).stream(read, {})) expect(rows.length).toBeGreaterThan(0)
      }
      await ended(read.name, drain())
    }
    stop = new AbortController()
    await ended('free', store.under(stop.signal).cypher(ENDLESS))
  })

  test('ends: a write that waits for its turn, and nothing of it is written', async () => {
    const before = [await store.version(), await titles()]
    await whileHeld(server!.driver, async () => {
      stop = new AbortController()
      await ended('apply', store.under(stop.signal).apply(batch('Never')))
    })
    expect([await store.version(), await titles()]).toEqual(before)
    await store.apply(batch('Then'))
    expect(await titles()).toEqual(['Then'])
  })

  test('does not end: a write whose commit has been sent', async () => {
    const watch = await commitWatch(server!.target.uri, () => stop.abort(REASON))
    const through = await openNeo4jStore({ ...server!.target, uri: watch.uri })
    stop = new AbortController()
    watch.arm()
    const { version } = await through.under(stop.signal).apply(batch('Committed'))
    expect(stop.signal.aborted).toBe(true)
    expect([await through.version(), await titles()]).toEqual([version, ['Committed']])
    await through.close()
    watch.close()
  })

  test('leaves every connection to others, and what was told to be written is written', async () => {
    const random = randomFrom(11)
    let version = await store.version()
    const kinds: readonly ((under: GraphStore) => Promise<unknown>)[] = [
      (under) => under.eventDetails(['case/1']),
      (under) => under.audit({ first: 10 }),
      (under) => drained(under.eventColumns()),
      (under) => under.apply(batch(`Title ${random()}`)).then(({ changed }) => (version += changed)),
      (under) => under.reload().then(() => version++),
    ]
    const once = async (n: number) => {
      const going = new AbortController()
      setTimeout(() => going.abort(REASON), random() * 30)
      const under = store.under(going.signal)
      const work = n % 25 === 0 ? under.cypher(ENDLESS) : kinds[n % kinds.length]!(under)
      await work.catch((error: unknown) => {
        if (!(error instanceof CypherRefusedError)) expect(error).toBe(REASON)
      })
    }
    const rounds = numRuns(100, 1_000) / 20
    for (let round = 0; round < rounds; round++) {
      await Promise.all(Array.from({ length: 20 }, (_, n) => once(round * 20 + n)))
    }
    await expect.poll(atWork, PATIENCE).toEqual([])
    expect(await store.version()).toBe(version)
    // So many can wait at once as there are connections: none has been lost.
    await whileHeld(server!.driver, async () => {
      stop = new AbortController()
      const all = Array.from({ length: POOL }, () => store.under(stop.signal).reload())
      const over = Promise.all(all.map((each) => expect(each).rejects.toBe(REASON)))
      await expect.poll(async () => (await atWork()).length, PATIENCE).toBe(POOL)
      stop.abort(REASON)
      await over
      await expect.poll(atWork, PATIENCE).toEqual([])
    })
    expect(await store.version()).toBe(version)
  })
})

import { createServer as createHttpServer } from 'node:http'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { StoreUnavailableError } from '../../server/store/graph-store.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { aCase, anEvent, LOADER } from '../support/records.ts'

const server = await neo4jForTests('neo4j-away.test.ts')
const RETRY_MS = 500

/** Stands between a store and its server, and can go away or fall silent like one. */
interface Gate {
  readonly uri: string
  shut(): Promise<void>
  open(): Promise<void>
  /** Takes everything and answers nothing. */
  hush(): void
}

async function gateTo(uri: string): Promise<Gate> {
  const { hostname, port } = new URL(uri)
  const sockets = new Set<Socket>()
  let silent = false
  let at = 0
  let gate: Server | null = null
  const open = async () => {
    silent = false
    gate = createServer((near) => {
      const far = connect(Number(port), hostname)
      for (const socket of [near, far]) {
        sockets.add(socket)
        socket.on('error', () => {})
        socket.on('close', () => [near, far].forEach((each) => each.destroy()))
      }
      near.on('data', (part) => silent || far.write(part))
      far.on('data', (part) => silent || near.write(part))
    })
    at = await listen(gate, at)
  }
  await open()
  return {
    uri: `bolt://127.0.0.1:${at}`,
    open,
    hush: () => (silent = true),
    shut: () =>
      new Promise((resolve) => {
        gate?.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

function listen(given: Server, port: number): Promise<number> {
  return new Promise((resolve) => {
    given.listen(port, '127.0.0.1', () => resolve((given.address() as AddressInfo).port))
  })
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof StoreUnavailableError) return error.says
  throw new Error('It did not say that the store is away.', { cause: error })
}

describe.skipIf(server === null)('a Neo4j that is away', () => {
  const ending: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const end of ending.splice(0).toReversed()) await end()
    await server!.wipe()
  })

  async function behindGate() {
    const gate = await gateTo(server!.target.uri)
    ending.push(() => gate.shut())
    const store = await openNeo4jStore({ ...server!.target, uri: gate.uri }, { retryMs: RETRY_MS })
    ending.push(() => store.close())
    return { gate, store }
  }
  const open = (over: Partial<NonNullable<typeof server>['target']>) =>
    openNeo4jStore({ ...server!.target, ...over }, { retryMs: RETRY_MS })

  test('or takes another password, has no such database, or is something else, says so', async () => {
    expect(await refusal(open({ password: 'not this one' }))).toMatch(/Set NEO4J_USER and NEO4J_PASSWORD/)
    expect(await refusal(open({ database: 'nonesuch' }))).toMatch(/Set NEO4J_DATABASE/)
    const other = createHttpServer((_, response) => response.end('Hello'))
    const port = await listen(other, 0)
    expect(await refusal(open({ uri: `bolt://127.0.0.1:${port}` }))).toMatch(/NEO4J_URI/)
    other.closeAllConnections()
    await new Promise((resolve) => other.close(resolve))
    expect(await refusal(open({ uri: `bolt://127.0.0.1:${port}` }))).toMatch(/does not answer.*NEO4J_URI/)
  })

  test('is told of by every method, and comes back by itself', async () => {
    const { gate, store } = await behindGate()
    await store.apply(aCase({ events: [anEvent()] }))
    await gate.shut()
    const read = async () => {
      for await (const _ of store.eventColumns());
    }
    for (const work of [
      () => store.version(),
      () => store.eventDetails(['case/1']),
      () => store.readCollection('case'),
      () => store.actorCandidates('uk', 10),
      () => store.apply({ writer: LOADER, remove: { events: ['case/1'] } }),
      () => store.reload(),
      () => store.audit({ first: 1 }),
      () => store.cypher({ query: 'RETURN 1', parameters: {}, rows: 1, ms: 1_000 }),
      read,
    ]) {
      expect(await refusal(work())).toMatch(/does not answer|ended the connection/)
    }
    expect(await store.health()).toMatchObject({ ok: false, says: expect.stringMatching(/NEO4J_URI/) as string })
    await gate.open()
    expect(await store.health()).toMatchObject({ ok: true })
    expect(await store.version()).toBe(1)
    expect(await store.apply({ writer: LOADER, remove: { events: ['case/1'] } })).toEqual({ version: 2, changed: 1 })
  })

  test('that hangs keeps nobody waiting for its health, nor for its end', async () => {
    const { gate, store } = await behindGate()
    gate.hush()
    expect(await store.health()).toMatchObject({ ok: false })
    const waiting = refusal(store.version())
    await store.close()
    expect(await waiting).toMatch(/has been closed/)
  })

  test('or closed says so, and holds no connection', async () => {
    const store = await open({})
    await store.apply(aCase())
    await Promise.all(Array.from({ length: 8 }, () => store.version()))
    await store.close()
    const closed = /has been closed. Start Entente again/
    expect(await refusal(store.version())).toMatch(closed)
    expect(await refusal(store.apply(aCase()))).toMatch(closed)
    const reading = async () => {
      for await (const _ of store.eventColumns());
    }
    expect(await refusal(reading())).toMatch(closed)
    expect(await store.health()).toMatchObject({ ok: false })
    await store.close()
    const held = async (): Promise<unknown> => {
      const { records } = await server!.driver.executeQuery(
        "CALL dbms.listConnections() YIELD userAgent WHERE userAgent STARTS WITH 'entente' RETURN count(*) AS held",
      )
      return records[0]?.get('held')
    }
    // The server takes note of it by itself, in a moment; one that is held stays, and the test with it.
    while ((await held()) !== 0) await new Promise((resolve) => setTimeout(resolve, 20))
  })
})

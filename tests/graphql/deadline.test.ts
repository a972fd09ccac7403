import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { createSchema } from 'graphql-yoga'
import { afterEach, describe, expect, test } from 'vitest'
import { ClientGoneError, DeadlineExceededError } from '../../server/graphql/errors.ts'
import type { AppDeps } from '../../server/http/app.ts'
import { whileWanted } from '../../server/http/limits/deadline.ts'
import { Gate } from '../../server/http/limits/gate.ts'
import { createFront, type FrontLimits } from '../../server/http/limits/timeouts.ts'
import { drain, listen } from '../../server/http/listen.ts'
import { silentLog } from '../../server/http/log.ts'
import { post, serveApp } from '../support/http.ts'
import { exchange } from '../support/raw-http.ts'
import { tinyApp } from '../support/tiny-app.ts'

const ending: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end()
})

describe('a request', () => {
  /** A front whose `slow` never ends. What it notes: the signals of requests, and what was logged as a failure. */
  async function slowFront(deps: Partial<AppDeps>) {
    const signals: AbortSignal[] = []
    const failures: string[] = []
    const gate = new Gate()
    const log = { ...silentLog, error: (message: string) => void failures.push(message) }
    const createContext: AppDeps['createContext'] = ({ signal }) => {
      signals.push(signal)
      return {}
    }
    const app = tinyApp({ createContext, gate, log, ...deps }, () => new Promise<string>(() => {}))
    const { address, close } = await serveApp(app)
    ending.push(close)
    return { address, signals, failures, gate }
  }

  test('that takes longer than the deadline is given up, and says what to do', async () => {
    const { address, signals, failures, gate } = await slowFront({ deadlineMs: 100 })
    const { status, text } = await post(address, { query: '{ hello slow }' })
    expect(status).toBe(504)
    expect(JSON.parse(text)).toEqual({
      errors: [
        {
          message: expect.stringMatching(
            /^The answer took longer than 0.1 s and was given up\. Ask for less at once; /,
          ),
          extensions: { code: 'DEADLINE_EXCEEDED', ms: 100 },
        },
      ],
    })
    expect(signals[0]?.reason).toBeInstanceOf(DeadlineExceededError)
    expect(failures).toEqual([])
    expect(gate.state).toMatchObject({ inFlight: 0, waiting: 0, heldBytes: 0 })
  })

  test('whose client goes is worked for no longer, and is no failure', async () => {
    const { address, signals, failures, gate } = await slowFront({})
    const headers = { 'content-type': 'application/json' }
    const sent = request(`${address}/graphql`, { method: 'POST', headers, agent: false })
    sent.on('error', () => {})
    sent.end('{"query":"{ slow }"}')
    await expect.poll(() => signals).toHaveLength(1)
    expect(signals[0]?.aborted).toBe(false)
    sent.destroy()
    await once(signals[0]!, 'abort')
    expect(signals[0]?.reason).toBeInstanceOf(ClientGoneError)
    await expect.poll(() => gate.state).toMatchObject({ inFlight: 0, heldBytes: 0 })
    expect((await post(address, { query: '{ hello }' })).status).toBe(200)
    expect(failures).toEqual([])
  })

  test('that is given up has no more fields resolved', async () => {
    const asked: string[] = []
    const { promise: letGo, resolve } = Promise.withResolvers<object>()
    const schema = createSchema({
      typeDefs: 'type Query { outer: Outer } type Outer { inner: String }',
      resolvers: {
        Query: { outer: () => (asked.push('outer'), letGo) },
        Outer: { inner: () => asked.push('inner') },
      },
    })
    const { address } = await slowFront({ schema, deadlineMs: 50 })
    expect((await post(address, { query: '{ outer { inner } }' })).status).toBe(504)
    resolve({})
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(asked).toEqual(['outer'])
  })

  test('that was answered in time is not ended afterwards', async () => {
    const { address, signals } = await slowFront({ deadlineMs: 50 })
    expect((await post(address, { query: '{ hello }' })).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(signals[0]?.aborted).toBe(false)
  })

  test('that has gone already is wanted no longer', async () => {
    const reasons: unknown[] = []
    const server = createServer((_, res) => {
      res.destroy()
      res.once('close', () => reasons.push(whileWanted(res, 1_000).signal.reason))
    })
    const address = await listen(server, '127.0.0.1', 0)
    ending.push(() => drain(server, 0))
    await expect(post(address, {})).rejects.toThrow()
    expect(reasons).toEqual([expect.any(ClientGoneError)])
  })
})

describe('a connection', () => {
  const HEAD = 'POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n'

  async function front(limits: Partial<FrontLimits>): Promise<number> {
    const server = createFront(tinyApp(), { lookMs: 20, ...limits })
    const address = await listen(server, '127.0.0.1', 0)
    ending.push(() => drain(server, 0))
    return Number(new URL(address).port)
  }

  async function* slowly(...pieces: readonly string[]): AsyncGenerator<string> {
    for (const piece of pieces) {
      yield piece
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  test.each([
    ['says nothing', []],
    ['sends half a line', ['POST /gra']],
    ['sends headers without end', [HEAD, ...Array.from({ length: 200 }, (_, n) => `x-${n}: 1\r\n`)]],
  ])('that %s is cut', async (_, pieces) => {
    const port = await front({ headersMs: 200, requestMs: 60_000 })
    for (const reply of await exchange(port, slowly(...pieces))) expect(reply.status).toBe(408)
  })

  test.each([
    ['half a body', ['content-length: 100\r\n\r\n', '{"query":']],
    ['a body byte by byte', ['content-length: 1000\r\n\r\n', ...Array.from({ length: 500 }, () => ' ')]],
    ['half a chunk', ['transfer-encoding: chunked\r\n\r\n', '64\r\n{"query":']],
    ['chunks without end', ['transfer-encoding: chunked\r\n\r\n', ...Array.from({ length: 500 }, () => '1\r\n \r\n')]],
  ])('that sends %s is cut', async (_, pieces) => {
    const port = await front({ headersMs: 300, requestMs: 300 })
    const [reply] = await exchange(port, slowly(HEAD, ...pieces))
    expect(reply?.status).toBe(408)
  })

  test('that asks nothing more is closed', async () => {
    const port = await front({ idleMs: 50 })
    const replies = await exchange(port, [`${HEAD}content-length: 21\r\n\r\n{"query":"{ hello }"}`])
    expect(replies.map(({ text }) => text)).toEqual(['{"data":{"hello":"hello world"}}'])
  })

  test('with too large headers is refused, and so is one too many', async () => {
    const port = await front({ headerBytes: 2_000, connections: 1 })
    const [reply] = await exchange(port, [
      `GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ${'x'.repeat(3_000)}\r\n\r\n`,
    ])
    expect(reply?.status).toBe(431)
    const held = connect(port, '127.0.0.1')
    await once(held, 'connect')
    expect(await exchange(port, ['GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n'])).toEqual([])
    held.destroy()
  })

  test('that does not take its answer is cut', async () => {
    const server = createFront((_, res) => res.end(Buffer.alloc(50_000_000)), { stillMs: 200 })
    const port = Number(new URL(await listen(server, '127.0.0.1', 0)).port)
    ending.push(() => drain(server, 0))
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    const closed = new Promise((resolve) => server.once('connection', (near) => near.once('close', resolve)))
    socket.write('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n')
    await closed
    socket.destroy()
  })
})

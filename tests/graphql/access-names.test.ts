import { createServer } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drain, listen } from '../../server/http/listen.ts'
import { ask, post, serveApp, type Asked } from '../support/http.ts'
import { accessFor, tinyApp } from '../support/tiny-app.ts'
import { bearer, READER } from '../support/grants.ts'

/** Which names and origins are answered: without tokens, with them, and behind a public URL. */
type Options = NonNullable<Parameters<typeof accessFor>[0]>

const SERVERS: Readonly<Record<string, Options>> = {
  'without tokens': {},
  'with tokens': { grants: [READER], host: '0.0.0.0' },
  'listening at a name': { grants: [READER], host: 'entente.lan' },
  'behind https': { grants: [READER], publicOrigin: 'https://entente.example' },
  'behind http': { grants: [READER], publicOrigin: 'http://entente.example:8080' },
}
const served = new Map<string, Awaited<ReturnType<typeof serveApp>>>()

beforeAll(async () => {
  for (const [name, options] of Object.entries(SERVERS)) {
    served.set(name, await serveApp(tinyApp({ access: accessFor(options) })))
  }
})
afterAll(async () => {
  for (const each of served.values()) await each.close()
})

async function status(server: string, headers: Asked['headers']): Promise<number> {
  const { address = '' } = served.get(server) ?? {}
  return (await post(address, { query: '{ hello }' }, { ...bearer(READER), ...headers })).status
}

const OTHERS = [
  'elsewhere.example',
  'localhost.example',
  '127.0.0.1.example',
  'localhost.',
  '0.0.0.0',
  '[::]',
  '10.0.0.1',
]

describe('the name that is asked for', () => {
  test.each([
    ['without tokens', ['localhost', 'LOCALHOST:4000', '127.0.0.1:81', '[::1]:4000'], [...OTHERS, 'entente.example']],
    ['with tokens', ['localhost:4000', '127.0.0.1', '[::1]'], [...OTHERS, 'entente.example']],
    ['listening at a name', ['localhost', 'entente.lan', 'Entente.LAN:4000'], [...OTHERS, 'entente.example']],
    ['behind https', ['localhost', 'entente.example', 'ENTENTE.example:443'], [...OTHERS, 'www.entente.example']],
    ['behind http', ['127.0.0.1', 'entente.example:8080'], [...OTHERS, 'entente.example.elsewhere.example']],
  ])('%s is %j and none of %j', async (server, right, wrong) => {
    for (const host of right) expect([host, await status(server, { host })]).toEqual([host, 200])
    for (const host of wrong) expect([host, await status(server, { host })]).toEqual([host, 403])
  })

  test.each([
    ['Host: localhost\r\nHost: elsewhere.example', false],
    ['Host: elsewhere.example\r\nHost: localhost', false],
    ['Host: localhost, elsewhere.example', false],
    ['Host:', false],
    ['X-Forwarded-Host: localhost', false],
    ['Host: localhost', true],
  ])('is one: %j is answered: %s', async (lines, answered) => {
    const { address = '' } = served.get('behind https') ?? {}
    const { hostname, port } = new URL(address)
    const socket = connect(Number(port), hostname).setEncoding('utf8')
    socket.write(`GET /healthz HTTP/1.1\r\n${lines}\r\nConnection: close\r\n\r\n`)
    let told = ''
    for await (const chunk of socket) told += String(chunk)
    expect(told).toMatch(answered ? /^HTTP\/1\.1 200 / : /^HTTP\/1\.1 40[03] /)
  })

  test('with tokens may be the address at which the request arrives', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4')?.address
    // A machine without any network has no such address.
    if (outside === undefined) return
    const server = createServer(tinyApp({ access: accessFor({ grants: [READER], host: '0.0.0.0' }) }))
    const { port } = new URL(await listen(server, '0.0.0.0', 0))
    const at = (host: string) => ask(`http://${outside}:${port}`, { path: '/healthz', headers: { host } })
    expect((await at(`${outside}:${port}`)).status).toBe(200)
    expect((await at('203.0.113.7')).status).toBe(403)
    await drain(server, 100)
  })
})

describe('the origin', () => {
  const PUBLIC = 'https://entente.example'
  test.each([
    ['without tokens', 'localhost:4000', 'http://localhost:4000', 200],
    ['without tokens', 'localhost:4000', 'HTTP://LOCALHOST:4000', 200],
    ['without tokens', 'localhost:4000', 'https://localhost:4000', 403],
    ['without tokens', 'localhost:4000', 'http://localhost:3000', 403],
    ['without tokens', 'localhost:4000', 'http://127.0.0.1:4000', 403],
    ['without tokens', 'localhost:4000', 'null', 403],
    ['without tokens', 'localhost:4000', PUBLIC, 403],
    ['with tokens', 'localhost:4000', 'http://localhost:4000', 200],
    ['with tokens', 'localhost:4000', 'http://elsewhere.example', 403],
    ['behind https', 'entente.example', PUBLIC, 200],
    ['behind https', 'entente.example', 'http://entente.example', 403],
    ['behind https', 'entente.example', 'https://entente.example.elsewhere.example', 403],
    ['behind https', 'entente.example', 'https://entente.example:8443', 403],
    ['behind https', 'entente.example', 'null', 403],
    // A proxy that asks under the name of this machine hands on the origin as it is.
    ['behind https', '127.0.0.1:4000', PUBLIC, 200],
    ['behind https', '127.0.0.1:4000', 'http://127.0.0.1:4000', 200],
    ['behind https', '127.0.0.1:4000', 'http://elsewhere.example', 403],
    ['behind http', 'entente.example:8080', 'http://entente.example:8080', 200],
    ['behind http', 'entente.example:8080', 'http://entente.example', 403],
  ])('%s, asked as %s by a page of %s: %s', async (server, host, origin, answer) => {
    expect(await status(server, { host, origin })).toBe(answer)
  })
})

describe('a proxy', () => {
  const WAYS: readonly Readonly<Record<string, string>>[] = [
    { 'x-forwarded-for': '203.0.113.7' },
    { 'x-forwarded-for': '127.0.0.1' },
    { 'x-forwarded-host': 'entente.example' },
    { 'x-forwarded-proto': 'https' },
    { 'x-real-ip': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1' },
    { via: '1.1 proxy' },
  ]

  test('lets nobody in without tokens', async () => {
    for (const way of WAYS) expect([way, await status('without tokens', way)]).toEqual([way, 403])
  })

  test('makes nobody local with them: whoever asks from this machine shows a token too', async () => {
    for (const way of [{}, ...WAYS]) {
      const host = 'entente.example'
      const { address = '' } = served.get('behind https') ?? {}
      const without = await post(address, { query: '{ hello }' }, { host, ...way })
      expect([way, without.status, await status('behind https', { host, ...way })]).toEqual([way, 401, 200])
    }
  })
})

describe('what is open to all', () => {
  test('is the page, whether it is alive and ready, and the session; the rest asks for a token', async () => {
    const { address = '' } = served.get('with tokens') ?? {}
    const statuses = async (headers: Asked['headers'] = {}) => {
      const told: Record<string, number> = {}
      for (const path of ['/', '/graphiql', '/healthz', '/readyz', '/session', '/metrics', '/imports', '/graphql']) {
        told[path] = (await ask(address, { path, headers })).status
      }
      return told
    }
    // Nothing has been built here, so the pages are not there.
    const open = { '/': 404, '/graphiql': 404, '/healthz': 200, '/readyz': 200, '/session': 200 }
    expect(await statuses()).toEqual({ ...open, '/metrics': 401, '/imports': 401, '/graphql': 401 })
    // Whoever reads may see what was imported; this server takes no imports.
    const read = { '/metrics': 200, '/imports': 503, '/graphql': 403 }
    expect(await statuses(bearer(READER))).toEqual({ ...open, ...read })
  })

  test('is of /readyz only whether it is ready', async () => {
    const says = 'Waiting for Neo4j at bolt://10.0.0.5:7687: it does not answer.'
    const readiness = () => ({ ready: false, says, eventsRead: 7 })
    const app = await serveApp(tinyApp({ access: accessFor({ grants: [READER] }), readiness }))
    const told = async (headers: Asked['headers']) => {
      const { status: answered, text } = await ask(app.address, { path: '/readyz', headers: headers ?? {} })
      return [answered, JSON.parse(text)] as const
    }
    const little = [503, { ready: false, says: 'Entente is not ready. A token tells why.' }]
    expect(await told({})).toEqual(little)
    expect(await told({ authorization: 'Bearer wrong' })).toEqual(little)
    expect(await told(bearer(READER))).toEqual([503, readiness()])
    await app.close()
  })
})

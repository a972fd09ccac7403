import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/entente-process.ts'
import { ask, post, serveApp } from '../support/http.ts'
import { tinyApp } from '../support/tiny-app.ts'

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

const data = temporaryFolder()
const clientFolder = join(data.folder, 'client')
let served: Awaited<ReturnType<typeof serveApp>>

beforeAll(async () => {
  mkdirSync(join(clientFolder, 'assets'), { recursive: true })
  writeFileSync(join(clientFolder, 'index.html'), '<title>page</title>')
  writeFileSync(join(clientFolder, 'graphiql.html'), '<title>graphiql</title>')
  writeFileSync(join(clientFolder, 'assets/index-Cq31J1p1.js'), 'export {}')
  writeFileSync(join(clientFolder, 'plain.js'), 'export {}')
  writeFileSync(join(data.folder, 'secret.txt'), 'secret')
  served = await serveApp(tinyApp({ clientFolder }))
})

afterAll(async () => {
  await served.close()
  data.remove()
})

describe('files', () => {
  test('the root is the page, checked anew each time', async () => {
    const { status, headers, text } = await ask(served.address, {})
    expect([status, headers['content-type'], text]).toEqual([200, 'text/html; charset=utf-8', '<title>page</title>'])
    expect(headers['cache-control']).toBe('no-cache')
    const again = await ask(served.address, { headers: { 'if-none-match': String(headers.etag) } })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  test('a file that is named by its content is kept for ever, any other is checked anew', async () => {
    const hashed = await ask(served.address, { path: '/assets/index-Cq31J1p1.js?v' })
    expect([hashed.status, hashed.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const plain = await ask(served.address, { path: '/plain.js' })
    expect([plain.status, plain.headers['cache-control']]).toEqual([200, 'no-cache'])
  })

  test('HEAD is GET without the body', async () => {
    const get = await ask(served.address, { path: '/plain.js' })
    const head = await ask(served.address, { path: '/plain.js', method: 'HEAD' })
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', get.headers['content-length']])
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/assets',
    '/assets/',
    '/__proto__',
    '/nothing',
    '/index.html%00.js',
  ])('%s is not there', async (path) => {
    const { status, text, headers } = await ask(served.address, { path })
    expect([status, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8'])
    expect(text).toBe('There is nothing here.\n')
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not answered', async (method) => {
    const { status, headers } = await ask(served.address, { method })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  test('a page that has not been built says what to do', async () => {
    const bare = await serveApp(tinyApp({ clientFolder: join(data.folder, 'nowhere') }))
    expect(await ask(bare.address, {})).toMatchObject({ status: 404, text: expect.stringContaining('npm run build') })
    await bare.close()
  })
})

describe('security headers', () => {
  test.each(['/', '/plain.js', '/nothing', '/healthz', '/readyz'])(
    '%s carries the policy of the page',
    async (path) => {
      const { headers } = await ask(served.address, { path })
      expect(headers).toMatchObject({
        'content-security-policy': PAGE_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers['permissions-policy']).toContain('geolocation=()')
    },
  )

  test('answers of GraphQL carry it too', async () => {
    const { headers } = await post(served.address, { query: '{ hello }' })
    expect(headers['content-security-policy']).toBe(PAGE_POLICY)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('GraphiQL has a policy of its own, which names no other host and lets no text become a script', async () => {
    for (const path of ['/graphiql', '/graphiql.html']) {
      const { status, headers, text } = await ask(served.address, { path })
      expect([status, text]).toEqual([200, '<title>graphiql</title>'])
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';")
      expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
    }
  })

  test('GraphiQL goes with introspection', async () => {
    const closed = await serveApp(tinyApp({ clientFolder, introspection: false }))
    for (const path of ['/graphiql', '/graphiql.html']) expect((await ask(closed.address, { path })).status).toBe(404)
    await closed.close()
  })
})

describe('readiness', () => {
  test('alive at once, ready when the events are in memory', async () => {
    let ready = false
    const app = tinyApp({ readiness: () => ({ ready, says: ready ? 'Ready.' : 'Reading (7 so far).', eventsRead: 7 }) })
    const early = await serveApp(app)
    expect((await ask(early.address, { path: '/healthz' })).status).toBe(200)
    const unready = await ask(early.address, { path: '/readyz' })
    expect([unready.status, JSON.parse(unready.text)]).toEqual([
      503,
      { ready: false, says: 'Reading (7 so far).', eventsRead: 7 },
    ])
    const refused = await post(early.address, { query: '{ hello }' })
    expect([refused.status, JSON.parse(refused.text)]).toEqual([
      503,
      { errors: [{ message: 'Reading (7 so far).', extensions: { code: 'SERVICE_UNAVAILABLE', eventsRead: 7 } }] },
    ])
    ready = true
    expect((await ask(early.address, { path: '/readyz' })).status).toBe(200)
    expect((await post(early.address, { query: '{ hello }' })).status).toBe(200)
    await early.close()
  })

  test('closing lets an answer under way finish, though its connection would be kept', async () => {
    let finish = (_: string): void => {}
    const asked = Promise.withResolvers<void>()
    const slow = () => new Promise<string>((resolve) => ((finish = resolve), asked.resolve()))
    const app = await serveApp(tinyApp({}, slow))
    const answer = fetch(`${app.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ slow }"}',
    })
    await asked.promise
    const closed = app.close()
    finish('finished')
    expect(await (await answer).json()).toEqual({ data: { slow: 'finished' } })
    await closed
    await expect(fetch(`${app.address}/healthz`)).rejects.toThrow()
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, post, serveApp, type Asked } from '../support/http.ts'
import { tinyApp } from '../support/tiny-app.ts'

const PREFLIGHT = { 'x-entente-preflight': '1' }
let touched = false
let served: Awaited<ReturnType<typeof serveApp>>

beforeAll(async () => {
  served = await serveApp(tinyApp({ createContext: () => ((touched = true), {}) }))
})

afterAll(() => served.close())

async function errorOf(asked: Asked): Promise<{ status: number; code: unknown; message: string }> {
  touched = false
  const { status, text } = await ask(served.address, { path: '/graphql', ...asked })
  const [error] = JSON.parse(text).errors
  return { status, code: error.extensions.code, message: error.message }
}

/** A JSON document of exactly this many bytes that asks `{ hello }`. */
function bodyOf(bytes: number): string {
  const frame = JSON.stringify({ query: '{ hello }', variables: { padding: '' } })
  return frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`)
}

describe('what is asked', () => {
  test('a JSON POST is answered', async () => {
    const { status, headers, text } = await post(served.address, { query: '{ hello }' })
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual({ data: { hello: 'hello world' } })
    expect(headers['cache-control']).toBe('no-store')
  })

  test('a GET is answered with the preflight header and refused without', async () => {
    const path = '/graphql?query=%7B%20hello%20%7D'
    const { status, text } = await ask(served.address, { path, headers: PREFLIGHT })
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual({ data: { hello: 'hello world' } })
    expect(await errorOf({ path })).toMatchObject({ status: 403, code: 'PREFLIGHT_REQUIRED' })
  })

  test.each([
    ['text/plain', '{"query":"{ hello }"}'],
    ['application/x-www-form-urlencoded', 'query={ hello }'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{ hello }\r\n--x--',
    ],
    ['application/graphql', '{ hello }'],
    ['application/graphql+json', '{"query":"{ hello }"}'],
    ['application/json; charset=latin1', '{"query":"{ hello }"}'],
    ['application/json, text/plain', '{"query":"{ hello }"}'],
    ['', '{"query":"{ hello }"}'],
  ])('a POST of "%s" is refused, with the preflight header too', async (type, body) => {
    const headers = { ...PREFLIGHT, ...(type ? { 'content-type': type } : {}) }
    expect(await errorOf({ method: 'POST', headers, body })).toMatchObject({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    })
    expect(touched).toBe(false)
  })

  test.each(['gzip', 'lzw', 'identity, gzip', 'br'])('a body in %s is refused', async (encoding) => {
    const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
    const body = '{"query":"{ hello }"}'
    expect(await errorOf({ method: 'POST', headers, body })).toMatchObject({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    })
    expect(touched).toBe(false)
    const plain = { method: 'POST', path: '/graphql', body, headers: { ...headers, 'content-encoding': 'Identity' } }
    expect((await ask(served.address, plain)).status).toBe(200)
  })

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is not answered', async (method) => {
    const { status, headers } = await ask(served.address, { method, path: '/graphql', headers: PREFLIGHT })
    expect([status, headers.allow]).toEqual([405, 'GET, POST'])
  })

  test('a mutation by GET is refused and not run', async () => {
    const path = '/graphql?query=mutation%20%7B%20touch%20%7D'
    expect(await errorOf({ path, headers: PREFLIGHT })).toMatchObject({ status: 405 })
    expect(touched).toBe(false)
  })

  test('a batch is refused and not run', async () => {
    const headers = { 'content-type': 'application/json' }
    const body = '[{"query":"{ hello }"},{"query":"{ hello }"}]'
    expect(await errorOf({ method: 'POST', headers, body })).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    expect(touched).toBe(false)
  })

  test.each(['{', '', 'null', '7', '{"query":7}', '{"quer":"{ hello }"}'])(
    'the body %s is a bad request',
    async (body) => {
      const headers = { 'content-type': 'application/json' }
      expect(await errorOf({ method: 'POST', headers, body })).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    },
  )
})

describe('the size of a body', () => {
  const headers = { 'content-type': 'application/json' }
  const limit = 1_048_576

  test('one of exactly the limit is read', async () => {
    const { status, text } = await ask(served.address, {
      method: 'POST',
      path: '/graphql',
      headers,
      body: bodyOf(limit),
    })
    expect([status, text]).toEqual([200, '{"data":{"hello":"hello world"}}'])
  })

  test('one byte more is refused, by what is told and by what is counted', async () => {
    const body = bodyOf(limit + 1)
    expect(await errorOf({ method: 'POST', headers, body })).toMatchObject({ status: 413, code: 'REQUEST_TOO_LARGE' })
    const chunks = [body.slice(0, 700_000), body.slice(700_000)]
    expect(await errorOf({ method: 'POST', headers, body: chunks })).toMatchObject({ status: 413 })
    expect(touched).toBe(false)
  })

  test('bytes are counted, not characters', async () => {
    const body = JSON.stringify({ query: '{ hello }', variables: { padding: 'ü'.repeat(600_000) } })
    expect(body.length).toBeLessThan(limit)
    expect(await errorOf({ method: 'POST', headers, body: [body] })).toMatchObject({ status: 413 })
  })
})

describe('who asks', () => {
  test.each(['localhost', 'LOCALHOST:4000', '127.0.0.1:81', '[::1]:4000'])('host %s is answered', async (host) => {
    expect((await ask(served.address, { path: '/healthz', headers: { host } })).status).toBe(200)
  })

  test.each(['entente.example', 'localhost.example:4000', '127.0.0.1.example', '169.254.0.1'])(
    'host "%s" is refused, as after DNS rebinding',
    async (host) => {
      touched = false
      expect((await post(served.address, { query: '{ hello }' }, { host })).status).toBe(403)
      expect((await ask(served.address, { path: '/', headers: { host } })).status).toBe(403)
      expect(touched).toBe(false)
    },
  )

  test('an origin must be its own', async () => {
    const own = { host: 'localhost:4000', origin: 'http://localhost:4000' }
    expect((await post(served.address, { query: '{ hello }' }, own)).status).toBe(200)
    for (const origin of ['http://localhost:3000', 'https://localhost:4000', 'http://entente.example', 'null']) {
      touched = false
      expect((await post(served.address, { query: '{ hello }' }, { ...own, origin })).status).toBe(403)
      expect(touched).toBe(false)
    }
  })

  test('no answer carries a CORS header', async () => {
    const headers = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-entente-preflight' }
    const answers = [
      await ask(served.address, { method: 'OPTIONS', path: '/graphql', headers }),
      await post(served.address, { query: '{ hello }' }),
      await ask(served.address, { path: '/healthz' }),
    ]
    const names = answers.flatMap((answer) => Object.keys(answer.headers))
    expect(names).toContain('x-request-id')
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([])
  })
})

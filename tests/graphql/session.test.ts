import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { IDLE_MS, LONGEST_MS } from '../../server/http/access/sessions.ts'
import { silentLog } from '../../server/http/log.ts'
import { ask, post, serveApp, type Answered, type Asked } from '../support/http.ts'
import { accessFor, tinyApp } from '../support/tiny-app.ts'
import { bearer, READER, WRITER } from '../support/grants.ts'

/** Signing in, staying in and signing out, through the whole front, on a clock of its own. */
const PREFLIGHT = { 'x-entente-preflight': '1' }
const JSON_BODY = { 'content-type': 'application/json' }
const START = Date.parse('2026-11-23T10:00:00Z')

let now: number
let logged: string[]
let served: Awaited<ReturnType<typeof serveApp>>

async function serve(options: Parameters<typeof accessFor>[0] = {}): Promise<void> {
  await served?.close()
  const note = (message: string, details = {}) => void logged.push(JSON.stringify([message, details]))
  const log = { ...silentLog, info: note, warn: note }
  const access = accessFor({ grants: [READER, WRITER], now: () => now, log, ...options })
  served = await serveApp(tinyApp({ access }))
}

beforeEach(async () => {
  now = START
  logged = []
  await serve()
})
afterEach(() => served.close())

function signIn(token: unknown, headers: Asked['headers'] = PREFLIGHT): Promise<Answered> {
  const body = JSON.stringify({ token })
  return ask(served.address, { method: 'POST', path: '/session', headers: { ...JSON_BODY, ...headers }, body })
}

/** What a browser would send back. */
function cookieOf({ headers }: Answered): Readonly<Record<string, string>> {
  return { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' }
}

async function state(headers: Asked['headers'] = {}): Promise<unknown> {
  return JSON.parse((await ask(served.address, { path: '/session', headers })).text)
}

/** Status and code of a question. */
async function hello(headers: Asked['headers'] = {}): Promise<readonly unknown[]> {
  const { status, text } = await post(served.address, { query: '{ hello }' }, headers)
  return [status, codeIn(text)]
}

function codeIn(text: string): unknown {
  const { errors } = JSON.parse(text) as { errors?: readonly { extensions: { code: unknown } }[] }
  return errors?.[0]?.extensions.code ?? null
}

const OK = [200, null]
const REFUSED = [401, 'UNAUTHENTICATED']

describe('signing in', () => {
  test('gives a cookie that no script reads, for twelve hours at most', async () => {
    const answer = await signIn(WRITER.token)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toEqual({
      required: true,
      signedIn: true,
      name: 'wanda',
      mayWrite: true,
      expiresAt: '2026-11-23T11:00:00.000Z',
    })
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers).not.toHaveProperty('strict-transport-security')
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^entente-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/),
    ])
    expect(await hello({ ...PREFLIGHT, ...cookieOf(answer) })).toEqual(OK)
    expect(logged).toEqual(['["Somebody signed in.",{"name":"wanda","mayWrite":true}]'])
  })

  test('behind TLS the cookie goes over TLS only, and to this host only', async () => {
    await serve({ publicOrigin: 'https://entente.example' })
    const answer = await signIn(READER.token, { host: 'entente.example', origin: 'https://entente.example' })
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-entente-session=[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Strict; Secure$/),
    ])
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
    expect(await hello({ ...PREFLIGHT, ...cookieOf(answer), host: 'entente.example' })).toEqual(OK)
  })

  test('with a wrong token gives none', async () => {
    for (const wrong of ['wrong-wrong-wrong-wrong', WRITER.token.slice(1), `${WRITER.token} `, 'wanda']) {
      const answer = await signIn(wrong)
      expect([answer.status, codeIn(answer.text), answer.headers['set-cookie']]).toEqual([...REFUSED, undefined])
    }
    expect(logged).toEqual(Array(4).fill('["A wrong token was shown.",{"peer":"127.0.0.1"}]'))
    expect(logged.join()).not.toContain('wrong-wrong')
  })

  test.each([[null], [7], [''], [{ token: 'x' }], [[WRITER.token]]])(
    'with %j as a token is no request',
    async (token) => {
      expect([(await signIn(token)).status]).toEqual([400])
    },
  )

  test.each(['', '{', '[]', 'null', `{"token":"${'x'.repeat(5_000)}"}`])(
    'with the body %.20s is none',
    async (body) => {
      const headers = { ...JSON_BODY, ...PREFLIGHT }
      expect((await ask(served.address, { method: 'POST', path: '/session', headers, body })).status).toBe(400)
    },
  )

  test('is for JSON, and for pages of its own', async () => {
    const body = JSON.stringify({ token: WRITER.token })
    const sent = (headers: Asked['headers']) =>
      ask(served.address, { method: 'POST', path: '/session', headers: headers ?? {}, body })
    expect((await sent({ ...PREFLIGHT, 'content-type': 'text/plain' })).status).toBe(415)
    expect((await sent(PREFLIGHT)).status).toBe(415)
    const without = await sent(JSON_BODY)
    expect([without.status, codeIn(without.text)]).toEqual([403, 'PREFLIGHT_REQUIRED'])
    expect((await sent({ ...JSON_BODY, origin: served.address })).status).toBe(200)
    expect((await sent({ ...JSON_BODY, ...PREFLIGHT, origin: 'http://elsewhere.example' })).status).toBe(403)
  })

  test('anew ends the session that was there', async () => {
    const first = cookieOf(await signIn(READER.token))
    const second = cookieOf(await signIn(WRITER.token, { ...PREFLIGHT, ...first }))
    expect(await hello({ ...PREFLIGHT, ...first })).toEqual(REFUSED)
    expect(await hello({ ...PREFLIGHT, ...second })).toEqual(OK)
  })

  test.each(['PUT', 'PATCH', 'OPTIONS'])('%s is not answered', async (method) => {
    const { status, headers } = await ask(served.address, { method, path: '/session', headers: PREFLIGHT })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST, DELETE'])
  })
})

describe('a session', () => {
  test('asks with the preflight header, by POST too', async () => {
    const cookie = cookieOf(await signIn(READER.token))
    expect(await hello(cookie)).toEqual([403, 'PREFLIGHT_REQUIRED'])
    expect(await hello({ ...cookie, origin: served.address })).toEqual([403, 'PREFLIGHT_REQUIRED'])
    expect(
      (await post(served.address, {}, { ...cookie, ...PREFLIGHT, origin: 'http://elsewhere.example' })).status,
    ).toBe(403)
    expect(await hello({ ...cookie, ...PREFLIGHT, origin: served.address })).toEqual(OK)
  })

  test('ends an hour after it was used last, and is told when', async () => {
    const cookie = { ...PREFLIGHT, ...cookieOf(await signIn(READER.token)) }
    now += IDLE_MS - 1
    expect(await state(cookie)).toMatchObject({ signedIn: true, expiresAt: '2026-11-23T11:00:00.000Z' })
    expect(await hello(cookie)).toEqual(OK)
    expect(await state(cookie)).toMatchObject({ name: 'rita', mayWrite: false, expiresAt: '2026-11-23T11:59:59.999Z' })
    now += IDLE_MS
    expect(await hello(cookie)).toEqual(REFUSED)
    expect(await state(cookie)).toEqual({
      required: true,
      signedIn: false,
      name: null,
      mayWrite: false,
      expiresAt: null,
    })
  })

  test('ends after twelve hours of use', async () => {
    const cookie = { ...PREFLIGHT, ...cookieOf(await signIn(READER.token)) }
    for (; now < START + LONGEST_MS; now += IDLE_MS / 2) expect(await hello(cookie)).toEqual(OK)
    expect(await hello(cookie)).toEqual(REFUSED)
  })

  test('ends when its person signs out', async () => {
    const cookie = cookieOf(await signIn(READER.token))
    const unasked = await ask(served.address, { method: 'DELETE', path: '/session', headers: cookie })
    expect([unasked.status, await hello({ ...PREFLIGHT, ...cookie })]).toEqual([403, OK])
    const out = await ask(served.address, { method: 'DELETE', path: '/session', headers: { ...PREFLIGHT, ...cookie } })
    expect([out.status, out.text]).toEqual([204, ''])
    expect(out.headers['set-cookie']).toEqual(['entente-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict'])
    expect(await hello({ ...PREFLIGHT, ...cookie })).toEqual(REFUSED)
    expect((await ask(served.address, { method: 'DELETE', path: '/session', headers: PREFLIGHT })).status).toBe(204)
  })

  test('is found beside cookies of others, and among several of its name', async () => {
    const { cookie = '' } = cookieOf(await signIn(READER.token))
    for (const more of [`a=b; ${cookie}`, `${cookie}; x`, `entente-session=tossed; ${cookie}`, ` ${cookie};`]) {
      expect([more, await hello({ ...PREFLIGHT, cookie: more })]).toEqual([more, OK])
    }
    for (const wrong of [`not-${cookie}`, cookie.toUpperCase(), `${cookie}x`, `entente-session=${READER.token}`]) {
      expect([wrong, await hello({ ...PREFLIGHT, cookie: wrong })]).toEqual([wrong, REFUSED])
    }
  })
})

describe('a Bearer token', () => {
  test.each([
    ['Bearer', OK],
    ['bearer', OK],
    ['BEARER ', OK],
    ['Basic', REFUSED],
    ['Token', REFUSED],
    ['', REFUSED],
  ])('after "%s" is answered with %j', async (scheme, answer) => {
    expect(await hello({ authorization: `${scheme} ${READER.token}`.trim() })).toEqual(answer)
  })

  test('needs no other header, and is challenged where it is missing or wrong', async () => {
    const without = await post(served.address, { query: '{ hello }' })
    expect([without.status, without.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Entente"'])
    const wrong = await post(served.address, { query: '{ hello }' }, { authorization: 'Bearer x' })
    expect(wrong.headers['www-authenticate']).toBe('Bearer realm="Entente", error="invalid_token"')
    for (const authorization of ['Bearer', 'Bearer ', `Bearer ${READER.token} ${WRITER.token}`]) {
      expect(await hello({ authorization })).toEqual(REFUSED)
    }
  })

  test('that is wrong is not saved by a cookie; Authorization of a proxy does not harm one', async () => {
    const cookie = { ...PREFLIGHT, ...cookieOf(await signIn(READER.token)) }
    expect(await hello({ ...cookie, authorization: 'Bearer wrong-wrong-wrong-wrong' })).toEqual(REFUSED)
    expect(await hello({ ...cookie, authorization: 'Basic b3BzOm9wcw==' })).toEqual(OK)
  })

  test('is told by /session whose it is', async () => {
    expect(await state(bearer(READER))).toEqual({
      required: true,
      signedIn: true,
      name: 'rita',
      mayWrite: false,
      expiresAt: null,
    })
  })
})

describe('wrong tokens', () => {
  test('may be shown ten times a minute; then the right one waits too, and sessions go on', async () => {
    const cookie = { ...PREFLIGHT, ...cookieOf(await signIn(READER.token)) }
    for (let i = 0; i < 5; i++) {
      expect((await signIn('wrong-wrong-wrong-wrong')).status).toBe(401)
      expect(await hello({ authorization: `Bearer wrong-${i}` })).toEqual(REFUSED)
    }
    now += 30_000
    for (const refused of [await signIn(WRITER.token), await post(served.address, {}, bearer(WRITER))]) {
      expect([refused.status, codeIn(refused.text), refused.headers['retry-after']]).toEqual([
        429,
        'TOO_MANY_ATTEMPTS',
        '30',
      ])
    }
    expect(await hello(cookie)).toEqual(OK)
    now += 30_000
    expect(await hello(bearer(WRITER))).toEqual(OK)
  })

  test('count for whoever a proxy of one’s own says to ask for, whatever stands before', async () => {
    await serve({ publicOrigin: 'https://entente.example' })
    const from = (forwarded: string) => ({ ...PREFLIGHT, 'x-forwarded-for': forwarded })
    for (let i = 0; i < 10; i++) await signIn('wrong', from(`198.51.100.${i}, 203.0.113.7`))
    expect((await signIn(READER.token, from('203.0.113.7'))).status).toBe(429)
    expect((await signIn(READER.token, from('203.0.113.8'))).status).toBe(200)
  })
})

describe('without tokens', () => {
  test('nobody signs in, and everybody is local', async () => {
    await serve({ grants: [] })
    expect(await state()).toEqual({ required: false, signedIn: false, name: 'local', mayWrite: true, expiresAt: null })
    const answer = await signIn(WRITER.token)
    expect([answer.status, codeIn(answer.text), answer.headers['set-cookie']]).toEqual([409, 'NO_TOKENS', undefined])
    expect(await hello({ authorization: 'Bearer whatever', cookie: 'entente-session=whatever' })).toEqual(OK)
  })
})

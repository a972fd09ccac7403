import {
  ask,
  EVIL,
  harmless,
  hostOf,
  post,
  refused,
  type Asked,
  type Attack,
  type Outcome,
  type Target,
} from './attack.ts'
import type { Reply } from '../../support/raw-http.ts'

const NO_TOKEN = refused(401, 'UNAUTHENTICATED')
const FORBIDDEN = refused([200, 403], 'FORBIDDEN')
const QUESTION = { query: '{ version }' }
const WRITING = { query: 'mutation { reload { version } }' }

/** Tokens of the server: those that hold, so that only the place is wrong. */
const writeToken = ({ tokens }: Target) => tokens?.write ?? ''

/** A question without the header that it needs, and with something else. */
function wrongPlace(name: string, asked: (token: string) => Asked, comes: Outcome = NO_TOKEN): Attack {
  return {
    name: `a token ${name}`,
    to: ['tokens'],
    comes,
    send: (target) => post(target, QUESTION, { token: null, ...asked(writeToken(target)) }),
  }
}

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

export const WRONG_PLACES: readonly Attack[] = [
  wrongPlace('nowhere', () => ({})),
  wrongPlace('in the address', (token) => ({ path: `/graphql?token=${token}` })),
  wrongPlace('in the address, as RFC 6750 once had it', (token) => ({ path: `/graphql?access_token=${token}` })),
  wrongPlace('in the path', (token) => ({ path: `/graphql/${token}` }), refused([401, 404, 405])),
  wrongPlace(
    'as the user of the address',
    (token) => ({ path: `http://${token}@127.0.0.1/graphql` }),
    refused([400, 401, 404, 405]),
  ),
  wrongPlace('in x-api-key', (token) => ({ headers: { 'x-api-key': token } })),
  wrongPlace('in x-authorization', (token) => ({ headers: { 'x-authorization': `Bearer ${token}` } })),
  wrongPlace('in proxy-authorization', (token) => ({ headers: { 'proxy-authorization': `Bearer ${token}` } })),
  wrongPlace('as a user’s password', (token) => ({ headers: { authorization: basic(`ada:${token}`) } })),
  wrongPlace('as a user', (token) => ({ headers: { authorization: basic(`${token}:`) } })),
  wrongPlace('without the word Bearer', (token) => ({ headers: { authorization: token } })),
  wrongPlace('after the word Token', (token) => ({ headers: { authorization: `Token ${token}` } })),
  wrongPlace('as the id of a session', (token) => ({
    headers: { cookie: `entente-session=${token}`, 'x-entente-preflight': '1' },
  })),
  wrongPlace('in a cookie of another name', (token) => ({
    headers: { cookie: `token=${token}; Authorization=Bearer ${token}`, 'x-entente-preflight': '1' },
  })),
  {
    name: 'a token in the body, the variables and the extensions',
    to: ['tokens'],
    comes: NO_TOKEN,
    send: (target) => {
      const token = writeToken(target)
      return post(target, { ...QUESTION, token, variables: { token }, extensions: { token } }, { token: null })
    },
  },
  {
    name: 'a token in the preflight header',
    to: ['tokens'],
    comes: NO_TOKEN,
    send: (target) => post(target, QUESTION, { token: null, headers: { 'x-entente-preflight': writeToken(target) } }),
  },
]

/** Each from an address of its own, so that what it gets wrong is not counted with the others. */
function wrongToken(name: string, from: string, given: (token: string) => string, comes: Outcome = NO_TOKEN): Attack {
  return {
    name: `a wrong token: ${name}`,
    to: ['tokens'],
    comes,
    send: (target) =>
      post(
        target,
        QUESTION,
        { token: null, headers: { authorization: `Bearer ${given(writeToken(target))}` } },
        { from },
      ),
  }
}

const HEADER_OR_TOKEN = refused([400, 401, 429, 431])

export const WRONG_TOKENS: readonly Attack[] = [
  wrongToken('all but its last sign', '127.0.1.1', (token) => token.slice(0, -1), refused([401, 429])),
  wrongToken('one sign more', '127.0.1.2', (token) => `${token}x`, refused([401, 429])),
  wrongToken('in capitals', '127.0.1.3', (token) => token.toUpperCase(), refused([401, 429])),
  wrongToken('with its name before it', '127.0.1.4', (token) => `ada:${token}`, refused([401, 429])),
  wrongToken('two at once', '127.0.1.5', (token) => `${token}, Bearer ${token}`, HEADER_OR_TOKEN),
  wrongToken('nothing', '127.0.1.6', () => '', refused([401, 429])),
  wrongToken('__proto__', '127.0.1.7', () => '__proto__', refused([401, 429])),
  wrongToken('15,000 signs', '127.0.1.8', () => 'x'.repeat(15_000), HEADER_OR_TOKEN),
]

/** Sends one after the other until the last. */
async function inTurn(many: number, send: (at: number) => Promise<Reply>): Promise<Reply> {
  let last = await send(0)
  for (let at = 1; at < many; at++) last = await send(at)
  return last
}

const TOO_MANY = refused(429, 'TOO_MANY_ATTEMPTS')

/** An answer without Retry-After is none. */
function demandingRetryAfter(reply: Reply): Reply {
  return Number(reply.headers['retry-after']) > 0 ? reply : { ...reply, status: -1, text: 'No Retry-After.' }
}

export const GUESSING: readonly Attack[] = [
  {
    name: '200 wrong tokens in a row',
    requests: 200,
    to: ['tokens'],
    comes: TOO_MANY,
    send: async (target) =>
      demandingRetryAfter(
        await inTurn(200, (at) => post(target, QUESTION, { token: `guess-${at}-0123456789` }, { from: '127.0.2.1' })),
      ),
  },
  {
    name: 'the right token after too many wrong ones, as who guesses would find it',
    requests: 21,
    to: ['tokens'],
    comes: TOO_MANY,
    send: async (target) => {
      const from = '127.0.2.2'
      await inTurn(20, (at) => post(target, QUESTION, { token: `guess-${at}-0123456789` }, { from }))
      return post(target, QUESTION, {}, { from })
    },
  },
  {
    name: '100 wrong tokens at the same moment',
    requests: 100,
    to: ['tokens'],
    comes: TOO_MANY,
    send: async (target) => {
      const replies = await Promise.all(
        Array.from({ length: 100 }, (_, at) =>
          post(target, QUESTION, { token: `guess-${at}-0123456789` }, { from: '127.0.2.3' }),
        ),
      )
      const others = replies.filter(({ status }) => status !== 401 && status !== 429)
      const [first] = others
      return first ?? replies.at(-1) ?? { status: -1, headers: {}, text: '', code: null }
    },
  },
  {
    name: 'wrong tokens at /session in a row',
    requests: 20,
    to: ['tokens'],
    comes: TOO_MANY,
    send: (target) => inTurn(20, (at) => signIn(target, { token: `guess-${at}-0123456789` }, {}, '127.0.2.4')),
  },
  {
    name: 'wrong tokens, each under another X-Forwarded-For, where there is no proxy',
    requests: 20,
    to: ['tokens'],
    comes: TOO_MANY,
    send: (target) =>
      inTurn(20, (at) => {
        const headers = { 'x-forwarded-for': `198.51.100.${at}`, forwarded: `for=198.51.100.${at}` }
        return post(target, QUESTION, { token: `guess-${at}-0123456789`, headers }, { from: '127.0.2.5' })
      }),
  },
  {
    name: 'wrong tokens through the proxy, each with invented hops before its own entry',
    requests: 20,
    to: ['proxied'],
    comes: TOO_MANY,
    send: (target) =>
      inTurn(20, (at) => {
        const headers = { 'x-forwarded-for': `198.51.100.${at}, 203.0.113.7` }
        return post(target, QUESTION, { token: `guess-${at}-0123456789`, headers })
      }),
  },
]

/** POSTs to `/session` as the page does. */
function signIn(target: Target, body: unknown, asked: Asked = {}, from?: string): Promise<Reply> {
  const headers = { 'content-type': 'application/json', 'x-entente-preflight': '1', ...asked.headers }
  return ask(
    target,
    { method: 'POST', path: '/session', token: null, body: JSON.stringify(body), ...asked, headers },
    from === undefined ? {} : { from },
  )
}

/** Signs in with the right token and returns the cookie as a browser sends it back. */
async function cookieOf(target: Target, headers: Asked['headers'] = {}): Promise<string> {
  const reply = await signIn(target, { token: writeToken(target) }, { headers })
  return reply.headers['set-cookie']?.split(';')[0] ?? `none=${reply.status}`
}

const PREFLIGHT = { 'x-entente-preflight': '1' }

function withCookie(name: string, comes: Outcome, asked: (cookie: string, target: Target) => Asked): Attack {
  return {
    name,
    to: ['tokens', 'proxied'],
    comes,
    send: async (target) => post(target, WRITING, { token: null, ...asked(await cookieOf(target), target) }),
  }
}

export const SESSIONS: readonly Attack[] = [
  withCookie('a session’s cookie without the preflight header', refused(403, 'PREFLIGHT_REQUIRED'), (cookie) => ({
    headers: { cookie },
  })),
  withCookie('a session’s cookie from another site', refused(403), (cookie) => ({
    headers: { cookie, origin: `http://${EVIL}`, ...PREFLIGHT },
  })),
  withCookie('a session’s cookie from a frame without an origin', refused(403), (cookie) => ({
    headers: { cookie, origin: 'null', ...PREFLIGHT },
  })),
  withCookie('a session’s cookie with one sign changed', NO_TOKEN, (cookie) => ({
    headers: { cookie: `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`, ...PREFLIGHT },
  })),
  {
    name: 'a session’s id shown as a token',
    to: ['tokens'],
    comes: refused([401, 429]),
    send: async (target) => {
      const cookie = await cookieOf(target)
      return post(target, WRITING, { token: cookie.slice(cookie.indexOf('=') + 1) }, { from: '127.0.2.6' })
    },
  },
  {
    name: 'a session that the client chose the id of',
    to: ['tokens'],
    comes: NO_TOKEN,
    send: async (target) => {
      const chosen = `entente-session=${'A'.repeat(43)}`
      const given = await cookieOf(target, { cookie: chosen })
      if (given === chosen) return { status: -1, headers: {}, text: 'The chosen id was taken.', code: null }
      return post(target, QUESTION, { token: null, headers: { cookie: chosen, ...PREFLIGHT } })
    },
  },
  {
    name: 'the id of a session that was signed out',
    to: ['tokens'],
    comes: NO_TOKEN,
    send: async (target) => {
      const headers = { cookie: await cookieOf(target), ...PREFLIGHT }
      await ask(target, { method: 'DELETE', path: '/session', token: null, headers })
      return post(target, QUESTION, { token: null, headers })
    },
  },
  {
    name: 'the id of the session that was before signing in anew',
    to: ['tokens'],
    comes: NO_TOKEN,
    send: async (target) => {
      const cookie = await cookieOf(target)
      await cookieOf(target, { cookie })
      return post(target, QUESTION, { token: null, headers: { cookie, ...PREFLIGHT } })
    },
  },
  {
    name: '1,200 sessions of one token, to be kept for ever',
    requests: 1200,
    to: ['tokens'],
    comes: harmless(/"signedIn":true/),
    send: async (target) => {
      let last: Reply | undefined
      for (let at = 0; at < 1_200; at += 50) {
        const replies = await Promise.all(
          Array.from({ length: 50 }, () => signIn(target, { token: writeToken(target) })),
        )
        last = replies.at(-1)
      }
      const cookie = last?.headers['set-cookie']?.split(';')[0] ?? ''
      return ask(target, { path: '/session', token: null, headers: { cookie } })
    },
  },
  {
    name: 'a form of another site that signs in a stranger’s token',
    to: ['tokens'],
    comes: refused([403, 415]),
    send: (target) =>
      ask(target, {
        method: 'POST',
        path: '/session',
        token: null,
        body: JSON.stringify({ token: writeToken(target) }),
        headers: { 'content-type': 'text/plain', origin: `http://${EVIL}` },
      }),
  },
  {
    name: 'a token for /session as text/plain, with no Origin',
    to: ['tokens'],
    comes: refused([403, 415]),
    send: (target) =>
      ask(target, {
        method: 'POST',
        path: '/session',
        token: null,
        body: JSON.stringify({ token: writeToken(target) }),
        headers: { 'content-type': 'text/plain' },
      }),
  },
  {
    name: 'a form of another site that signs out',
    to: ['tokens'],
    comes: refused(403),
    send: async (target) =>
      ask(target, {
        method: 'DELETE',
        path: '/session',
        token: null,
        headers: { cookie: await cookieOf(target), origin: `http://${EVIL}` },
      }),
  },
  {
    name: 'a token that is an object, a list, a number, nothing',
    requests: 6,
    to: ['tokens'],
    comes: refused(400),
    send: async (target) => {
      let last: Reply | undefined
      for (const token of [{ length: 32 }, ['x'], 7, true, null, '']) last = await signIn(target, { token })
      return last ?? signIn(target, null)
    },
  },
  {
    name: 'a body of 5 MB for /session',
    to: ['tokens'],
    comes: refused([0, 400, 413]),
    send: (target) => signIn(target, { token: 'x'.repeat(5_000_000) }),
  },
]

export const RIGHTS: readonly Attack[] = [
  {
    name: 'a write with a token that may only read',
    to: ['tokens'],
    comes: FORBIDDEN,
    send: (target) => post(target, WRITING, { token: target.tokens?.read ?? null }),
  },
  {
    name: 'a write hidden in a fragment named __typename, with a token that may only read',
    to: ['tokens'],
    comes: FORBIDDEN,
    send: (target) =>
      post(
        target,
        { query: 'mutation { ...__typename } fragment __typename on Mutation { version: reload { version } }' },
        { token: target.tokens?.read ?? null },
      ),
  },
  {
    name: 'a write behind a question in one document, with a token that may only read',
    to: ['tokens'],
    comes: FORBIDDEN,
    send: (target) =>
      post(
        target,
        { query: 'query A { version } mutation B { reload { version } }', operationName: 'B' },
        { token: target.tokens?.read ?? null },
      ),
  },
  {
    name: 'measures without a token',
    to: ['tokens', 'proxied'],
    comes: refused(401),
    send: (target) => ask(target, { path: '/metrics', token: null }),
  },
  {
    name: 'measures by an address that is written otherwise',
    requests: 6,
    to: ['tokens'],
    comes: refused([400, 401, 404]),
    send: async (target) => {
      let last: Reply | undefined
      for (const path of ['/metrics/', '//metrics', '/./metrics', '/%6detrics', '/METRICS', '/metrics;x']) {
        last = await ask(target, { path, token: null })
        if (last.status === 200) return last
      }
      return last ?? ask(target, { path: '/metrics', token: null })
    },
  },
  {
    name: 'GraphQL by an address that is written otherwise, without a token',
    requests: 7,
    to: ['tokens'],
    comes: refused([400, 401, 404, 405]),
    send: async (target) => {
      let last: Reply | undefined
      for (const path of [
        '/graphql/',
        '//graphql',
        '/./graphql',
        '/%67raphql',
        '/GRAPHQL',
        '/graphql;x',
        '/x/../graphql',
      ]) {
        last = await post(target, QUESTION, { path, token: null })
        if (last.status === 200) return last
      }
      return last ?? post(target, QUESTION, { token: null })
    },
  },
  {
    name: 'a peer on loopback without a token, behind a public name',
    to: ['proxied'],
    comes: NO_TOKEN,
    send: (target) => post(target, QUESTION, { token: null, headers: { host: `127.0.0.1:${target.port}` } }),
  },
  {
    name: 'a stranger who is told to be loopback by X-Forwarded-For',
    to: ['proxied'],
    comes: NO_TOKEN,
    send: (target) =>
      post(target, QUESTION, { token: null, headers: { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' } }),
  },
  {
    name: 'a proxy in front of a server that has no tokens',
    to: ['local'],
    comes: refused([401, 403]),
    send: (target) => post(target, QUESTION, { headers: { host: hostOf(target), 'x-forwarded-for': '203.0.113.9' } }),
  },
  {
    name: 'what /readyz tells whom it does not know',
    to: ['tokens'],
    comes: { status: 200, hides: /version|eventsRead|unreadable|store|sqlite|\// },
    send: (target) => ask(target, { path: '/readyz', token: null }),
  },
]

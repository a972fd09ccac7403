import type { Reply } from '../../support/raw-http.ts'
import { ask, EVIL, harmless, post, refused, type Asked, type Attack, type Outcome, type Target } from './attack.ts'
import { NO_TOKEN, QUESTION, signIn, writeToken, WRITING } from './with-tokens.ts'

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

import type { Reply } from '../../support/raw-http.ts'
import { post, refused, type Asked, type Attack, type Outcome } from './attack.ts'
import { inTurn, NO_TOKEN, QUESTION, signIn, writeToken } from './with-tokens.ts'

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

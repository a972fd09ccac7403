import {
  ANY,
  ask,
  EVIL,
  hostOf,
  post,
  PUBLIC,
  raw,
  refused,
  type Asked,
  type Attack,
  type Front,
  type Outcome,
  type Target,
} from './attack.ts'

const FOREIGN = refused([403, 421])
const QUESTION = { query: '{ version }' }
const GET = '/graphql?query=%7B%20version%20%7D'
const MUTATION = '/graphql?query=mutation%20%7B%20reload%20%7B%20version%20%7D%20%7D'

/** A question whose Host is another, and the page under it. */
function host(name: string, given: string | ((target: Target) => string), to: readonly Front[] = ['local']): Attack {
  return {
    name: `Host: ${name}`,
    to,
    comes: FOREIGN,
    send: (target) => {
      const headers = { host: typeof given === 'string' ? given : given(target) }
      return post(target, QUESTION, { headers })
    },
  }
}

function origin(name: string, given: string | ((target: Target) => string), to: readonly Front[] = ['local']): Attack {
  return {
    name: `Origin: ${name}`,
    to,
    comes: FOREIGN,
    send: (target) => {
      const headers = { origin: typeof given === 'string' ? given : given(target) }
      return post(target, QUESTION, { headers })
    },
  }
}

/** What a page of another site can make a browser send without asking first. */
function forged(name: string, asked: Asked, comes: Outcome, to: readonly Front[] = ANY): Attack {
  return {
    name,
    to,
    comes,
    send: (target) => ask(target, { ...asked, headers: { origin: `http://${EVIL}`, ...asked.headers } }),
  }
}

export const SITES: readonly Attack[] = [
  host('another name, as after DNS rebinding', EVIL),
  host('another name with this port', ({ port }) => `${EVIL}:${port}`),
  host('a name that begins as loopback does', ({ port }) => `127.0.0.1.${EVIL}:${port}`),
  host('a name that ends as loopback does', ({ port }) => `${EVIL}.localhost:${port}`),
  host('loopback as a user name', ({ port }) => `localhost:x@${EVIL}:${port}`),
  host('0.0.0.0', ({ port }) => `0.0.0.0:${port}`),
  host('127.0.0.1 as one number', ({ port }) => `2130706433:${port}`),
  host('the address of a cloud’s metadata', '169.254.169.254'),
  host('nothing', ''),
  host('the proxy’s own address, where there is a public name', ({ port }) => `${EVIL}:${port}`, ['proxied']),
  host('a name under the public one', `a.${PUBLIC}`, ['proxied']),
  host('a name that begins as the public one does', `${PUBLIC}.${EVIL}`, ['proxied']),
  {
    name: 'two Hosts',
    to: ANY,
    comes: { status: [0, 400, 403, 421] },
    send: (target) =>
      raw(target, [`GET /readyz HTTP/1.1\r\nhost: ${hostOf(target)}\r\nhost: ${EVIL}\r\nconnection: close\r\n\r\n`]),
  },
  {
    name: 'no Host',
    to: ['local'],
    comes: { status: [0, 400, 403, 421] },
    send: (target) => raw(target, ['GET /readyz HTTP/1.1\r\nconnection: close\r\n\r\n']),
  },
  {
    name: 'a whole address of another name in the request line',
    to: ['local'],
    comes: { status: [400, 403, 404, 421] },
    send: (target) => ask(target, { path: `http://${EVIL}/graphql?query=%7Bversion%7D` }),
  },
  origin('another site', `http://${EVIL}`, ['local', 'proxied']),
  origin('null, as of a sandboxed frame or a file', 'null', ['local', 'proxied']),
  origin('another port of this machine', 'http://127.0.0.1:3000'),
  origin('https of the same name', ({ port }) => `https://127.0.0.1:${port}`),
  origin('a name that begins as this one does', ({ port }) => `http://127.0.0.1:${port}.${EVIL}`),
  origin('the public name without https', `http://${PUBLIC}`, ['proxied']),
  origin('two origins', ({ port }) => `http://127.0.0.1:${port}, http://${EVIL}`),
  forged(
    'a question by a link: GET without the preflight header',
    { path: GET, headers: { origin: null } },
    refused(403, 'PREFLIGHT_REQUIRED'),
    ['local'],
  ),
  forged('a mutation by a link', { path: MUTATION, headers: { origin: null } }, refused([403, 405])),
  forged(
    'a mutation by GET, with the preflight header',
    { path: MUTATION, headers: { origin: null, 'x-entente-preflight': '1' } },
    refused(405),
  ),
  forged(
    'a mutation by a form of another site',
    {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'query=mutation%20%7B%20reload%20%7B%20version%20%7D%20%7D',
    },
    refused([403, 415]),
    ['local', 'proxied'],
  ),
  forged(
    'a mutation as text/plain by a form of another site, which sends no Origin',
    {
      method: 'POST',
      path: '/graphql',
      headers: { origin: null, 'content-type': 'text/plain' },
      body: '{"query":"mutation { reload { version } }"}',
    },
    refused(415),
  ),
  {
    name: 'OPTIONS of another site, to be allowed to ask',
    to: ANY,
    comes: refused([401, 403, 405]),
    send: async (target) => {
      const reply = await ask(target, {
        method: 'OPTIONS',
        path: '/graphql',
        token: null,
        headers: {
          origin: `http://${EVIL}`,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type, authorization, x-entente-preflight',
        },
      })
      const allowed = Object.keys(reply.headers).filter((name) => name.startsWith('access-control-'))
      return allowed.length === 0 ? reply : { ...reply, status: -1, text: `It is allowed: ${allowed.join(', ')}` }
    },
  },
  {
    name: 'a page in a frame of another site',
    to: ANY,
    comes: { status: 200, shows: /<!doctype html>/i },
    send: async (target) => {
      const reply = await ask(target, { headers: { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' } })
      const held = /frame-ancestors 'none'/.test(reply.headers['content-security-policy'] ?? '')
      return held ? reply : { ...reply, status: -1, text: 'It may be framed.' }
    },
  },
]

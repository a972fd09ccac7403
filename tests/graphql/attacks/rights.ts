import type { Reply } from '../../support/raw-http.ts'
import { ask, hostOf, post, refused, type Attack } from './attack.ts'
import { FORBIDDEN, NO_TOKEN, QUESTION, WRITING } from './with-tokens.ts'

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

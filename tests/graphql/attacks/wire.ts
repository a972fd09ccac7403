import { setTimeout as pause } from 'node:timers/promises'
import { exchange, type Reply } from '../../support/raw-http.ts'
import {
  ANY,
  ask,
  hostOf,
  NOT_HTTP,
  post,
  raw,
  refused,
  requestOf,
  type Asked,
  type Attack,
  type Outcome,
  type Target,
} from './attack.ts'

const NOTHING_HERE = refused([400, 403, 404])
const QUESTION = '{"query":"{ version }"}'

function path(name: string, given: string): Attack {
  return {
    name: `a path that leads out: ${name}`,
    to: ['local'],
    comes: { ...NOTHING_HERE, hides: /root:|"name": "entente"/ },
    send: (target) => ask(target, { path: given }),
  }
}

export const PATHS: readonly Attack[] = [
  path('plain', '/../../../../etc/passwd'),
  path('encoded', '/%2e%2e/%2e%2e/%2e%2e/etc/passwd'),
  path('encoded twice', '/%252e%252e/%252e%252e/package.json'),
  path('with an encoded slash', '/assets/..%2f..%2f..%2fpackage.json'),
  path('with backslashes', '/..\\..\\..\\package.json'),
  path('with encoded backslashes', '/..%5c..%5c..%5cpackage.json'),
  path('with a null byte', '/index.html%00.js'),
  path('in overlong UTF-8', '/%c0%ae%c0%ae/%c0%ae%c0%ae/package.json'),
  path('through a folder that there is', '/assets/../../../package.json'),
  path('two slashes', '//etc/passwd'),
  path('a file of the machine', 'file:///etc/passwd'),
  path('the store', '/entente.sqlite'),
  path('the source', '/server/main.ts'),
]

/** Bytes that are put on the wire as they stand; `HOST` is the server's name, `AUTH` the header that lets in. */
function bytes(name: string, text: string, comes: Outcome = NOT_HTTP): Attack {
  return { name, to: ANY, comes, send: (target) => raw(target, [filled(target, text)]) }
}

function filled(target: Target, text: string): string {
  const auth = target.tokens ? `authorization: Bearer ${target.tokens.write}` : 'x-none: 1'
  return text.replaceAll('HOST', hostOf(target)).replaceAll('AUTH', auth)
}

const HEAD = 'POST /graphql HTTP/1.1\r\nhost: HOST\r\nAUTH\r\ncontent-type: application/json\r\n'
const HIDDEN = 'GET /healthz HTTP/1.1\r\nhost: HOST\r\n\r\n'

export const WIRE: readonly Attack[] = [
  bytes(
    'smuggling: a length and chunks',
    `${HEAD}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`,
  ),
  bytes(
    'smuggling: chunks of a kind that there is not',
    `${HEAD}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n${HIDDEN}`,
  ),
  bytes(
    'smuggling: chunks twice',
    `${HEAD}transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n\r\n0\r\n\r\n${HIDDEN}`,
  ),
  bytes(
    'smuggling: chunks after a folded line',
    `${HEAD}transfer-encoding:\r\n chunked\r\ncontent-length: 3\r\n\r\n0\r\n\r\n${HIDDEN}`,
  ),
  bytes('smuggling: two lengths', `${HEAD}content-length: 4\r\ncontent-length: 23\r\n\r\n${QUESTION}${HIDDEN}`),
  bytes('smuggling: a length with a sign', `${HEAD}content-length: +23\r\n\r\n${QUESTION}`),
  bytes('smuggling: a space before the colon', `${HEAD}content-length : 23\r\n\r\n${QUESTION}`),
  bytes(
    'smuggling: a chunk whose size is no number',
    `${HEAD}transfer-encoding: chunked\r\n\r\n0x17\r\n${QUESTION}\r\n0\r\n\r\n`,
  ),
  bytes(
    'smuggling: a chunk larger than any number',
    `${HEAD}transfer-encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n${QUESTION}\r\n0\r\n\r\n`,
  ),
  bytes(
    'smuggling: a chunk that is longer than its size',
    `${HEAD}transfer-encoding: chunked\r\n\r\n4\r\n${QUESTION}\r\n0\r\n\r\n`,
  ),
  bytes('lines that end with LF alone', 'GET /healthz HTTP/1.1\nhost: HOST\n\n'),
  bytes('a header with a null byte', 'GET /healthz HTTP/1.1\r\nhost: HOST\r\nx-a: b\0c\r\n\r\n'),
  bytes('a header without a colon', 'GET /healthz HTTP/1.1\r\nhost: HOST\r\nnonsense\r\n\r\n'),
  bytes('HTTP/0.9', 'GET /healthz\r\n\r\n', { status: [0, 400, 403] }),
  bytes('HTTP/9.9', 'GET /healthz HTTP/9.9\r\nhost: HOST\r\n\r\n'),
  bytes('HTTP/2 without asking', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  bytes('the greeting of TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'.repeat(20)),
  bytes('random bytes', '\u0000\u00ff\u0001\u00fe'.repeat(4_000)),
  bytes('a method that there is not', 'BREW /graphql HTTP/1.1\r\nhost: HOST\r\nconnection: close\r\n\r\n'),
  bytes('a method in small letters', 'post /graphql HTTP/1.1\r\nhost: HOST\r\nconnection: close\r\n\r\n'),
  bytes('CONNECT', 'CONNECT 169.254.169.254:80 HTTP/1.1\r\nhost: HOST\r\n\r\n', refused([0, 400, 403, 405])),
  bytes('TRACE', 'TRACE /graphql HTTP/1.1\r\nhost: HOST\r\nx-a: secret\r\nconnection: close\r\n\r\n', {
    status: [0, 400, 401, 403, 405],
    hides: /x-a/,
  }),
  bytes(
    'an upgrade to WebSocket',
    'GET /graphql HTTP/1.1\r\nhost: HOST\r\nAUTH\r\nconnection: Upgrade, close\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n' +
      'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n',
    refused([0, 400, 401, 403, 405, 426]),
  ),
  bytes(
    'an upgrade to HTTP/2',
    'GET /healthz HTTP/1.1\r\nhost: HOST\r\nconnection: Upgrade, HTTP2-Settings, close\r\nupgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n',
    { status: [0, 200, 400] },
  ),
  bytes(
    'a header of 100 kB',
    `GET /healthz HTTP/1.1\r\nhost: HOST\r\nx-a: ${'a'.repeat(100_000)}\r\n\r\n`,
    refused([0, 400, 431]),
  ),
  bytes(
    '5,000 headers',
    `GET /healthz HTTP/1.1\r\nhost: HOST\r\n${Array.from({ length: 5_000 }, (_, at) => `a${at}: b`).join('\r\n')}\r\n\r\n`,
    refused([0, 400, 431]),
  ),
  bytes(
    'an address of 100 kB',
    `GET /graphql?${'a'.repeat(100_000)} HTTP/1.1\r\nhost: HOST\r\n\r\n`,
    refused([0, 400, 414, 431]),
  ),
  bytes(
    'a range of ranges',
    `GET / HTTP/1.1\r\nhost: HOST\r\nconnection: close\r\nrange: bytes=${'0-,'.repeat(1_000)}0-\r\n\r\n`,
    { status: [200, 416] },
  ),
  {
    name: '500 requests on one connection, sent before the first is answered',
    requests: 500,
    to: ['tokens'],
    comes: { status: [200, 503], code: [null, 'SERVICE_UNAVAILABLE'] },
    send: async (target) => {
      const asked: Asked = {
        method: 'POST',
        path: '/graphql',
        body: QUESTION,
        headers: { 'content-type': 'application/json', connection: 'keep-alive' },
      }
      const all = Array.from({ length: 500 }, () => requestOf(target, asked)).flat()
      const replies = await exchange(target.port, [all.join('')], { answers: 500 })
      return replies.at(-1) ?? { status: 0, headers: {}, text: '', code: null }
    },
  },
]

/** All at once; those that are let in are answered, the others told to come again. */
async function atOnce(many: number, send: (at: number) => Promise<Reply>, allowed: readonly number[]): Promise<Reply> {
  const replies = await Promise.all(Array.from({ length: many }, (_, at) => send(at)))
  const other = replies.find(({ status }) => !allowed.includes(status))
  const [first] = replies
  return other ?? first ?? { status: -1, headers: {}, text: '', code: null }
}

/** Reads every event of the store, twice over. */
const HEAVY = {
  query: `{ ties(first: 400) { total items { id total net counts { kind episodes } } } stats { events byKind { kind events } } }`,
}

export const CROWDS: readonly Attack[] = [
  {
    name: '1,000 heavy questions at the same moment',
    requests: 1000,
    to: ['tokens'],
    comes: { status: [200, 503] },
    send: (target) => atOnce(1_000, () => post(target, HEAVY, {}, { patience: 90_000 }), [200, 503]),
  },
  {
    name: '300 heavy questions whose askers go away at once',
    requests: 300,
    to: ['tokens'],
    comes: { status: 200 },
    send: async (target) => {
      const asked = { method: 'POST', path: '/graphql', body: JSON.stringify(HEAVY) }
      await Promise.all(
        Array.from({ length: 300 }, () =>
          exchange(target.port, requestOf(target, { ...asked, headers: { 'content-type': 'application/json' } }), {
            answers: 0,
          }),
        ),
      )
      return ask(target, { path: '/healthz' })
    },
  },
  {
    name: '500 connections that say nothing',
    requests: 500,
    to: ['local'],
    comes: { status: 200 },
    send: async (target) => {
      const { connect } = await import('node:net')
      const sockets = Array.from({ length: 500 }, () => connect(target.port, '127.0.0.1').on('error', () => {}))
      await pause(200)
      const reply = await ask(target, { path: '/healthz' })
      for (const socket of sockets) socket.destroy()
      return reply
    },
  },
]

/** One piece, then nothing until the server has had enough. */
async function* thenNothing(text: string): AsyncGenerator<string> {
  yield text
  await pause(120_000, undefined, { ref: false })
}

async function* oneByOne(text: string, milliseconds: number): AsyncGenerator<string> {
  for (const sign of text) {
    yield sign
    await pause(milliseconds, undefined, { ref: false })
  }
}

const CUT: Outcome = { status: [0, 408, 413] }
const PATIENCE = { patience: 90_000 }

function slow(name: string, pieces: (target: Target) => AsyncGenerator<string>): Attack {
  return { name, to: ['tokens'], comes: CUT, slow: true, send: (target) => raw(target, pieces(target), PATIENCE) }
}

export const SLOW: readonly Attack[] = [
  slow('headers that never end', (target) =>
    thenNothing(filled(target, 'GET /healthz HTTP/1.1\r\nhost: HOST\r\nx-a:')),
  ),
  slow('headers one byte a tenth of a second', (target) =>
    oneByOne(filled(target, `GET /healthz HTTP/1.1\r\nhost: HOST\r\nx-a: ${'a'.repeat(2_000)}\r\n\r\n`), 100),
  ),
  slow('half a body', (target) => thenNothing(filled(target, `${HEAD}content-length: 1000\r\n\r\n{"query":`))),
  slow('a body one byte a tenth of a second', (target) =>
    oneByOne(filled(target, `${HEAD}content-length: 1000\r\n\r\n${QUESTION}${' '.repeat(977)}`), 100),
  ),
  slow('half a chunk', (target) =>
    thenNothing(filled(target, `${HEAD}transfer-encoding: chunked\r\n\r\n1f4\r\n{"query"`)),
  ),
  slow('an upload that stops', (target) =>
    thenNothing(filled(target, 'PUT /imports HTTP/1.1\r\nhost: HOST\r\nAUTH\r\ncontent-length: 1000\r\n\r\nx')),
  ),
]

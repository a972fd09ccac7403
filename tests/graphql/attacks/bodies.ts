import { gzipSync } from 'node:zlib'
import {
  ANY,
  ask,
  hostOf,
  post,
  postText,
  raw,
  refused,
  requestOf,
  type Asked,
  type Attack,
  type Outcome,
  type Target,
} from './attack.ts'

const MB = 1_048_576
/** Whoever is still sending may lose the answer to the reset of the connection. */
const TOO_LARGE = refused([0, 413])
const NOT_JSON = refused(415, 'UNSUPPORTED_MEDIA_TYPE')
const BAD = refused(400, 'BAD_REQUEST')

const QUESTION = '{"query":"{ version }"}'

/** So many megabytes, one at a time, so that the sender does not hold them. */
function* megabytes(many: number): Generator<Buffer> {
  const one = Buffer.alloc(MB, 0x20)
  for (let at = 0; at < many; at++) yield one
}

/** A JSON body in chunks. */
function* chunked(target: Target, pieces: Iterable<Buffer>, extension = ''): Generator<Buffer | string> {
  const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
  yield* requestOf(target, { method: 'POST', path: '/graphql', headers })
  for (const piece of pieces) {
    yield `${piece.length.toString(16)}${extension}\r\n`
    yield piece
    yield '\r\n'
  }
  yield '0\r\n\r\n'
}

function* counted(target: Target, length: number, pieces: Iterable<Buffer>): Generator<Buffer | string> {
  const headers = { 'content-type': 'application/json', 'content-length': String(length) }
  yield* requestOf(target, { method: 'POST', path: '/graphql', headers })
  yield* pieces
}

function typed(name: string, type: string | null, body: string | Buffer, comes: Outcome = NOT_JSON): Attack {
  const headers = { 'content-type': type, 'x-entente-preflight': '1' }
  return { name, to: ANY, comes, send: (target) => postText(target, body, { headers }) }
}

function encoded(name: string, encoding: string, body: Buffer): Attack {
  const asked: Asked = { headers: { 'content-encoding': encoding } }
  return { name, to: ANY, comes: refused([400, 415]), send: (target) => postText(target, body, asked) }
}

export const BODIES: readonly Attack[] = [
  {
    name: 'a body of 5 MB, with its length',
    to: ANY,
    comes: TOO_LARGE,
    send: (target) => raw(target, counted(target, 5 * MB, megabytes(5))),
  },
  {
    name: 'a body of 30 MB, with its length',
    to: ANY,
    comes: TOO_LARGE,
    send: (target) => raw(target, counted(target, 30 * MB, megabytes(30))),
  },
  {
    name: 'a body of 5 MB, in chunks',
    to: ANY,
    comes: TOO_LARGE,
    send: (target) => raw(target, chunked(target, megabytes(5))),
  },
  {
    name: 'a body of 30 MB, in chunks',
    to: ANY,
    comes: TOO_LARGE,
    send: (target) => raw(target, chunked(target, megabytes(30))),
  },
  {
    name: 'a body of 30 MB, before a token is shown',
    to: ['tokens'],
    comes: refused([0, 401, 413]),
    send: (target) => raw({ ...target, tokens: null }, chunked({ ...target, tokens: null }, megabytes(30))),
  },
  {
    name: 'a length of 1 TB, of which nothing comes',
    to: ANY,
    comes: TOO_LARGE,
    send: (target) => raw(target, counted(target, 1e12, [])),
  },
  {
    name: 'a length that is less than what comes',
    to: ANY,
    comes: { status: [0, 200, 400] },
    send: (target) => raw(target, [...counted(target, 10, [Buffer.from(`{"query":"{ version }"}${' '.repeat(500)}`)])]),
  },
  {
    name: 'one-byte chunks with extensions of 1,000 bytes',
    to: ANY,
    comes: { status: [0, 200, 400, 413] },
    send: (target) =>
      raw(
        target,
        chunked(
          target,
          Array.from(QUESTION, (sign) => Buffer.from(sign)),
          `;${'x'.repeat(1_000)}`,
        ),
      ),
  },
  {
    name: 'one chunk with an extension of 5 MB',
    to: ANY,
    comes: { status: [0, 400, 413] },
    send: (target) => raw(target, chunked(target, [Buffer.from(QUESTION)], `;${'x'.repeat(5 * MB)}`)),
  },
  encoded('a gzip bomb: 100 MB in 100 kB', 'gzip', gzipSync(Buffer.alloc(100 * MB, 0x20))),
  encoded('a gzip bomb in a gzip bomb', 'gzip, gzip', gzipSync(gzipSync(Buffer.alloc(100 * MB, 0x20)))),
  encoded('a question in gzip', 'gzip', gzipSync(QUESTION)),
  encoded('an encoding that there is not', 'lzw', Buffer.from(QUESTION)),
  typed('no content type', null, QUESTION),
  typed('text/plain, as a form of another site sends it', 'text/plain', QUESTION),
  typed('urlencoded', 'application/x-www-form-urlencoded', 'query=%7B%20version%20%7D'),
  typed(
    'multipart, as uploads of GraphQL are',
    'multipart/form-data; boundary=b',
    '--b\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ version }"}\r\n--b\r\n' +
      'content-disposition: form-data; name="map"\r\n\r\n{}\r\n--b--\r\n',
  ),
  typed('application/graphql', 'application/graphql', '{ version }'),
  typed('XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
  typed('JSON in UTF-16', 'application/json; charset=utf-16', Buffer.from(QUESTION, 'utf16le')),
  typed('two content types in one', 'application/json, text/plain', QUESTION),
  typed('a content type of 10,000 parameters', `application/json${';a=b'.repeat(3_000)}`, QUESTION),
  typed(
    'bytes that are no UTF-8',
    'application/json',
    Buffer.concat([
      Buffer.from('{"query":"{ search(text: \\"'),
      Buffer.from([0xff, 0xc0, 0x80]),
      Buffer.from('\\") { matched } }"}'),
    ]),
    { status: [200, 400], hides: /went wrong/ },
  ),
  typed('half a JSON', 'application/json', '{"query":"{ version', BAD),
  typed('nothing at all', 'application/json', '', BAD),
  typed('null', 'application/json', 'null', BAD),
  {
    name: 'the same key 50,000 times',
    to: ANY,
    comes: { status: [200, 400] },
    send: (target) => postText(target, `{${'"query":"{ a }",'.repeat(50_000)}"query":"{ version }"}`),
  },
  {
    name: 'a body of GET',
    to: ANY,
    comes: { status: [0, 200, 400, 403, 413] },
    send: (target) =>
      ask(target, { path: '/graphql', body: QUESTION, headers: { 'content-type': 'application/json' } }),
  },
  {
    name: 'Expect: 100-continue of a body too large',
    to: ANY,
    comes: TOO_LARGE,
    send: (target) =>
      raw(
        target,
        requestOf(target, {
          method: 'POST',
          path: '/graphql',
          headers: { 'content-type': 'application/json', expect: '100-continue', 'content-length': String(30 * MB) },
        }),
      ),
  },
  {
    name: 'Expect of something else',
    to: ANY,
    comes: { status: [200, 400, 417] },
    send: (target) => post(target, { query: '{ version }' }, { headers: { expect: 'the-unexpected' } }),
  },
  {
    name: 'an upload without a token',
    to: ['tokens'],
    comes: refused(401),
    send: (target) => ask(target, { method: 'PUT', path: '/imports', token: null, body: 'x' }),
  },
  {
    name: 'an upload with a token that may only read',
    to: ['tokens'],
    comes: refused(403),
    send: (target) => ask(target, { method: 'PUT', path: '/imports', token: target.tokens?.read ?? null, body: 'x' }),
  },
  {
    name: 'an upload by a form of another site',
    to: ['local'],
    comes: refused([403, 405]),
    send: (target) =>
      ask(target, {
        method: 'POST',
        path: '/imports',
        body: 'x',
        headers: { 'content-type': 'text/plain', origin: `http://evil.example`, host: hostOf(target) },
      }),
  },
]

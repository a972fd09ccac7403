import { exchange, type Bytes, type ExchangeOptions, type Reply } from '../../support/raw-http.ts'

/** The servers that are attacked: one without tokens; one with tokens; one with tokens behind a proxy, with a public name. */
export type Front = 'local' | 'tokens' | 'proxied'

export interface Target {
  readonly front: Front
  readonly port: number
  /** Null: the server has none. */
  readonly tokens: { readonly read: string; readonly write: string } | null
}

/** The name of the proxied server, and the one that no server has. */
export const PUBLIC = 'entente.example'
export const EVIL = 'evil.example'

export interface Attack {
  readonly name: string
  /** Where it is sent. */
  readonly to: readonly Front[]
  readonly send: (target: Target) => Promise<Reply>
  /** What must come back. */
  readonly comes: Outcome
  /** How many requests one sending is; left out: 1. */
  readonly requests?: number
  /** It waits for a time limit of the server: sent once, beside the others. */
  readonly slow?: true
}

export interface Outcome {
  /** 0: the connection is closed without an answer. */
  readonly status: number | readonly number[]
  readonly code?: string | readonly (string | null)[] | null
  /** What the text must show, or must not. */
  readonly shows?: RegExp
  readonly hides?: RegExp
  /** Characters that it may have. */
  readonly longest?: number
}

/** Sends anywhere. */
export const ANY: readonly Front[] = ['local', 'tokens']

/** What an answer has at most that tells back nothing of what was sent. */
export const SHORT = 20_000

/** Refused: nothing was done, and the sentence is short however long the request was. */
export function refused(status: number | readonly number[], code?: Outcome['code']): Outcome {
  return { status, ...(code === undefined ? {} : { code }), hides: /Did you mean|\bat .+\.ts:\d+/, longest: SHORT }
}

/** Answered as any other question. */
export function harmless(shows: RegExp = /"data":\{/): Outcome {
  return { status: 200, code: null, shows }
}

export const TOO_COSTLY: Outcome = refused([200, 400], 'COST_LIMIT_EXCEEDED')
export const INVALID: Outcome = refused([200, 400], ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'])
export const BAD_INPUT: Outcome = refused([200, 400], ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED'])
export const NOT_HTTP: Outcome = { status: [0, 400] }

/** What is missing in an outcome, as a sentence; null: it is as it must be. */
export function fault(reply: Reply, { status, code, shows, hides, longest = Infinity }: Outcome): string | null {
  const says = `${reply.status} ${reply.code ?? ''} ${reply.text.slice(0, 300)}`
  if (![status].flat().includes(reply.status)) return `The status is not ${[status].flat().join(' or ')}: ${says}`
  if (code !== undefined && ![code].flat().includes(reply.code)) return `The code is not ${String(code)}: ${says}`
  if (shows && !shows.test(reply.text)) return `The answer does not show ${shows}: ${says}`
  if (hides?.test(reply.text)) return `The answer shows ${hides}: ${says}`
  if (reply.text.length > longest)
    return `The answer has ${reply.text.length} characters, more than ${longest}: ${says}`
  return null
}

export interface Asked {
  readonly method?: string
  readonly path?: string
  /** Beside host, connection and what belongs to the body; null takes one away. */
  readonly headers?: Readonly<Record<string, string | null>>
  readonly body?: Bytes
  /** The token that is shown; left out: the one that may write, where there are tokens. */
  readonly token?: string | null
}

/** The bytes of one request; the connection is closed after it. */
export function requestOf(target: Target, { method = 'GET', path = '/', headers = {}, body, token }: Asked): Bytes[] {
  const shown = token === undefined ? target.tokens?.write : token
  const all: Record<string, string | null> = {
    host: hostOf(target),
    connection: 'close',
    ...(shown ? { authorization: `Bearer ${shown}` } : {}),
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  }
  const lines = Object.entries(all).filter(([, value]) => value !== null)
  const head = [`${method} ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)].join('\r\n')
  return [`${head}\r\n\r\n`, ...(body === undefined ? [] : [body])]
}

export function hostOf({ front, port }: Target): string {
  return front === 'proxied' ? PUBLIC : `127.0.0.1:${port}`
}

/** Sends one request and returns what it was answered. */
export async function ask(target: Target, asked: Asked, options: ExchangeOptions = {}): Promise<Reply> {
  return raw(target, requestOf(target, asked), options)
}

/** Sends bytes as they are; returns the last answer. */
export async function raw(
  { port }: Target,
  bytes: Iterable<Bytes> | AsyncIterable<Bytes>,
  options: ExchangeOptions = {},
): Promise<Reply> {
  const replies = await exchange(port, bytes, options)
  return replies.at(-1) ?? { status: 0, headers: {}, text: '', code: null }
}

/** A JSON POST to `/graphql` of any value. */
export function post(target: Target, value: unknown, asked: Asked = {}, options: ExchangeOptions = {}): Promise<Reply> {
  return postText(target, JSON.stringify(value), asked, options)
}

/** The same of a text or bytes that may be no JSON. */
export function postText(
  target: Target,
  body: Bytes,
  asked: Asked = {},
  options: ExchangeOptions = {},
): Promise<Reply> {
  const headers = { 'content-type': 'application/json', ...asked.headers }
  return ask(target, { method: 'POST', path: '/graphql', body, ...asked, headers }, options)
}

/** An attack that is one GraphQL operation. */
export function operation(
  name: string,
  comes: Outcome,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  to: readonly Front[] = ANY,
): Attack {
  return { name, to, comes, send: (target) => post(target, { query, variables }) }
}

/** So many pieces of text in a row. */
export function times(many: number, piece: (at: number) => string): string {
  return Array.from({ length: many }, (_, at) => piece(at)).join(' ')
}

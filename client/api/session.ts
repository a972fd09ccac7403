import { RefusedError, TooManyAttemptsError, UnreachableError } from './errors.ts'

/** A header of its own makes a request one that another site's page cannot send unasked. */
export const PREFLIGHT = { 'x-entente-preflight': '1' } as const

/** Who the server takes the browser for. */
export interface SessionAnswer {
  /** Whether this server wants tokens at all. */
  readonly required: boolean
  readonly signedIn: boolean
  /** As it stands in the audit log; null where the token has no name. */
  readonly name: string | null
  readonly mayWrite: boolean
}

let number = 0
let listener = (): void => {}

/** Counts the sessions of this page: what was asked in an earlier one says nothing of this one. */
export function sessionNumber(): number {
  return number
}

/** Calls when an answer says that nobody is signed in. */
export function onSessionEnded(call: () => void): void {
  listener = call
}

export function sessionEnded(): void {
  listener()
}

/** @throws UnreachableError, RefusedError */
export async function askSession(): Promise<SessionAnswer> {
  const response = await send('GET')
  const answer: unknown = await response.json().catch(() => null)
  if (!isSession(answer)) throw refused(response)
  return answer
}

/**
 * Shows a token; the browser then holds a cookie that no script can read. The token goes in the body, and is kept nowhere.
 * @throws UnreachableError, TooManyAttemptsError, RefusedError: UNAUTHENTICATED where the token is none of the server's
 */
export async function openSession(token: string): Promise<void> {
  const response = await send('POST', JSON.stringify({ token }))
  // 409: it asks for no token any more, and needs none.
  if (!response.ok && response.status !== 409) throw refused(response)
  number++
}

/** Ends the session on the server too. @throws UnreachableError, RefusedError */
export async function closeSession(): Promise<void> {
  const response = await send('DELETE')
  if (!response.ok && response.status !== 401) throw refused(response)
  number++
}

async function send(method: 'GET' | 'POST' | 'DELETE', body?: string): Promise<Response> {
  const headers = { accept: 'application/json', ...PREFLIGHT, ...(body ? { 'content-type': 'application/json' } : {}) }
  try {
    return await fetch('/session', { method, headers, cache: 'no-store', ...(body ? { body } : {}) })
  } catch {
    throw new UnreachableError()
  }
}

function refused(response: Response): Error {
  const code = { 401: 'UNAUTHENTICATED', 503: 'SERVICE_UNAVAILABLE' }[response.status] ?? null
  if (response.status !== 429) return new RefusedError(code, `The server answered ${response.status}.`)
  const seconds = Number(response.headers.get('retry-after'))
  return new TooManyAttemptsError(Number.isInteger(seconds) && seconds > 0 ? seconds : 60)
}

function isSession(value: unknown): value is SessionAnswer {
  if (typeof value !== 'object' || value === null) return false
  const { required, signedIn, name, mayWrite } = value as Readonly<Record<string, unknown>>
  const named = name === null || typeof name === 'string'
  return named && [required, signedIn, mayWrite].every((each) => typeof each === 'boolean')
}

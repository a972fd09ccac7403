import type { ServerResponse } from 'node:http'
import { sendError } from '../graphql-error.ts'
import { sendText } from '../respond.ts'

/** Why whoever asks is not let in. `says` is a plain sentence with what to do. */
export interface Refusal {
  readonly status: 401 | 403 | 429
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN' | 'PREFLIGHT_REQUIRED' | 'TOO_MANY_ATTEMPTS'
  readonly says: string
  readonly headers: Readonly<Record<string, string>>
}

/** As GraphQL tells an error. */
export function sendRefusal(res: ServerResponse, { status, code, says, headers }: Refusal): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
  sendError(res, status, says, code)
}

/** As one plain line, where no GraphQL is spoken. */
export function sendRefusalText(res: ServerResponse, { status, says, headers }: Refusal): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
  sendText(res, status, says)
}

const CHALLENGE = { 'www-authenticate': 'Bearer realm="Entente"' }

export const NO_TOKEN: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  says: 'This server asks for a token. Sign in on its page, or send the header Authorization: Bearer and the token.',
  headers: CHALLENGE,
}

export const WRONG_TOKEN: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  says: 'This token is not known here. Look whether it is whole, or ask whoever runs this server for one.',
  headers: { 'www-authenticate': 'Bearer realm="Entente", error="invalid_token"' },
}

export const SESSION_OVER: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  says: 'The session is over. Sign in again.',
  headers: CHALLENGE,
}

export const READS_ONLY: Refusal = {
  status: 403,
  code: 'FORBIDDEN',
  says: 'This writes, and the token that was shown may read only. Ask whoever runs this server for one that may write.',
  headers: {},
}

export const NO_PREFLIGHT: Refusal = {
  status: 403,
  code: 'PREFLIGHT_REQUIRED',
  says: 'A request with the cookie of a session carries the header x-entente-preflight: 1 too, so that no other site can ask through a browser.',
  headers: {},
}

export function tooManyAttempts(seconds: number): Refusal {
  return {
    status: 429,
    code: 'TOO_MANY_ATTEMPTS',
    says: `Too many wrong tokens came from this address. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    headers: { 'retry-after': String(seconds) },
  }
}

import type { Reply } from '../../support/raw-http.ts'
import { ask, refused, type Asked, type Target } from './attack.ts'

export const NO_TOKEN = refused(401, 'UNAUTHENTICATED')
export const FORBIDDEN = refused([200, 403], 'FORBIDDEN')
export const QUESTION = { query: '{ version }' }
export const WRITING = { query: 'mutation { reload { version } }' }

/** Tokens of the server: those that hold, so that only the place is wrong. */
export const writeToken = ({ tokens }: Target) => tokens?.write ?? ''

/** Sends one after the other until the last. */
export async function inTurn(many: number, send: (at: number) => Promise<Reply>): Promise<Reply> {
  let last = await send(0)
  for (let at = 1; at < many; at++) last = await send(at)
  return last
}

/** POSTs to `/session` as the page does. */
export function signIn(target: Target, body: unknown, asked: Asked = {}, from?: string): Promise<Reply> {
  const headers = { 'content-type': 'application/json', 'x-entente-preflight': '1', ...asked.headers }
  return ask(
    target,
    { method: 'POST', path: '/session', token: null, body: JSON.stringify(body), ...asked, headers },
    from === undefined ? {} : { from },
  )
}

import type { IncomingMessage } from 'node:http'
import { LONGEST_MS } from './sessions.ts'

/** The cookie that carries the id of a session: no script reads it, and no other site has it sent. */
export interface SessionCookie {
  readonly name: string
  /** All ids that a request carries under the name; another page of the same domain may have added some. */
  read(req: IncomingMessage): readonly string[]
  /** A Set-Cookie header that carries an id. */
  holding(id: string): string
  /** A Set-Cookie header that takes it away. */
  readonly gone: string
}

/** @param secure behind TLS: the browser sends it there only, and takes it from this very host only (`__Host-`). */
export function createSessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-entente-session' : 'entente-session'
  const rules = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
  return {
    name,
    read: (req) =>
      (req.headers.cookie ?? '').split(';').flatMap((pair) => {
        const at = pair.indexOf('=')
        return pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : []
      }),
    holding: (id) => `${name}=${id}; Max-Age=${LONGEST_MS / 1000}; ${rules}`,
    gone: `${name}=; Max-Age=0; ${rules}`,
  }
}

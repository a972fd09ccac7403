import type { IncomingMessage } from 'node:http'
import { LOCAL, NOBODY, type Principal } from '../../graphql/principal.ts'
import type { Log } from '../log.ts'
import { Attempts } from './attempts.ts'
import { createSessionCookie, type SessionCookie } from './cookie.ts'
import { createNameCheck } from './names.ts'
import { peerOf } from './peer.ts'
import { carriesPreflight } from './preflight.ts'
import {
  NO_PREFLIGHT,
  NO_TOKEN,
  READS_ONLY,
  SESSION_OVER,
  tooManyAttempts,
  WRONG_TOKEN,
  type Refusal,
} from './refusal.ts'
import { Sessions, type FoundSession } from './sessions.ts'
import { createTokens, type Grant } from './tokens.ts'

export interface AccessOptions {
  /** None: everybody is whoever sits at the machine. */
  readonly grants: readonly Grant[]
  /** The address or name that is listened at. */
  readonly host: string
  /** The name behind a proxy, as an origin: `https://entente.example`. */
  readonly publicOrigin: string | null
  readonly log: Log
  /** Milliseconds of the epoch. */
  readonly now?: () => number
}

/** Who may come in. */
export class Access {
  /** Whether tokens are set. */
  readonly required: boolean
  /** Why a request is not answered at all, whoever asks: as a sentence, or null. */
  readonly refusal: (req: IncomingMessage) => string | null
  /** Whether people reach it by TLS, at a proxy. */
  readonly overTls: boolean
  readonly cookie: SessionCookie
  readonly #grantOf: (token: string) => Principal | null
  readonly #sessions: Sessions
  readonly #attempts: Attempts
  readonly #behindProxy: boolean
  readonly #log: Log

  constructor({ grants, host, publicOrigin, log, now = Date.now }: AccessOptions) {
    this.required = grants.length > 0
    this.refusal = createNameCheck({ tokens: this.required, host, publicOrigin })
    this.overTls = publicOrigin?.startsWith('https:') ?? false
    this.cookie = createSessionCookie(this.overTls)
    this.#grantOf = createTokens(grants)
    this.#sessions = new Sessions(now)
    this.#attempts = new Attempts(now)
    this.#behindProxy = publicOrigin !== null
    this.#log = log
  }

  /** How many people are signed in. */
  get sessions(): number {
    return this.#sessions.size
  }

  /**
   * Who asks: NOBODY where nothing was shown; a refusal where what was shown does not hold. A Bearer token comes before a cookie.
   * Authorization of another kind is a proxy's own affair.
   */
  principalOf(req: IncomingMessage): Principal | Refusal {
    if (!this.required) return LOCAL
    const token = bearerOf(req)
    if (token !== null) return this.#check(req, token)
    const ids = this.cookie.read(req)
    if (ids.length === 0) return NOBODY
    if (!carriesPreflight(req)) return NO_PREFLIGHT
    return this.#sessionOf(ids, true)?.principal ?? SESSION_OVER
  }

  /** Who asks, where they may do what is asked; else why not. */
  admit(req: IncomingMessage, demand: 'read' | 'write'): Principal | Refusal {
    const who = this.principalOf(req)
    if (isRefusal(who)) return who
    if (!who.mayRead) return NO_TOKEN
    return demand === 'write' && !who.mayWrite ? READS_ONLY : who
  }

  /** Begins a session of whom a token lets in, and ends the one that was there; returns its Set-Cookie header. */
  signIn(req: IncomingMessage, token: string): { readonly cookie: string; readonly session: FoundSession } | Refusal {
    const who = this.#check(req, token)
    if (isRefusal(who)) return who
    this.signOut(req)
    const id = this.#sessions.begin(who)
    const session = this.#sessions.find(id, false)
    if (!session) throw new RangeError('A session is over before it begins.')
    this.#log.info('Somebody signed in.', { name: who.name, mayWrite: who.mayWrite })
    return { cookie: this.cookie.holding(id), session }
  }

  /** The session that a request carries, or null. To look does not prolong it. */
  sessionOf(req: IncomingMessage): FoundSession | null {
    return this.required ? this.#sessionOf(this.cookie.read(req), false) : null
  }

  /** Ends the session that a request carries, if it does. */
  signOut(req: IncomingMessage): void {
    for (const id of this.cookie.read(req)) this.#sessions.end(id)
  }

  #sessionOf(ids: readonly string[], use: boolean): FoundSession | null {
    for (const id of ids) {
      const session = this.#sessions.find(id, use)
      if (session) return session
    }
    return null
  }

  #check(req: IncomingMessage, token: string): Principal | Refusal {
    const peer = peerOf(req, this.#behindProxy)
    const wait = this.#attempts.secondsToWait(peer)
    if (wait > 0) return tooManyAttempts(wait)
    const who = this.#grantOf(token)
    if (who) return who
    this.#attempts.wrong(peer)
    this.#log.warn('A wrong token was shown.', { peer })
    return WRONG_TOKEN
  }
}

export function isRefusal(answer: Principal | Refusal | object): answer is Refusal {
  return 'status' in answer
}

/** RFC 6750; the name of the scheme is of any case. */
function bearerOf(req: IncomingMessage): string | null {
  const [bearer, token = ''] = /^bearer(?:\s+(.*))?$/i.exec(req.headers.authorization ?? '') ?? []
  return bearer === undefined ? null : token
}

import { randomBytes } from 'node:crypto'
import type { Principal } from '../../graphql/principal.ts'
import { digestOf } from './tokens.ts'

/** How long a session lasts at most, milliseconds. */
export const LONGEST_MS = 12 * 3_600_000
/** How long it lasts without being used. */
export const IDLE_MS = 3_600_000
/** Sessions that are kept at once. */
export const MOST_SESSIONS = 1_000

interface Session {
  readonly principal: Principal
  readonly beganAt: number
  readonly usedAt: number
}

/** Whose session it is, and when it ends if it is not used before, in milliseconds of the epoch. */
export interface FoundSession {
  readonly principal: Principal
  readonly expiresAt: number
}

/**
 * Sessions of people who have shown a token, in memory: a restart ends them. Ids are 256 random bits, kept as their digests only, so
 * that a picture of the memory signs nobody in.
 */
export class Sessions {
  readonly #now: () => number
  /** By digest of the id; the one that was used longest ago comes first. */
  readonly #sessions = new Map<string, Session>()

  constructor(now: () => number) {
    this.#now = now
  }

  get size(): number {
    return this.#sessions.size
  }

  /** Begins a session and returns its id. Where there are too many, one ends: of the same person, else of whoever used theirs longest ago. */
  begin(principal: Principal): string {
    if (this.#sessions.size >= MOST_SESSIONS) this.#makeRoom(principal)
    const id = randomBytes(32).toString('base64url')
    const now = this.#now()
    this.#sessions.set(keyOf(id), { principal, beganAt: now, usedAt: now })
    return id
  }

  /** The session of an id, or null where there is none or it is over. To use it prolongs it. */
  find(id: string, use: boolean): FoundSession | null {
    const key = keyOf(id)
    const session = this.#sessions.get(key)
    if (!session) return null
    const now = this.#now()
    if (now >= endOf(session)) {
      this.#sessions.delete(key)
      return null
    }
    if (!use) return { principal: session.principal, expiresAt: endOf(session) }
    const used = { ...session, usedAt: now }
    this.#sessions.delete(key)
    this.#sessions.set(key, used)
    return { principal: used.principal, expiresAt: endOf(used) }
  }

  end(id: string): void {
    this.#sessions.delete(keyOf(id))
  }

  #makeRoom(principal: Principal): void {
    const now = this.#now()
    for (const [key, session] of this.#sessions) if (now >= endOf(session)) this.#sessions.delete(key)
    if (this.#sessions.size < MOST_SESSIONS) return
    const [oldest] = this.#sessions.keys()
    const own = [...this.#sessions].find(([, session]) => session.principal === principal)?.[0]
    this.#sessions.delete(own ?? oldest ?? '')
  }
}

function keyOf(id: string): string {
  return digestOf(id).toString('base64url')
}

function endOf({ beganAt, usedAt }: Session): number {
  return Math.min(beganAt + LONGEST_MS, usedAt + IDLE_MS)
}

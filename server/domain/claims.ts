import { AFTER_ALL, BEFORE_ALL, type Day } from './days.ts'
import type { DatedStatus, Denials } from './snapshot.ts'
import type { About, Stance } from './words.ts'

/** What is needed of a piece of evidence to say what it does to its event. */
export interface Claim {
  /** Day of its document; null: never known. */
  readonly published: Day | null
  /** Whom it goes back to: its relayedFrom, else its source. */
  readonly origin: string
  readonly stance: Stance
  readonly about: About
}

/** What evidence makes of an event. */
export interface Standing {
  /** Earliest day on which evidence that asserts the act was published; AFTER_ALL: none. */
  readonly reported: Day
  /** As of ever, sorted. */
  readonly origins: readonly string[]
  /** Null where all origins came on one day. */
  readonly originsSince: readonly { readonly on: Day; readonly origins: readonly string[] }[] | null
  readonly denials: Denials | null
  /** Day of the latest evidence of any stance; BEFORE_ALL: none. */
  readonly lastWord: Day
}

/** The day on which a claim became known, its origins day by day, and the first denials. */
export function standingOf(claims: readonly Claim[]): Standing {
  const asserting = claims.filter(
    (claim) => claim.stance === 'ASSERTS' && claim.about === 'ACT' && claim.published !== null,
  )
  const days = [...new Set(asserting.map((claim) => claim.published ?? AFTER_ALL))].sort((a, b) => a - b)
  const steps = days.map((on) => ({
    on,
    origins: [
      ...new Set(asserting.filter((claim) => (claim.published ?? AFTER_ALL) <= on).map((claim) => claim.origin)),
    ].sort(),
  }))
  return {
    reported: days[0] ?? AFTER_ALL,
    origins: steps.at(-1)?.origins ?? [],
    originsSince: steps.length > 1 ? steps : null,
    denials: denialsOf(claims),
    lastWord: Math.max(BEFORE_ALL, ...claims.map((claim) => claim.published ?? BEFORE_ALL)),
  }
}

function denialsOf(claims: readonly Claim[]): Denials | null {
  const first = (about: About): Day => {
    const days = claims
      .filter((claim) => claim.stance === 'DENIES' && claim.about === about)
      .map((claim) => claim.published ?? AFTER_ALL)
    return Math.min(AFTER_ALL, ...days)
  }
  const denials = { act: first('ACT'), content: first('CONTENT') }
  return denials.act === AFTER_ALL && denials.content === AFTER_ALL ? null : denials
}

/** The status as of ever (0 is REPORTED), with the way to it; null where it never changed. */
export function statusSteps(steps: readonly DatedStatus[]): { status: number; history: readonly DatedStatus[] | null } {
  const ascending = steps.toSorted((a, b) => a.on - b.on)
  return { status: ascending.at(-1)?.status ?? 0, history: ascending.length > 0 ? ascending : null }
}

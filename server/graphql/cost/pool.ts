import { DISTANCING_RULES, type DistancingRule } from '../../domain/words.ts'

/** The events of some collections, from which an answer takes what it shows. */
export interface Pool {
  events: number
  /** Pieces of evidence on them. */
  evidence: number
  /** On one of them. */
  mostEvidence: number
  /** Those of them that cooperate. */
  cooperation: number
  /** Those of them that a rule admits as distancing. */
  readonly admitted: Record<DistancingRule, number>
}

export const NO_EVENTS: Pool = {
  events: 0,
  evidence: 0,
  mostEvidence: 0,
  cooperation: 0,
  admitted: { STRICT: 0, CONDEMNATION: 0, THREATENED: 0, WEAK: 0 },
}

/** All of them together. */
export function together(pools: readonly Pool[]): Pool {
  return combined(pools, (a, b) => a + b)
}

/** As much as any one of them. */
export function widest(pools: readonly Pool[]): Pool {
  return combined(pools, Math.max)
}

/** No more than either. */
export function lesser(a: Pool, b: Pool): Pool {
  return { ...combine(a, b, Math.min), mostEvidence: Math.min(a.mostEvidence, b.mostEvidence) }
}

function combined(pools: readonly Pool[], join: (a: number, b: number) => number): Pool {
  return pools.reduce((all, each) => combine(all, each, join), NO_EVENTS)
}

function combine(a: Pool, b: Pool, join: (a: number, b: number) => number): Pool {
  const admitted = { ...a.admitted }
  for (const rule of DISTANCING_RULES) admitted[rule] = join(a.admitted[rule], b.admitted[rule])
  return {
    events: join(a.events, b.events),
    evidence: join(a.evidence, b.evidence),
    mostEvidence: Math.max(a.mostEvidence, b.mostEvidence),
    cooperation: join(a.cooperation, b.cooperation),
    admitted,
  }
}

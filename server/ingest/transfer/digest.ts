import { hash } from 'node:crypto'
import type { Kept } from '../../store/graph-store.ts'
import { canonicalJson } from './canonical-json.ts'

/** What a store keeps, in the order in which it is told. */
export const KEPT_TYPES: readonly Kept['type'][] = [
  'collection',
  'source',
  'actor',
  'affiliation',
  'event',
  'import',
  'held',
  'merge',
  'removed',
  'audit',
]

const NONE = {
  collection: 0,
  source: 0,
  actor: 0,
  affiliation: 0,
  event: 0,
  import: 0,
  held: 0,
  merge: 0,
  removed: 0,
  audit: 0,
}

export type Counts = Readonly<Record<Kept['type'], number>>

/** All that was kept, in short. */
export interface Summary {
  readonly counts: Counts
  /** 64 hexadecimal digits. */
  readonly digest: string
}

/**
 * The sum, modulo 2^256, of the SHA-256 of each thing that a store keeps, so that it does not matter in which order they come. Two
 * stores have the same exactly when they keep the same, short of somebody who forges: it finds mistakes, it is no signature.
 * Construction: Bellare and Micciancio, "A New Paradigm for Collision-Free Hashing" (1997), AdHash.
 */
export class Digest {
  #sum = 0n
  readonly #counts: Record<Kept['type'], number> = { ...NONE }

  /** Takes one thing up. @returns it as the text that was taken up. */
  add(kept: Kept): string {
    const text = canonicalJson(kept)
    this.#sum = BigInt.asUintN(256, this.#sum + BigInt(`0x${hash('sha256', text, 'hex')}`))
    this.#counts[kept.type] += 1
    return text
  }

  summary(): Summary {
    return { counts: { ...this.#counts }, digest: this.#sum.toString(16).padStart(64, '0') }
  }
}

export function isSameSummary(one: Summary, other: Summary): boolean {
  return one.digest === other.digest && KEPT_TYPES.every((type) => countOf(one, type) === countOf(other, type))
}

/** Types that came with a later format are not counted in a backup of an earlier one. */
function countOf({ counts }: Summary, type: Kept['type']): number {
  return (counts as Partial<Counts>)[type] ?? 0
}

/** How many things in all. */
export function total(counts: Counts): number {
  return KEPT_TYPES.reduce((sum, type) => sum + counts[type], 0)
}

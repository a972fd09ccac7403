import type { Question, QuestionKind } from '../types.ts'

/** What can be asked: what curators prepare, and who moved first. */
export type AskKind = QuestionKind | 'MOVED_FIRST'
export const ASK_KINDS: readonly AskKind[] = [
  'DISTANCING',
  'COOPERATION',
  'CONDEMNATION',
  'KNOWN_ON',
  'SINGLE_ORIGIN',
  'CONNECTION',
  'MOVED_FIRST',
]

/** A question with its slots; null: any. */
export interface Ask {
  readonly kind: AskKind
  /** Ids of actors. */
  readonly toward: string | null
  readonly by: string | null
  /** Words that the scope of an act must hold. */
  readonly scope: string | null
}

export const NO_SLOTS = { toward: null, by: null, scope: null } as const

/** The question that a curator prepared, as one whose slots can be changed. Its days stand in the view. */
export function askOf({ kind, toward, by }: Pick<Question, 'kind' | 'toward' | 'by'>): Ask {
  return { kind, toward: toward?.id ?? null, by: by?.id ?? null, scope: null }
}

export function isSameAsk(a: Ask | null, b: Ask | null): boolean {
  if (!a || !b) return a === b
  return a.kind === b.kind && a.toward === b.toward && a.by === b.by && a.scope === b.scope
}

import type { View } from '../view/view.ts'

/** What narrows acts beyond what the contract can be asked for: words of the scope, and the day on which they became known. */
export interface Narrowing {
  /** Beginnings of words, folded; empty: any scope. */
  readonly words: readonly string[]
  readonly since: string | null
  readonly until: string | null
}

interface Narrowed {
  readonly scope?: string | null
  /** Left out where no days are narrowed to. */
  readonly events?: { readonly nodes: readonly { readonly reportedOn: string }[] }
}

/** What the words of a scope, and a window of what became known, narrow acts to. */
export function toNarrowing(scope: string | null, { window, clock }: Pick<View, 'window' | 'clock'>): Narrowing {
  const known = clock === 'KNOWN' ? window : null
  return { words: folded(scope ?? ''), since: known?.since ?? null, until: known?.until ?? null }
}

/** Whether acts are narrowed by the days on which they became known. */
export function narrowsDays({ since, until }: Narrowing): boolean {
  return since !== null || until !== null
}

/** Whether every act is within. */
export function narrowsNothing(narrowing: Narrowing): boolean {
  return narrowing.words.length === 0 && !narrowsDays(narrowing)
}

/** Whether an act has the words, and an event that became known in the days. */
export function isWithin({ words, since, until }: Narrowing, { scope, events }: Narrowed): boolean {
  const known = events?.nodes.some(
    ({ reportedOn }) => (since === null || reportedOn >= since) && (until === null || reportedOn <= until),
  )
  return (known === true || (since === null && until === null)) && holdsWords(words, scope)
}

/** Whether each of the words begins a word of the scope. */
export function holdsWords(words: readonly string[], scope: string | null | undefined): boolean {
  const own = folded(scope ?? '')
  return words.every((word) => own.some((each) => each.startsWith(word)))
}

/** The words of a text without case and accents. */
export function folded(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

import type { Network } from '../types.ts'
import { count } from '../words/dates.ts'

/**
 * What is said where a part of the ties is drawn: `500 of 4,064 ties drawn, the strongest.`, and of the others how strong they are at
 * most. Null where all are drawn.
 */
export function tooMuchWords({ ties }: Network): { readonly drawn: string; readonly rest: string } | null {
  if (!ties.truncated) return null
  const shown = ties.items.length.toLocaleString('en')
  const most = Math.min(...ties.items.map(({ total }) => total))
  const others = (ties.total - ties.items.length).toLocaleString('en')
  const each = Number.isFinite(most) ? ` have at most ${count(most, 'event')} each` : ' are not drawn'
  return {
    drawn: `${shown} of ${count(ties.total, 'tie')} drawn, the strongest.`,
    rest: `The other ${others}${each}. Counts and answers use all of them.`,
  }
}

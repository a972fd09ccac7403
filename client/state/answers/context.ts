import type { Collection, Question } from '../types.ts'
import type { View } from '../view/view.ts'

/** What a question is asked under. */
export interface AskContext {
  readonly question: Question
  readonly collection: Collection
  readonly view: View
  /** The chosen day, else the default of the collection; null while it is empty. */
  readonly asKnownOn: string | null
  readonly signal: AbortSignal
}

/** The filter that every question of a collection begins with. */
export function baseFilter({ collection, asKnownOn }: Pick<AskContext, 'collection' | 'asKnownOn'>) {
  return { collections: [collection.id], ...(asKnownOn === null ? {} : { asKnownOn }) }
}

/** What nobody denies of itself: a denied act is in no answer but in the list. */
export const NOT_DENIED = ['REPORTED', 'CONFIRMED', 'REVERSED'] as const

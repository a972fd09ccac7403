import type { Collection } from '../types.ts'
import type { View } from '../view/view.ts'
import type { Asking } from './asking.ts'

/** What a question is asked under. */
export interface AskContext {
  readonly question: Asking
  readonly collection: Collection
  readonly view: View
  /** The chosen day, else the default of the collection; null while it is empty. */
  readonly asKnownOn: string | null
  readonly signal: AbortSignal
}

/** The filter that every question of a collection begins with. */
export function baseFilter({ collection, asKnownOn, view }: Pick<AskContext, 'collection' | 'asKnownOn' | 'view'>) {
  return { collections: [collection.id], ...(asKnownOn === null ? {} : { asKnownOn }), ...windowFilter(view) }
}

/** The window that the reader has set, on the clock that it is of. */
function windowFilter({ window, clock }: Pick<View, 'window' | 'clock'>) {
  if (!window) return {}
  const { since, until } = window
  return clock === 'HAPPENED'
    ? { ...(since === null ? {} : { occurredSince: since }), ...(until === null ? {} : { occurredUntil: until }) }
    : { ...(since === null ? {} : { reportedSince: since }), ...(until === null ? {} : { reportedUntil: until }) }
}

/** What nobody denies of itself: a denied act is in no answer but in the list. */
export const NOT_DENIED = ['REPORTED', 'CONFIRMED', 'REVERSED'] as const

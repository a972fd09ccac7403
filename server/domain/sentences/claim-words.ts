import type { EventColumns, Row } from '../snapshot.ts'
import type { View } from '../view.ts'
import type { Status } from '../words.ts'

/** Something that is claimed, for the choice of its wording. */
export interface Claimed {
  /** An event whose collection says whether it is coded. */
  readonly row: Row
  readonly status: Status
}

/** Whether an event is a row of a data set. */
export function isCoded(view: View, row: Row): boolean {
  const { events, collections } = view.snapshot
  return collections[events.collection[row] as number]?.kind === 'DATA_SET'
}

/** `reported`, `coded` or `reported or coded`: what must be said of claims told together; null where all are confirmed. */
export function claimWords(view: View, claims: readonly Claimed[]): string | null {
  const open = claims.filter((claim) => claim.status !== 'CONFIRMED')
  const words = [
    ...(open.some((claim) => !isCoded(view, claim.row)) ? ['reported'] : []),
    ...(open.some((claim) => isCoded(view, claim.row)) ? ['coded'] : []),
  ]
  return words.length > 0 ? words.join(' or ') : null
}

/** The scope of an event without the spaces round it; null where none is stated. */
export function scopeWords(events: EventColumns, row: Row): string | null {
  const scope = events.scope[row] as number
  return scope < 0 ? null : (events.scopes[scope] as string).trim() || null
}

import type { Criteria } from './criteria.ts'
import { FLAG, type EventColumns, type Row } from './snapshot.ts'

/** Whether the row is the second of two in which a data set coded one meeting from both sides. */
export function isMirror({ flags }: EventColumns, row: Row): boolean {
  return ((flags[row] as number) & FLAG.MIRROR) !== 0
}

/**
 * Whether the criteria name who acted or who was acted toward. Where a meeting that was coded in both directions counts once, its
 * flagged row does not count; but here the direction matters, and the other row of the meeting is not among theirs.
 */
export function isDirected({ actor, target }: Criteria): boolean {
  return actor !== undefined || target !== undefined
}

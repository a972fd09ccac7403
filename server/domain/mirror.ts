import type { Criteria } from './criteria.ts'
import { FLAG, type EventColumns, type Row } from './snapshot.ts'

/**
 * Whether a row counts where a meeting that was coded in both directions counts once. The flagged row does not, unless the criteria
 * name who acted or who was acted toward: then the direction matters, and the other row of the meeting is not among theirs.
 */
export function isCounted(events: EventColumns, row: Row, criteria: Criteria): boolean {
  const isDirected = criteria.actor !== undefined || criteria.target !== undefined
  return isDirected || ((events.flags[row] as number) & FLAG.MIRROR) === 0
}

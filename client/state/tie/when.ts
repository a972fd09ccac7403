import type { EventRow } from '../types.ts'
import { dayWords, occurredWords } from '../words/dates.ts'

/** Whether an act still went on when it became known, as far as anybody says. */
export function continues({ occurred, reportedOn }: Pick<EventRow, 'occurred' | 'reportedOn'>): boolean {
  const { extent, latest, openEnd } = occurred
  return extent === 'THROUGHOUT' && (openEnd || (!!latest && latest >= reportedOn))
}

/** `continues, start not stated`, `continues since 1 Sep 2025`; of what does not go on, `occurredWords`. */
export function whenWords(event: Pick<EventRow, 'occurred' | 'reportedOn'>): string {
  if (!continues(event)) return occurredWords(event.occurred)
  const { earliest, openStart } = event.occurred
  if (earliest) return `continues since ${dayWords(earliest)}`
  return openStart ? 'continues, without a beginning' : 'continues, start not stated'
}

/** Whether something was suspended while the same pair surely cooperated: when the suspension was there, the cooperation went on. */
export function isAtTheSameTime(events: readonly EventRow[]): boolean {
  const done = events.filter(
    ({ stage, status }) => stage === 'ACTUAL' && (status === 'REPORTED' || status === 'CONFIRMED'),
  )
  const suspended = done.filter(({ kind }) => kind === 'SUSPENSION')
  return done.some(({ kind, occurred }) => {
    if (kind !== 'COOPERATION' || occurred.extent !== 'THROUGHOUT') return false
    return suspended.some(({ occurred: { latest } }) => {
      return !!latest && (occurred.openEnd || (!!occurred.latest && occurred.latest >= latest))
    })
  })
}

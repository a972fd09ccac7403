import type { EventRow } from '../types.ts'
import { dayWords, occurredWords } from '../words/dates.ts'
import { capitalised } from '../words/words.ts'

/** Whether an act still went on when it became known, as far as anybody says. */
export function continues({ occurred, reportedOn }: Pick<EventRow, 'occurred' | 'reportedOn'>): boolean {
  const { extent, latest, openEnd } = occurred
  return extent === 'THROUGHOUT' && (openEnd || (!!latest && latest >= reportedOn))
}

/** `continues, start not stated`, `continues since 1 Sep 2025`; of what does not go on, `occurredWords`. */
export function whenWords(event: Pick<EventRow, 'occurred' | 'reportedOn'>): string {
  return continues(event) ? continuesWords(event) : occurredWords(event.occurred)
}

/** `Happened Sep to 11 Oct 2025`, `Continues, start not stated` */
export function happenedWords(event: Pick<EventRow, 'occurred' | 'reportedOn'>): string {
  return continues(event) ? capitalised(continuesWords(event)) : `Happened ${occurredWords(event.occurred)}`
}

/** Of what goes on: `continues since 1 Sep 2025`. */
export function continuesWords({ occurred: { earliest, openStart } }: Pick<EventRow, 'occurred'>): string {
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

import { reporterWords } from '../../state/details/evidence.ts'
import type { EventDetails } from '../../state/types.ts'
import { dayWords } from '../../state/words/dates.ts'
import { STATUS_WORDS, capitalised } from '../../state/words/words.ts'

interface Props {
  readonly event: EventDetails
  readonly asKnownOn: string | null
}

/** The steps taken, then what has not happened. */
export function StatusSteps({ event, asKnownOn }: Props) {
  const reported = { status: 'REPORTED' as const, on: event.reportedOn, note: null }
  const steps = event.history.length > 0 ? event.history : [reported]
  const past = new Set(steps.map(({ status }) => status))
  const open = (['CONFIRMED', 'DENIED', 'REVERSED'] as const).filter((status) => !past.has(status))
  const by = reporterWords(event.evidence)
  return (
    <ol className="steps">
      {steps.map(({ status, on, note }) => (
        <li key={`${status} ${on}`}>
          <span className="dot full" aria-hidden="true" />
          <span>
            <strong>{capitalised(STATUS_WORDS[status])}</strong> {dayWords(on)}
            {note ? `, ${note}` : status === 'REPORTED' && by ? `, by ${by}` : ''}
          </span>
        </li>
      ))}
      {open.length > 0 ? (
        <li className="not">
          <span className="dot" aria-hidden="true" />
          <span>
            <strong>Not {orWords(open.map((status) => STATUS_WORDS[status]))}</strong>
            {asKnownOn ? ` as of ${dayWords(asKnownOn)}` : ''}
          </span>
        </li>
      ) : null}
    </ol>
  )
}

/** `confirmed, denied or reversed` */
function orWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

import {
  addDays,
  dayWords,
  daysBetween,
  delayWords,
  doubtWords,
  occurredWords,
  type Occurred,
} from '../../state/words/dates.ts'
import type { EventKind } from '../../state/types.ts'

interface Props {
  readonly occurred: Occurred
  readonly reportedOn: string
  readonly kind: EventKind
}

const WIDTH = 372

/** When it happened, as wide as the doubt, and when it became known. */
export function Clocks({ occurred, reportedOn, kind }: Props) {
  const { earliest, latest } = occurred
  const days = [earliest, latest, reportedOn].filter((day) => day !== null && day !== undefined).sort()
  const last = days.at(-1) ?? reportedOn
  // A start that is not stated is drawn from the edge, with room for it.
  const first = earliest ?? addDays(days[0] ?? reportedOn, -30)
  const span = Math.max(1, daysBetween(first, last))
  const x = (day: string) => 4 + (daysBetween(first, day) / span) * (WIDTH - 8)
  const from = earliest ? x(earliest) : 0
  const to = latest ? x(latest) : WIDTH
  const delay = delayWords(occurred, reportedOn)
  const doubt = doubtWords(occurred)
  return (
    <>
      <dl className="pairs">
        <dt>Happened</dt>
        <dd>
          {occurredWords(occurred)}
          {doubt ? <span className="quiet"> {doubt}</span> : null}
        </dd>
        <dt>Became known</dt>
        <dd>
          {dayWords(reportedOn)} <span className="quiet">day</span>
        </dd>
      </dl>
      <svg className={`clocks ${kind}`} viewBox={`0 0 ${WIDTH} 44`} aria-hidden="true">
        <path className="rule" d={`M0 22H${WIDTH}M0 43H${WIDTH}`} />
        {occurred.extent === 'THROUGHOUT' ? (
          <rect className="sure" x={from} y="9" width={Math.max(3, to - from)} height="3" />
        ) : (
          <rect className="doubt" x={from} y="4" width={Math.max(4, to - from)} height="14" rx="3" />
        )}
        <rect className="sure" x={x(reportedOn) - 3} y="26" width="6" height="14" />
      </svg>
      {delay ? <p className="quiet">Known {delay}.</p> : null}
    </>
  )
}

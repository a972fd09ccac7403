import { endOf, startOf, type Axis } from '../../state/time/axis.ts'
import type { Bucket } from '../../state/time/timed.ts'
import type { EventKind } from '../../state/types.ts'
import { KINDS } from '../../state/view/view.ts'
import { spanWords } from '../../state/words/months.ts'

interface Props {
  readonly buckets: readonly Bucket[]
  readonly hidden: readonly EventKind[]
  readonly axis: Axis
  readonly width: number
  /** px */
  readonly height: number
}

/** Where there are too many acts to draw each: how many began in each stretch of time, by kind. */
export function BarsLane({ buckets, hidden, axis, width, height }: Props) {
  const bars = buckets.map(({ start, end, counts }) => ({
    start,
    end,
    counts: counts.filter(({ kind }) => !hidden.includes(kind)),
  }))
  const totals = bars.map(({ counts }) => counts.reduce((sum, { events }) => sum + events, 0))
  const most = Math.max(1, ...totals)
  return (
    <div className="happened-lane bars" style={{ height }}>
      <p className="unseen">{barsWords(bars, totals)}.</p>
      {bars.map(({ start, end, counts }) => {
        const left = Math.round(startOf(axis, start) * width)
        return (
          <span key={start} className="bar" style={{ left, width: Math.max(1, endOf(axis, end) * width - left - 1) }}>
            {KINDS.map((kind) => {
              const events = counts.find((each) => each.kind === kind)?.events ?? 0
              return events === 0 ? null : (
                <span key={kind} className={`part ${kind}`} style={{ height: (events / most) * (height - 2) }} />
              )
            })}
          </span>
        )
      })}
    </div>
  )
}

function barsWords(bars: readonly Pick<Bucket, 'start' | 'end'>[], totals: readonly number[]): string {
  const most = Math.max(0, ...totals)
  const busiest = bars[totals.indexOf(most)]
  const all = totals.reduce((sum, each) => sum + each, 0)
  if (!busiest) return 'No acts'
  return `${all.toLocaleString('en')} acts by when they began, most in ${spanWords(busiest.start, busiest.end)}: ${most.toLocaleString('en')}`
}

import type { KnownMonth } from '../../state/tie/known-months.ts'
import { KINDS } from '../../state/view/view.ts'
import { KIND_WORDS } from '../../state/words/words.ts'
import { count } from '../../state/words/dates.ts'

interface Props {
  readonly months: readonly KnownMonth[]
  /** Events that became known before these months. */
  readonly earlier: number
  readonly total: number
}

/** Of one event, where squares fit. */
const SQUARE = 9
const HEIGHT = 44

/** When the events became known, by month, stacked by kind. */
export function MonthChart({ months, earlier, total }: Props) {
  const most = Math.max(1, ...months.map(({ events }) => events.length))
  const unit = Math.min(SQUARE, HEIGHT / most)
  return (
    <section>
      <h3>
        Events by month they became known
        <span className="quiet">{total.toLocaleString('en')}</span>
      </h3>
      <ol className="months">
        {months.map(({ month, name, events }) => (
          <li key={month} aria-label={`${name} ${month.slice(0, 4)}: ${monthWords(events)}`}>
            <span className="stack" aria-hidden="true">
              {KINDS.map((kind) => {
                const of = events.filter((event) => event.kind === kind).length
                return of > 0 ? <span key={kind} className={kind} style={{ height: `${of * unit}px` }} /> : null
              })}
            </span>
            <span aria-hidden="true">{name}</span>
          </li>
        ))}
      </ol>
      {earlier > 0 ? <p className="quiet">{count(earlier, 'event')} earlier.</p> : null}
    </section>
  )
}

function monthWords(events: KnownMonth['events']): string {
  const parts = KINDS.flatMap((kind) => {
    const of = events.filter((event) => event.kind === kind).length
    return of > 0 ? `${KIND_WORDS[kind].toLowerCase()} ${of}` : []
  })
  return parts.length > 0 ? parts.join(', ') : 'none'
}

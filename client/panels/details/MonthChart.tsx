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
        <span className="quiet">
          {total.toLocaleString('en')}
          <span className="unseen">{total === 1 ? ' event' : ' events'}</span>
        </span>
      </h3>
      <ol className="months">
        {months.map(({ month, name, events }) => (
          <li key={month} aria-hidden={events.length === 0} aria-label={monthWords(name, month, events)}>
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

/** Of a month without any the empty place is seen, and nothing heard. */
function monthWords(name: string, month: string, events: KnownMonth['events']): string {
  const parts = KINDS.flatMap((kind) => {
    const of = events.filter((event) => event.kind === kind).length
    return of > 0 ? `${KIND_WORDS[kind].toLowerCase()} ${of}` : []
  })
  return `${name} ${month.slice(0, 4)}: ${parts.join(', ')}`
}

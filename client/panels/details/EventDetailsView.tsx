import { dayWords } from '../../state/words/dates.ts'
import type { EventDetails } from '../../state/types.ts'
import { KIND_WORDS, STAGE_WORDS, STATUS_WORDS, capitalised, subtypeWords } from '../../state/words/words.ts'
import { ActList } from './ActList.tsx'
import { Clocks } from './Clocks.tsx'
import { CloseButton } from './CloseButton.tsx'
import { EvidenceCardView } from './EvidenceCardView.tsx'
import { KindMark } from '../parts/KindMark.tsx'

/** One event down to its evidence: the act, its scope, the two clocks, how its status came to be, who says so and who denies it. */
export function EventDetailsView({ event }: { readonly event: EventDetails }) {
  const asserting = event.evidence.filter(({ stance }) => stance === 'ASSERTS')
  const others = event.evidence.filter(({ stance }) => stance !== 'ASSERTS')
  return (
    <div>
      <header>
        <CloseButton />
        <Chips event={event} />
        <h2>{event.sentence}</h2>
        <p>
          <span className="quiet">Scope</span> {event.scope ?? 'not stated'}
        </p>
        {event.kind === 'SUSPENSION' ? (
          <p className="quiet">Nothing outside this scope is claimed to have stopped.</p>
        ) : null}
        {event.summary ? <p>{event.summary}</p> : null}
      </header>
      <section>
        <h3>Two clocks</h3>
        <Clocks occurred={event.occurred} reportedOn={event.reportedOn} kind={event.kind} />
      </section>
      <section>
        <h3>Status history</h3>
        <History event={event} />
      </section>
      <section>
        <h3>
          Evidence for this act{' '}
          <span className="quiet">{event.originCount === 1 ? '1 origin' : `${event.originCount} origins`}</span>
        </h3>
        <ul className="cards">
          {asserting.map((evidence) => (
            <EvidenceCardView key={evidence.id} evidence={evidence} />
          ))}
        </ul>
      </section>
      {others.length > 0 ? (
        <section>
          <h3>{othersTitle(event)}</h3>
          <ul className="cards">
            {others.map((evidence) => (
              <EvidenceCardView key={evidence.id} evidence={evidence} />
            ))}
          </ul>
        </section>
      ) : null}
      <Linked title="It ended" events={event.breaks} />
      <Linked title="It restored" events={event.restores} />
    </div>
  )
}

function Chips({ event }: { readonly event: EventDetails }) {
  return (
    <p className="chips">
      <span className="chip">
        <KindMark kind={event.kind} stage={event.stage} />
        {KIND_WORDS[event.kind].toLowerCase()} · {subtypeWords(event.subtype)}
      </span>
      <span className="chip">{STAGE_WORDS[event.stage]}</span>
      <span className="chip">{STATUS_WORDS[event.status]}</span>
      {event.disputed ? <span className="chip">≠ disputed</span> : null}
      {event.answered ? <span className="chip">⇄ answered</span> : null}
      {event.code ? <span className="chip">code {event.code}</span> : null}
    </p>
  )
}

/** The steps taken, then what has not happened. */
function History({ event }: { readonly event: EventDetails }) {
  const steps = event.history.length > 0 ? event.history : [{ status: event.status, on: event.reportedOn, note: null }]
  const past = new Set(steps.map(({ status }) => status))
  const open = (['CONFIRMED', 'DENIED', 'REVERSED'] as const).filter((status) => !past.has(status))
  return (
    <ol className="steps">
      {steps.map(({ status, on, note }) => (
        <li key={`${status} ${on}`}>
          <span className="dot full" aria-hidden="true" />
          <span>
            <strong>{capitalised(STATUS_WORDS[status])}</strong> {dayWords(on)}
            {note ? `, ${note}` : ''}
          </span>
        </li>
      ))}
      {open.length > 0 ? (
        <li className="quiet">
          <span className="dot" aria-hidden="true" />
          <span>Not {open.map((status) => STATUS_WORDS[status]).join(', not ')}.</span>
        </li>
      ) : null}
    </ol>
  )
}

function Linked({ title, events }: { readonly title: string; readonly events: EventDetails['breaks'] }) {
  if (events.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ActList events={events} />
    </section>
  )
}

function othersTitle({ disputed, answered }: EventDetails): string {
  if (disputed) return answered ? '≠ disputed, ⇄ answered' : '≠ disputed: the act is denied'
  return answered ? '⇄ answered: what was said is denied' : 'Others on it'
}

import { useState } from 'react'
import type { EventWords } from '../../state/details/details.ts'
import { latest, type Loaded } from '../../state/loaded.ts'
import type { EventRow } from '../../state/types.ts'
import { count } from '../../state/words/dates.ts'
import { Notice } from '../shell/Notice.tsx'
import { EventCard } from './EventCard.tsx'

/** More are there on demand: a pair of a data set has hundreds. */
const MOST = 20

interface Props {
  readonly events: readonly EventRow[]
  readonly loaded: Loaded<ReadonlyMap<string, EventWords>>
}

/** The events of a tie, each a card that opens it. */
export function TieEvents({ events, loaded }: Props) {
  const [most, setMost] = useState(MOST)
  const words = latest(loaded)
  const rest = events.length - most
  return (
    <section>
      <h3>
        Events in this tie
        <span className="unseen">, </span>
        <span className="quiet">newest known first</span>
      </h3>
      {loaded.state === 'error' ? <Notice loaded={loaded} what="their words" /> : null}
      <ul className="event-cards">
        {events.slice(0, most).map((event) => (
          <li key={event.id}>
            <EventCard event={event} words={words?.get(event.id) ?? null} />
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <button type="button" className="link more" onClick={() => setMost(most + 5 * MOST)}>
          {count(rest, 'more event')}
        </button>
      ) : null}
    </section>
  )
}

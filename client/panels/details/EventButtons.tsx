import { change } from '../../state/actions.ts'
import { whenWords } from '../../state/tie/when.ts'
import type { EventRow } from '../../state/types.ts'
import { withSelection } from '../../state/view/steps.ts'
import { STATUS_WORDS, deedWords } from '../../state/words/words.ts'
import { KindMark } from '../parts/KindMark.tsx'

/** Events in two lines each, as buttons that open them. */
export function EventButtons({ events }: { readonly events: readonly EventRow[] }) {
  return (
    <ul className="acts">
      {events.map((event) => (
        <li key={event.id}>
          <button type="button" onClick={() => change((view) => withSelection(view, { what: 'event', id: event.id }))}>
            <KindMark kind={event.kind} stage={event.stage} />
            <span>
              <span className="link">
                {event.actor.name} → {event.target.name}
                {event.scope ? `: ${event.scope}` : ''}
              </span>{' '}
              <span className="quiet">
                {deedWords(event)} · {whenWords(event)} · {STATUS_WORDS[event.status]}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

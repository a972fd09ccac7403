import type { KindCount } from '../../state/details/actor.ts'
import type { ActorDetails } from '../../state/types.ts'
import type { Selection } from '../../state/view/view.ts'
import { count } from '../../state/words/dates.ts'
import { ACTOR_KIND_WORDS, KIND_WORDS } from '../../state/words/words.ts'
import { ActorMark } from '../parts/ActorMark.tsx'
import { KindMark } from '../parts/KindMark.tsx'
import { PanelButtons } from './PanelButtons.tsx'

interface Props {
  readonly actor: ActorDetails
  readonly counts: readonly KindCount[]
  readonly total: number
  readonly partners: number
  /** What is not in the total: events of its parts. */
  readonly more: string | null
  readonly selection: Extract<Selection, { what: 'actor' }>
  readonly pinned: boolean
}

/** The actor, and how much of each kind there is by and toward it. */
export function ActorHead({ actor, counts, total, partners, more, selection, pinned }: Props) {
  return (
    <header>
      <div className="panel-top">
        <p className="eyebrow">{ACTOR_KIND_WORDS[actor.kind]}</p>
        <PanelButtons selection={selection} pinned={pinned} />
      </div>
      <h2 className="ends" id={`of-${selection.id}`}>
        <ActorMark kind={actor.kind} />
        <span>{actor.name}</span>
      </h2>
      {total > 0 ? (
        <p>
          {count(total, 'event')} with {count(partners, 'actor')}
        </p>
      ) : (
        <p className="quiet">No act by or toward this actor is drawn.</p>
      )}
      {more === null ? null : <p className="quiet">{more}</p>}
      {counts.length > 0 ? (
        <ul className="kind-counts">
          {counts.map(({ kind, events }) => (
            <li key={kind}>
              <KindMark kind={kind} />
              <span className="unseen">{KIND_WORDS[kind]}</span> {events.toLocaleString('en')}
            </li>
          ))}
        </ul>
      ) : null}
      {actor.description ? <p>{actor.description}</p> : null}
      {actor.aliases.length > 0 ? <p className="quiet">Also: {actor.aliases.join(', ')}</p> : null}
    </header>
  )
}

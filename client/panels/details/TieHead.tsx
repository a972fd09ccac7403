import { change } from '../../state/actions.ts'
import type { OpenTie, TieEnd } from '../../state/tie/tie.ts'
import { isAtTheSameTime } from '../../state/tie/when.ts'
import { withSelection } from '../../state/view/steps.ts'
import type { Selection } from '../../state/view/view.ts'
import { count } from '../../state/words/dates.ts'
import { ActorMark } from '../parts/ActorMark.tsx'
import { PanelButtons } from './PanelButtons.tsx'

interface Props {
  readonly tie: OpenTie
  readonly selection: Extract<Selection, { what: 'tie' }>
  readonly pinned: boolean
}

/** Who toward whom, how much of it, and that there is another direction or none. */
export function TieHead({ tie, selection, pinned }: Props) {
  const { actor, target, events } = tie
  const self = actor.id === target.id
  const kinds = new Set(events.map(({ kind }) => kind)).size
  const scopes = new Set(events.flatMap(({ scope }) => scope ?? [])).size
  const counts = [
    count(events.length, 'event'),
    count(kinds, 'kind'),
    scopes > 0 ? count(scopes, 'scope') : '',
    isAtTheSameTime(events) ? 'at the same time' : '',
  ]
  return (
    <header>
      <div className="panel-top">
        <p className="eyebrow">{self ? 'Events inside' : 'Tie'}</p>
        <PanelButtons selection={selection} pinned={pinned} />
      </div>
      <h2 className="ends" id={`of-${selection.actor}>${selection.target}`}>
        <End end={actor} />
        {self ? null : (
          <>
            <span className="to" aria-hidden="true">
              →
            </span>
            <span className="unseen"> to </span>
            <End end={target} />
          </>
        )}
      </h2>
      {events.length > 0 ? <p>{counts.filter(Boolean).join(' · ')}</p> : <p>No events in this direction.</p>}
      {self ? null : <Back tie={tie} />}
    </header>
  )
}

/** An end opens its actor. */
function End({ end }: { readonly end: TieEnd }) {
  return (
    <button
      type="button"
      className="end"
      onClick={() => change((view) => withSelection(view, { what: 'actor', id: end.id }))}
    >
      {end.box ? <span className="box-mark" aria-hidden="true" /> : <ActorMark kind={end.kind} />}
      {end.name}
    </button>
  )
}

function Back({ tie: { actor, target, back } }: { readonly tie: OpenTie }) {
  const direction = `from ${target.nameInSentence} toward ${actor.nameInSentence}`
  if (back === 0) return <p className="quiet">No events {direction}.</p>
  return (
    <p className="quiet">
      <button
        type="button"
        className="link"
        onClick={() => change((view) => withSelection(view, { what: 'tie', actor: target.id, target: actor.id }))}
      >
        {count(back, 'event')} {direction}
      </button>
    </p>
  )
}

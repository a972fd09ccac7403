import { change } from '../../state/actions.ts'
import type { Cell } from '../../state/answers/answer.ts'
import { withSelection } from '../../state/view/steps.ts'
import { ActorMark } from '../parts/ActorMark.tsx'
import { KindMark } from '../parts/KindMark.tsx'

/** The words of a cell, with the marks of the picture before them. */
export function CellView({ cell }: { readonly cell: Cell }) {
  const { text, note, actor, kind, stage, opens } = cell
  return (
    <div className="cell">
      {actor ? <ActorMark kind={actor.kind} /> : null}
      {kind ? <KindMark kind={kind} stage={stage} /> : null}
      <span>
        {opens ? (
          <button type="button" className="link" onClick={() => change((view) => withSelection(view, opens))}>
            {text}
          </button>
        ) : (
          text
        )}
        {note ? <span className="quiet">{note}</span> : null}
      </span>
    </div>
  )
}

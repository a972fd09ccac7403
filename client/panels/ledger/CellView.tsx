import { change } from '../../state/actions.ts'
import type { Cell } from '../../state/answers/answer.ts'
import { withSelection } from '../../state/view/steps.ts'
import { ActorMark } from '../parts/ActorMark.tsx'
import { KindMark } from '../parts/KindMark.tsx'

/** A text of more characters may be cut in its cell. */
const LONG = 56

/** The words of a cell, with the marks of the picture before them. */
export function CellView({ cell }: { readonly cell: Cell }) {
  const { text, note, actor, kind, stage, opens, quiet } = cell
  return (
    <div className={quiet ? 'cell quiet' : 'cell'}>
      {actor ? <ActorMark kind={actor.kind} /> : null}
      {kind ? <KindMark kind={kind} stage={stage} /> : null}
      <span>
        {opens ? (
          <button
            type="button"
            className="cell-link"
            // The row is the stop of Tab; a cell is come to by arrows.
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation()
              change((view) => withSelection(view, opens))
            }}
          >
            {text}
          </button>
        ) : (
          <span className="cell-text" title={text.length > LONG ? text : undefined}>
            {text}
          </span>
        )}
        {note ? <span className="note">{note}</span> : null}
      </span>
    </div>
  )
}

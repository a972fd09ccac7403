import type { ListCell } from '../../state/list/table.ts'
import { ActorMark } from '../parts/ActorMark.tsx'
import { KindMark } from '../parts/KindMark.tsx'

/** Words of a cell, with the mark of the picture before them. */
export function ListCellView({ cell: { text, note, actor, kind, stage } }: { readonly cell: ListCell }) {
  return (
    <div className="list-cell">
      {actor ? <ActorMark kind={actor} /> : null}
      {kind ? <KindMark kind={kind} stage={stage} /> : null}
      <span>
        {text}
        {note ? <span className="list-note">{note}</span> : null}
      </span>
    </div>
  )
}

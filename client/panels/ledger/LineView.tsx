import { change } from '../../state/actions.ts'
import type { AnswerLine } from '../../state/answers/answer.ts'
import { heardLine } from '../../state/answers/heard.ts'
import { withSelection } from '../../state/view/steps.ts'
import { isSameSelection, type Selection } from '../../state/view/view.ts'
import { useLitEvents } from '../parts/use-lit-events.ts'
import { CellView } from './CellView.tsx'

interface Props {
  readonly line: AnswerLine
  /** What the row is called where it is not seen. */
  readonly name: string
  /** The other lines of the row: a cell that is null in all of them spans them. */
  readonly below: readonly AnswerLine[]
  /** What the cells say that span this line from above. */
  readonly above: readonly string[]
  readonly columns: readonly string[]
  readonly selection: Selection | null
  /** The row that Tab comes to. */
  readonly current: boolean
  /** The pointer or the keyboard is on a tie of it in the picture. */
  readonly pointed: boolean
  readonly onCome: () => void
}

/** A line of the table. Pointer and keyboard on it light its ties; a click or Enter opens it. */
export function LineView({ line, name, below, above, columns, selection, current, pointed, onCome }: Props) {
  const open = isSameSelection(selection, line.opens)
  const lit = useLitEvents(line.events)
  return (
    <tr
      data-line={line.id}
      data-events={line.events.join(' ')}
      data-name={name}
      aria-label={heardLine(line, columns, above)}
      aria-selected={open}
      className={pointed ? 'pointed' : undefined}
      tabIndex={current ? 0 : -1}
      onClick={() => change((view) => withSelection(view, line.opens))}
      onFocus={() => {
        onCome()
        lit.light()
      }}
      onBlur={lit.leave}
      onMouseEnter={lit.light}
      onMouseLeave={lit.leave}
    >
      {line.cells.map((cells, column) => {
        if (!cells) return null
        const spans = below.length > 0 && below.every((other) => other.cells[column] === null)
        const title = columns[column] ?? ''
        const Cell = column === 0 ? 'th' : 'td'
        return (
          <Cell
            key={title}
            scope={column === 0 ? 'row' : undefined}
            rowSpan={spans ? below.length + 1 : undefined}
            data-column={title}
            data-label={title.split(':')[0]}
            tabIndex={-1}
          >
            {cells.map((cell, place) => (
              <CellView key={`${place} ${cell.text}`} cell={cell} />
            ))}
          </Cell>
        )
      })}
    </tr>
  )
}

import { change } from '../../state/actions.ts'
import type { AnswerLine, AnswerTable } from '../../state/answers/answer.ts'
import { withSelection } from '../../state/view/steps.ts'
import type { Selection } from '../../state/view/view.ts'
import { CellView } from './CellView.tsx'

interface Props {
  readonly table: AnswerTable
  /** The rows of the answer, or what is told apart from them. */
  readonly part: 'rows' | 'apart'
  readonly selection: Selection | null
  /** Ids of events whose lines are to light up while the pointer is on their row. */
  readonly onHover: (events: readonly string[]) => void
}

/** The table of an answer. Each act of a row has a line; what is said of the whole row spans its lines. */
export function AnswerTableView({ table, part, selection, onHover }: Props) {
  if (table.rows.length === 0) return <p className="waiting">{table.title}</p>
  return (
    <table data-answer={part}>
      <caption>{table.title}</caption>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      {table.rows.map(({ id, lines }) => (
        <tbody key={id} data-row={id}>
          {lines.map((line, place) => (
            <tr
              key={line.id}
              data-events={line.events.join(' ')}
              className={isOpen(line, selection) ? 'selected' : undefined}
              onMouseEnter={() => onHover(line.events)}
              onMouseLeave={() => onHover([])}
            >
              <Cells line={line} below={place === 0 ? lines.slice(1) : []} />
              <td>
                <OpenButton line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** @param below the other lines of the row: a cell that is null in all of them spans them */
function Cells({ line, below }: { readonly line: AnswerLine; readonly below: readonly AnswerLine[] }) {
  return line.cells.map((cells, column) => {
    if (!cells) return null
    const spans = below.length > 0 && below.every((other) => other.cells[column] === null)
    const rows = spans ? below.length + 1 : undefined
    const content = cells.map((cell) => <CellView key={`${cell.text} ${cell.note ?? ''}`} cell={cell} />)
    return column === 0 ? (
      <th key={column} scope="row" rowSpan={rows}>
        {content}
      </th>
    ) : (
      <td key={column} rowSpan={rows}>
        {content}
      </td>
    )
  })
}

function OpenButton({ line }: { readonly line: AnswerLine }) {
  const words = line.cells.flatMap((cells) => cells?.map(({ text }) => text) ?? []).slice(0, 3)
  return (
    <button
      type="button"
      className="button"
      aria-label={`Open: ${words.join(', ')}`}
      onClick={() => change((view) => withSelection(view, line.opens))}
    >
      Open
    </button>
  )
}

function isOpen({ opens }: AnswerLine, selection: Selection | null): boolean {
  return JSON.stringify(selection) === JSON.stringify(opens)
}

import { useStore } from '@nanostores/react'
import { useRef, useState } from 'react'
import type { AnswerTable } from '../../state/answers/answer.ts'
import { spanningWords } from '../../state/answers/heard.ts'
import { $pointed } from '../../state/picture/pointed.ts'
import type { Selection } from '../../state/view/view.ts'
import { LineView } from './LineView.tsx'
import { goIn } from './grid-keys.ts'

interface Props {
  readonly table: AnswerTable
  /** The rows of the answer, or what is told apart from them. */
  readonly part: 'rows' | 'apart'
  readonly selection: Selection | null
}

/**
 * The table of an answer as a grid: up and down go from row to row, right into the cells of one, Enter opens. Each act of a row has a
 * line; what is said of the whole row spans its lines.
 */
export function AnswerTableView({ table, part, selection }: Props) {
  const pointed = useStore($pointed)
  const grid = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<string | null>(null)
  const { title, columns, widths, rows } = table
  if (rows.length === 0) return null
  const whole = widths?.reduce((sum, width) => sum + width, 0) ?? columns.length
  const first = rows[0]?.lines[0]?.id ?? null
  const lines = rows.flatMap((row) => row.lines)
  const current = lines.some(({ id }) => id === at) ? at : first
  return (
    <table
      ref={grid}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose rows and cells the arrows go through
      role="grid"
      className="answer-table"
      data-answer={part}
      onKeyDown={(event) => grid.current && goIn(grid.current, event)}
    >
      <caption className={part === 'rows' ? 'unseen' : undefined}>{title}</caption>
      <colgroup>
        {columns.map((column, place) => (
          <col key={column} data-column={column} style={{ width: `${(100 * (widths?.[place] ?? 1)) / whole}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.id} data-row={row.id}>
          {row.lines.map((line, place) => (
            <LineView
              key={line.id}
              line={line}
              name={row.name ?? row.lines[0]?.cells[0]?.[0]?.text ?? ''}
              below={place === 0 ? row.lines.slice(1) : []}
              above={place === 0 ? [] : spanningWords(row.lines)}
              columns={columns}
              selection={selection}
              current={line.id === current}
              pointed={line.events.some((id) => pointed.events.includes(id))}
              onCome={() => setAt(line.id)}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}

import type { ListColumn, ListRow } from '../../state/list/table.ts'
import { ListCellView } from './ListCellView.tsx'

interface Props {
  readonly row: ListRow
  readonly index: number
  readonly columns: readonly ListColumn[]
  /** Height of the rows before it that are not drawn, in pixels. */
  readonly before: number
  /** The column that the keyboard is on; null: on another row. */
  readonly active: number | null
  readonly selected: boolean
  readonly measure: (row: HTMLTableRowElement | null) => void
  readonly onOpen: (column: number) => void
}

export function ListRowView({ row, index, columns, before, active, selected, measure, onOpen }: Props) {
  return (
    <>
      {before > 0 ? <tr aria-hidden="true" className="list-spacer" style={{ height: before }} /> : null}
      <tr
        ref={measure}
        data-index={index}
        data-row={row.id}
        // The head is the first row.
        aria-rowindex={index + 2}
        aria-selected={selected}
        className={selected ? 'selected' : undefined}
      >
        {row.cells.map((cell, column) => {
          const { id, title, counts, spare } = columns[column] ?? { id: '', title: '' }
          const Cell = column === 0 ? 'th' : 'td'
          return (
            <Cell
              key={id}
              role={column === 0 ? 'rowheader' : 'gridcell'}
              data-cell={`${index} ${column}`}
              data-title={title}
              className={[counts ? 'counts' : '', spare ? 'spare' : ''].filter(Boolean).join(' ') || undefined}
              tabIndex={active === column ? 0 : -1}
              onClick={() => onOpen(column)}
            >
              <ListCellView cell={cell} />
            </Cell>
          )
        })}
      </tr>
    </>
  )
}

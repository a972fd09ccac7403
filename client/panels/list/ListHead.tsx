import type { Header } from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ListColumn, ListRow } from '../../state/list/table.ts'
import type { FEATURES } from './columns.ts'

interface Props {
  readonly headers: readonly Header<typeof FEATURES, ListRow>[]
  readonly columns: readonly ListColumn[]
  /** The column whose head the keyboard is on; null: on a row. */
  readonly active: number | null
  readonly onSort: (column: number) => void
}

/** The heads of the columns; a click or Enter sorts by one. */
export function ListHead({ headers, columns, active, onSort }: Props) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  return (
    <thead>
      <tr aria-rowindex={1}>
        {headers.map(({ id, column }, place) => {
          const { title, share, counts, spare } = columns[place] ?? { title: id, share: 0 }
          const sorted = column.getIsSorted()
          return (
            <th
              key={id}
              scope="col"
              data-cell={`-1 ${place}`}
              tabIndex={active === place ? 0 : -1}
              aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
              className={[counts ? 'counts' : '', spare ? 'spare' : ''].filter(Boolean).join(' ') || undefined}
              style={{ width: `${(share / whole) * 100}%` }}
              onClick={() => onSort(place)}
            >
              <span className="list-head">
                {title}
                {sorted === 'asc' ? <ArrowUp size={12} aria-hidden="true" /> : null}
                {sorted === 'desc' ? <ArrowDown size={12} aria-hidden="true" /> : null}
              </span>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

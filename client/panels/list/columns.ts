import { rowSortingFeature, tableFeatures, type ColumnDef, type SortingState } from '@tanstack/react-table'
import type { ListColumn, ListRow } from '../../state/list/table.ts'
import type { Sort } from '../../state/view/view.ts'

/** Of TanStack Table: order only, which state holds, since undo, links and files hold it too. */
export const FEATURES = tableFeatures({ rowSortingFeature })

export function toColumns(columns: readonly ListColumn[]): ColumnDef<typeof FEATURES, ListRow, unknown>[] {
  return columns.map((column, place) => ({
    id: column.id,
    header: column.title,
    accessorFn: (row) => row.by[place] ?? null,
  }))
}

export function toSorting(sort: Sort | null): SortingState {
  return sort ? [{ id: sort.column, desc: sort.descending }] : []
}

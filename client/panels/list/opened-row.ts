import type { ListRow } from '../../state/list/table.ts'
import { isSameSelection, type Selection } from '../../state/view/view.ts'

/** Whether this row opens what is selected; of one tie, the rows of all its kinds do. */
export function isOpened(row: Pick<ListRow, 'opens'> | undefined, selection: Selection | null): boolean {
  return row !== undefined && selection !== null && isSameSelection(row.opens, selection)
}

/** The place of the row where what is selected is shown: the one that the reader is on, where it is one of them, else the first; -1: none. */
export function openedRow(
  rows: readonly Pick<ListRow, 'opens'>[],
  selection: Selection | null,
  active: number,
): number {
  return isOpened(rows[active], selection) ? active : rows.findIndex((row) => isOpened(row, selection))
}

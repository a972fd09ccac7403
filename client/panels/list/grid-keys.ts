/** A cell of a grid; row -1 is its head. */
export interface GridCell {
  readonly row: number
  readonly column: number
}

/** How many rows `Page Up` and `Page Down` go. */
const PAGE = 10

/** Where a key leads in a grid of so many rows and columns, as grids of the web do; null where the key is none of the grid's. */
export function cellOfKey(
  { key, ctrl }: { readonly key: string; readonly ctrl: boolean },
  { row, column }: GridCell,
  rows: number,
  columns: number,
): GridCell | null {
  const at = (toRow: number, toColumn: number): GridCell => ({
    row: Math.max(-1, Math.min(rows - 1, toRow)),
    column: Math.max(0, Math.min(columns - 1, toColumn)),
  })
  switch (key) {
    case 'ArrowUp':
      return at(row - 1, column)
    case 'ArrowDown':
      return at(row + 1, column)
    case 'ArrowLeft':
      return at(row, column - 1)
    case 'ArrowRight':
      return at(row, column + 1)
    case 'PageUp':
      return at(Math.max(0, row - PAGE), column)
    case 'PageDown':
      return at(row + PAGE, column)
    case 'Home':
      return at(ctrl ? 0 : row, 0)
    case 'End':
      return at(ctrl ? rows - 1 : row, columns - 1)
    default:
      return null
  }
}

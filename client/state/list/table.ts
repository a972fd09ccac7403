import type { ActorKind, EventKind, Stage } from '../types.ts'
import type { ListTab, Selection, Sort } from '../view/view.ts'

/** Words of a cell, a quieter line below them, and the mark of the picture before them. */
export interface ListCell {
  readonly text: string
  readonly note?: string
  readonly actor?: ActorKind
  readonly kind?: EventKind
  readonly stage?: Stage
}

export interface ListColumn {
  /** Small letters only: it stands in the address. */
  readonly id: string
  readonly title: string
  /** Of the width of the table, beside the others. */
  readonly share: number
  /** Of numbers, which stand at the end of their cell. */
  readonly counts?: boolean
  /** What makes room first where the list is narrow: the details say it too. */
  readonly spare?: boolean
}

export interface ListRow {
  readonly id: string
  /** What the row opens. */
  readonly opens: Selection
  /** One a column. */
  readonly cells: readonly ListCell[]
  /** By what each column is sorted; null comes last either way. */
  readonly by: readonly (string | number | null)[]
}

/** One tab of the list. */
export interface ListTable {
  readonly tab: ListTab
  readonly title: string
  /** How many of what it is named for, where some have several rows. */
  readonly counted?: number
  /** What is not in it, and why. */
  readonly note: string | null
  readonly columns: readonly ListColumn[]
  /** In the list's own order. */
  readonly rows: readonly ListRow[]
}

/** The rows in the order of a column; those that it does not tell apart, and all where there is no such column, in the list's own. */
export function sortedRows({ columns, rows }: ListTable, sort: Sort | null): readonly ListRow[] {
  const column = columns.findIndex(({ id }) => id === sort?.column)
  if (!sort || column < 0) return rows
  const way = sort.descending ? -1 : 1
  return [...rows].sort((a, b) => {
    const [first, second] = [a.by[column] ?? null, b.by[column] ?? null]
    if (first === null || second === null) return first === second ? 0 : first === null ? 1 : -1
    return compare(first, second) * way
  })
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'en')
}

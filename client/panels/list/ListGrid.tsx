import { useTable } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { change } from '../../state/actions.ts'
import type { ListRow, ListTable } from '../../state/list/table.ts'
import { withSelection, withSortTurned } from '../../state/view/steps.ts'
import type { Selection, Sort } from '../../state/view/view.ts'
import { FEATURES, toColumns, toSorting } from './columns.ts'
import { cellOfKey, type GridCell } from './grid-keys.ts'
import { ListHead } from './ListHead.tsx'
import { ListRowView } from './ListRowView.tsx'
import { isOpened, openedRow } from './opened-row.ts'
import { usePrinting } from './use-printing.ts'

interface Props {
  readonly table: ListTable
  /** In the order that is shown. */
  readonly rows: readonly ListRow[]
  readonly sort: Sort | null
  readonly selection: Selection | null
}

const ROW_HEIGHT = 45
const HEAD_HEIGHT = 30

/** One tab of the list as a grid: arrows go from cell to cell, Enter opens a row or sorts by a head; only rows in sight are drawn. */
export function ListGrid({ table, rows, sort, selection }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<GridCell>({ row: 0, column: 0 })
  const toFocus = useRef(false)
  const printing = usePrinting()
  const columns = useMemo(() => toColumns(table.columns), [table.columns])
  const data = useMemo(() => [...rows], [rows])
  const grid = useTable({
    features: FEATURES,
    columns,
    data,
    manualSorting: true,
    state: { sorting: toSorting(sort) },
    getRowId: ({ id }) => id,
  })
  const model = grid.getRowModel().rows
  const virtual = useVirtualizer({
    count: model.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => model[index]?.id ?? index,
    overscan: 8,
    // The row that the keyboard is on must not go while it is out of sight.
    rangeExtractor: (range) =>
      printing
        ? model.map((_, index) => index)
        : [...new Set([...defaultRangeExtractor(range), clampRow(active.row, model.length)])]
            .filter((index) => index >= 0)
            .sort((a, b) => a - b),
  })
  const opened = openedRow(rows, selection, active.row)
  const openedKey = opened < 0 ? null : JSON.stringify([table.tab, selection])

  useEffect(() => {
    if (opened < 0) return
    setActive((now) => (now.row === opened ? now : { ...now, row: opened }))
    // A row that is clicked is in sight; one that was selected elsewhere comes to the middle.
    if (!isInSight(scroller.current, opened)) virtual.scrollToIndex(opened, { align: 'center' })
    // oxlint-disable-next-line react/exhaustive-deps -- when something else is selected, not when the order changes
  }, [openedKey])

  useEffect(() => {
    if (!toFocus.current) return
    toFocus.current = false
    if (active.row >= 0) virtual.scrollToIndex(active.row, { align: 'auto' })
    scroller.current?.querySelector<HTMLElement>(`[data-cell="${active.row} ${active.column}"]`)?.focus()
    // oxlint-disable-next-line react/exhaustive-deps -- as above
  }, [active])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return
    const here = { row: clampRow(active.row, rows.length), column: active.column }
    const next = cellOfKey({ key: event.key, ctrl: event.ctrlKey }, here, rows.length, table.columns.length)
    if (next) {
      event.preventDefault()
      toFocus.current = true
      setActive(next)
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      if (here.row < 0) sortBy(here.column)
      else open(here.row)
    }
  }

  function sortBy(column: number): void {
    const id = table.columns[column]?.id
    if (id !== undefined) change((view) => withSortTurned(view, id))
  }

  function open(row: number): void {
    const opens = rows[row]?.opens
    if (opens) change((view) => withSelection(view, opens))
  }

  const items = virtual.getVirtualItems()
  const at = { row: clampRow(active.row, rows.length), column: active.column }
  return (
    <div className="list-scroll" ref={scroller}>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells the arrows go through
        role="grid"
        aria-label={table.title}
        aria-rowcount={rows.length + 1}
        aria-colcount={table.columns.length}
        data-list={table.tab}
        onKeyDown={onKeyDown}
      >
        <ListHead
          headers={grid.getHeaderGroups()[0]?.headers ?? []}
          columns={table.columns}
          active={at.row < 0 ? at.column : null}
          onSort={(column) => {
            setActive({ row: -1, column })
            sortBy(column)
          }}
        />
        <tbody>
          {items.map((item, place) => {
            const row = model[item.index]
            if (!row) return null
            const before = item.start - (items[place - 1]?.end ?? 0)
            return (
              <ListRowView
                key={row.id}
                row={row.original}
                index={item.index}
                columns={table.columns}
                before={before > 1 ? before : 0}
                active={item.index === at.row ? at.column : null}
                selected={isOpened(row.original, selection)}
                measure={virtual.measureElement}
                onOpen={(column) => {
                  setActive({ row: item.index, column })
                  open(item.index)
                }}
              />
            )
          })}
          <Spacer height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  )
}

/** Stands for rows that are out of sight. */
function Spacer({ height }: { readonly height: number }) {
  return height > 1 ? <tr aria-hidden="true" className="list-spacer" style={{ height }} /> : null
}

function isInSight(scroller: HTMLElement | null, row: number): boolean {
  const element = scroller?.querySelector(`tr[data-index="${row}"]`)
  if (!scroller || !element) return false
  const [own, seen] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()]
  return own.top >= seen.top + HEAD_HEIGHT && own.bottom <= seen.bottom
}

function clampRow(row: number, rows: number): number {
  return Math.min(row, rows - 1)
}

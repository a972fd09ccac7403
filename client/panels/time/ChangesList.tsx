import { useStore } from '@nanostores/react'
import { $view } from '../../state/app.ts'
import { $changesTable } from '../../state/time/changes-table.ts'
import { ListGrid } from '../list/ListGrid.tsx'

/** Every change between the two days that are compared, as a table in place of the pictures. */
export function ChangesList() {
  const { selection, sort } = useStore($view)
  const shown = useStore($changesTable)
  if (!shown) return null
  const { table, rows } = shown
  return (
    <section className="list" id="list" aria-label="List" tabIndex={-1}>
      <div className="list-bar">
        <h2 className="list-title">
          {table.title} {table.note ? <span className="quiet">{table.note}</span> : null}
        </h2>
      </div>
      <div className="list-panel">
        {rows.length === 0 ? (
          <p className="waiting">Nothing changed between the two days.</p>
        ) : (
          <ListGrid table={table} rows={rows} sort={sort} selection={selection} />
        )}
      </div>
    </section>
  )
}

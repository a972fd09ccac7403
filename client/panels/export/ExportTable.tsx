import { useStore } from '@nanostores/react'
import { useState } from 'react'
import { $collection } from '../../state/app.ts'
import { toCsv } from '../../state/export/csv.ts'
import { $plainTables } from '../../state/export/plain-tables-now.ts'
import { fileStem } from '../../state/export/told.ts'
import { say } from '../../state/say.ts'
import { count } from '../../state/words/dates.ts'
import { saveFile } from './save.ts'

/** Any table of the page as a file for a spreadsheet. */
export function ExportTable() {
  const tables = useStore($plainTables)
  const collection = useStore($collection)
  const [wanted, setWanted] = useState<string | null>(null)
  const chosen = tables.find(({ table }) => table.name === wanted) ?? tables[0]
  if (!chosen || !collection) return <p className="export-wait">No table is there yet.</p>

  function save(): void {
    if (!chosen || !collection) return
    const name = `${fileStem(collection, chosen.asKnownOn)}-${chosen.table.name}.csv`
    saveFile(name, new Blob([toCsv(chosen.table)], { type: 'text/csv;charset=utf-8' }))
    say(`Saved as ${name}.`)
  }

  return (
    <>
      <fieldset className="export-tables">
        <legend className="unseen">Table</legend>
        {tables.map(({ title, table }) => (
          <label key={table.name}>
            <input
              type="radio"
              name="export-table"
              checked={table === chosen.table}
              onChange={() => setWanted(table.name)}
            />
            <span>{title}</span>
            <span className="quiet">
              {count(table.rows.length, 'row')}, {count(table.columns.length, 'column')}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="export-words">
        CSV with commas, UTF-8. A cell that begins with =, +, -, @, a tab or a line end gets an apostrophe in front, so
        that a spreadsheet shows it and does not run it.
      </p>
      <div className="export-buttons">
        <button type="button" className="button strong" onClick={save}>
          Save CSV
        </button>
      </div>
    </>
  )
}

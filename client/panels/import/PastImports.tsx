import { useStore } from '@nanostores/react'
import type { PastImport } from '../../state/import/types.ts'
import { $importBusy, $pastImports, undoImport } from '../../state/import/job.ts'
import { number } from './words.ts'

const STATES: Readonly<Record<PastImport['state'], string>> = {
  DONE: '',
  UNFINISHED: 'not finished: import the same files to go on',
  UNDOING: 'half undone',
}

/** What was imported, newest first, each to be undone. */
export function PastImports() {
  const past = useStore($pastImports)
  const busy = useStore($importBusy)
  if (past.length === 0) return null
  return (
    <section aria-labelledby="past-imports">
      <h3 id="past-imports">Imported before</h3>
      <ul className="import-past">
        {past.map(({ id, collection, files, by, startedAt, state, counts }) => (
          <li key={id}>
            <span>
              <strong>{collection}</strong>: {files.map(({ name }) => name).join(', ')}
              <span className="quiet">
                {' '}
                {counts ? `${number(counts.events + counts.made)} events, ` : ''}
                {startedAt.slice(0, 10)}, by {by} {STATES[state]}
              </span>
            </span>
            <button
              type="button"
              className="button"
              aria-label={`Undo the import of ${files.map(({ name }) => name).join(', ')}`}
              aria-disabled={busy}
              onClick={() => {
                if (!busy) void undoImport(id)
              }}
            >
              Undo
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

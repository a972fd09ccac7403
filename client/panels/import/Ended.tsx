import { saveFile } from '../export/save.ts'
import type { ImportJob } from '../../state/import/types.ts'
import {
  backToRows,
  fetchLeftRows,
  forgetJob,
  runLeavingOut,
  showCollection,
  undoImport,
} from '../../state/import/job.ts'
import { countWords, reasonWords } from './words.ts'

const STATES: Readonly<Record<string, string>> = {
  done: 'The import is done.',
  there: 'These files were imported already; nothing changed. What they brought:',
  rejected: 'Nothing was taken, because rows were rejected. Mend them, or leave them out.',
  refused: 'Nothing was taken.',
  stopped: 'The import was stopped. Nothing of it is there.',
  failed: 'The import did not come to its end.',
}

/** What came of an import, and what can be done now. */
export function Ended({ job }: { readonly job: ImportJob }) {
  const { state, says, report, left, id } = job

  return (
    <>
      <output>
        {STATES[state]} {says}
      </output>
      {report ? (
        <>
          <p>{countWords(report.counts, true)}</p>
          <ul className="import-reasons">
            {reasonWords(report.counts).map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="import-buttons">
        {left > 0 ? (
          <button
            type="button"
            className="button"
            onClick={() => void fetchLeftRows(id).then((rows) => rows && saveFile('rejects.csv', rows))}
          >
            Save the rows without an event
          </button>
        ) : null}
        {report && state === 'done' ? (
          <button type="button" className="button" onClick={() => void undoImport(report.id)}>
            Undo the import
          </button>
        ) : null}
        {state === 'done' || state === 'there' ? null : (
          <button type="button" className="button" onClick={backToRows}>
            Back to the rows
          </button>
        )}
        <button type="button" className="button" onClick={() => void forgetJob()}>
          Import other files
        </button>
        {state === 'rejected' ? (
          <button type="button" className="button strong" onClick={() => void runLeavingOut()}>
            Leave them out
          </button>
        ) : null}
        {report && (state === 'done' || state === 'there') ? (
          <button type="button" className="button strong" onClick={() => showCollection(report.collection)}>
            Show it
          </button>
        ) : null}
      </div>
    </>
  )
}

import { useStore } from '@nanostores/react'
import type { ImportJob } from '../../state/import/types.ts'
import { $importAsk, $importBusy, forgetJob, runImport } from '../../state/import/job.ts'
import { AskedNames } from './AskedNames.tsx'
import { FirstRows } from './FirstRows.tsx'
import { MappingForm } from './MappingForm.tsx'
import { countWords, number, reasonWords } from './words.ts'

/** What files are and what would become of their rows, before anything is taken. */
export function LookAtRows({ job }: { readonly job: ImportJob }) {
  const { preview, says, files } = job
  const ask = useStore($importAsk)
  const busy = useStore($importBusy)
  const names = files.map(({ name }) => name).join(', ')
  if (!preview)
    return (
      <>
        <p role="alert">{says}</p>
        <Forget />
      </>
    )
  const { opened, asks, notes, counts, isSample, names: found } = preview
  const isOpen = asks.length > 0
  return (
    <>
      <p>
        <strong>{names}</strong>: {opened.says}.
      </p>
      {[...opened.mends, ...notes].map((each) => (
        <p key={each} className="quiet">
          {each}
        </p>
      ))}
      {asks.map((each) => (
        <output key={each}>{each}</output>
      ))}
      {opened.suggestion ? <MappingForm key={job.id} suggestion={opened.suggestion} isOpen={isOpen} /> : null}
      {isOpen ? (
        <Forget />
      ) : (
        <>
          <p>
            {isSample ? `Of the first ${number(counts.rows)} rows: ` : ''}
            {countWords(counts, false)}
          </p>
          <ul className="import-reasons">
            {reasonWords(counts).map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <FirstRows preview={preview} />
          <p>
            Names: {number(found.known.names)} understood, {number(found.new.names)} new, {number(found.asked.names)}{' '}
            that may mean several.
          </p>
          <AskedNames names={found} />
          <Into preview={preview} />
          {counts.rejected > 0 ? (
            <label className="import-check">
              <input
                type="checkbox"
                checked={ask.onError === 'skip-row'}
                onChange={({ target }) =>
                  $importAsk.set({ ...ask, onError: target.checked ? 'skip-row' : 'reject-file' })
                }
              />
              Leave rejected rows out, and take the others
            </label>
          ) : null}
          <div className="import-buttons">
            <button type="button" className="button" onClick={() => void forgetJob()}>
              Cancel
            </button>
            <button
              type="button"
              className="button strong"
              aria-disabled={busy}
              onClick={() => {
                if (!busy) void runImport()
              }}
            >
              Import
            </button>
          </div>
        </>
      )}
    </>
  )
}

function Forget() {
  return (
    <div className="import-buttons">
      <button type="button" className="button" onClick={() => void forgetJob()}>
        Choose other files
      </button>
    </div>
  )
}

/** Which data set the rows go into. */
function Into({ preview: { collection } }: { readonly preview: NonNullable<ImportJob['preview']> }) {
  const ask = useStore($importAsk)
  return (
    <div className="import-into">
      <label>
        Title of the data set
        <input
          value={ask.title ?? collection.title}
          maxLength={200}
          onChange={({ target }) => $importAsk.set({ ...ask, title: target.value })}
        />
      </label>
      <label>
        Id
        <input
          value={ask.into ?? collection.id}
          maxLength={100}
          onChange={({ target }) => $importAsk.set({ ...ask, into: target.value })}
        />
      </label>
    </div>
  )
}

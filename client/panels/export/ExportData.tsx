import { useStore } from '@nanostores/react'
import { useEffect, useState } from 'react'
import { $collection } from '../../state/app.ts'
import { DATA_FORMATS, type ExportFormat } from '../../state/export/data-formats.ts'
import { $fetching, fetchData, stopFetching } from '../../state/export/fetching.ts'
import { say } from '../../state/say.ts'
import { saveFile } from './save.ts'

/** Events for other programs, in a file that the server writes. */
export function ExportData() {
  const collection = useStore($collection)
  const fetching = useStore($fetching)
  const [format, setFormat] = useState<ExportFormat>('csv')
  const [whole, setWhole] = useState(false)
  useEffect(() => stopFetching, [])
  if (!collection) return <p className="export-wait">No collection is there yet.</p>

  async function save(): Promise<void> {
    const file = await fetchData(format, whole)
    if (!file) return
    saveFile(file.name, file.content)
    say(`Saved as ${file.name}.`)
  }

  return (
    <>
      <fieldset className="export-tables">
        <legend className="unseen">Format</legend>
        {DATA_FORMATS.map(({ name, title, says }) => (
          <label key={name}>
            <input type="radio" name="export-format" checked={name === format} onChange={() => setFormat(name)} />
            <span>{title}</span>
            <span className="quiet">{says}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="export-tables">
        <legend className="unseen">Which events</legend>
        <label>
          <input type="radio" name="export-which" checked={!whole} onChange={() => setWhole(false)} />
          <span>What is shown</span>
          <span className="quiet">with the day, the window, what is switched off and what is in focus</span>
        </label>
        <label>
          <input type="radio" name="export-which" checked={whole} onChange={() => setWhole(true)} />
          <span>All of {collection.title}</span>
        </label>
      </fieldset>
      {fetching && 'failed' in fetching ? (
        <p className="export-words" role="alert">
          {fetching.failed}
        </p>
      ) : null}
      <div className="export-buttons">
        {fetching && 'bytes' in fetching ? (
          <>
            <span className="quiet">{megabytes(fetching.bytes)} MB have come …</span>
            <button type="button" className="button" onClick={stopFetching}>
              Stop
            </button>
          </>
        ) : (
          <button type="button" className="button strong" onClick={() => void save()}>
            Save data
          </button>
        )}
      </div>
    </>
  )
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}

import type { ImportJob, ImportProgress } from '../../state/import/types.ts'
import { stopImport } from '../../state/import/job.ts'
import { number } from './words.ts'

const DOING: Readonly<Record<ImportProgress['phase'], string>> = {
  opening: 'Looking at the files',
  reading: 'Importing',
  pairing: 'Pairing meetings that are coded from both sides',
  finishing: 'Finishing',
  undoing: 'Taking away what it has brought',
}

/** How far an import is. */
export function Running({ job: { files, progress } }: { readonly job: ImportJob }) {
  const { phase = 'opening', rows = 0, bytes = 0, totalBytes = 0, rate = 0, secondsLeft = null } = progress ?? {}
  const isReading = phase === 'reading'
  const told = [
    `${number(rows)} rows`,
    ...(isReading && rate > 0 ? [`${number(rate)} a second`] : []),
    ...(secondsLeft === null ? [] : [`${number(secondsLeft)} seconds left`]),
  ]
  return (
    <>
      <p>
        {DOING[phase]}: {files.map(({ name }) => name).join(', ')}
      </p>
      {isReading && totalBytes > 0 ? (
        <progress aria-label="Imported" max={totalBytes} value={Math.min(bytes, totalBytes)} />
      ) : (
        <progress aria-label="Imported" />
      )}
      <p className="quiet">{told.join(', ')}. It goes on when you close this.</p>
      <div className="import-buttons">
        <button type="button" className="button" onClick={() => void stopImport()}>
          Cancel
        </button>
      </div>
    </>
  )
}

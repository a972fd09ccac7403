import { stopSending, type Sending } from '../../state/import/job.ts'

/** How much of the files has been sent. */
export function SendingFiles({ sending: { names, bytes, totalBytes } }: { readonly sending: Sending }) {
  const all = bytes >= totalBytes
  return (
    <>
      <p>{all ? 'Sent. Looking at the rows …' : `Sending ${names.join(', ')} …`}</p>
      <progress aria-label="Sent" max={Math.max(1, totalBytes)} value={bytes} />
      <div className="import-buttons">
        <button type="button" className="button" onClick={stopSending}>
          Cancel
        </button>
      </div>
    </>
  )
}

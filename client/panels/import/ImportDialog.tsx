import { useStore } from '@nanostores/react'
import { X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { closeImport } from '../../state/import/dialog.ts'
import { $importFault, $job, $sending, listImports, sendFiles } from '../../state/import/job.ts'
import { ChooseFiles } from './ChooseFiles.tsx'
import { Ended } from './Ended.tsx'
import { LookAtRows } from './LookAtRows.tsx'
import { PastImports } from './PastImports.tsx'
import { Running } from './Running.tsx'
import { SendingFiles } from './SendingFiles.tsx'

/** Brings rows of files into a data set: sent, looked at, imported, told, undone. What runs goes on while it is closed. */
export function ImportDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const fault = useStore($importFault)
  const job = useStore($job)
  const sending = useStore($sending)
  const step = sending ? 'sending' : `${job?.id} ${job?.state}`

  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  useEffect(() => void listImports(), [])

  // What had the focus goes with its step.
  useEffect(() => {
    if (!body.current?.contains(document.activeElement)) body.current?.focus()
  }, [step])

  useEffect(() => {
    const dropped = ({ dataTransfer }: DragEvent): void => void sendFiles([...(dataTransfer?.files ?? [])])
    window.addEventListener('drop', dropped)
    return () => window.removeEventListener('drop', dropped)
  }, [])

  return (
    <dialog
      ref={dialog}
      className="export import"
      aria-labelledby="import-title"
      // Keys of the page hold nothing beneath the dialog.
      onKeyDown={(event) => event.stopPropagation()}
      onClose={closeImport}
    >
      <header className="export-head">
        <h2 id="import-title">Import</h2>
        <button type="button" className="close" aria-label="Close" onClick={closeImport}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <div className="import-body" ref={body} tabIndex={-1}>
        {fault === '' ? null : (
          <p className="import-fault" role="alert">
            {fault}
          </p>
        )}
        <Step />
      </div>
    </dialog>
  )
}

function Step() {
  const job = useStore($job)
  const sending = useStore($sending)
  if (sending) return <SendingFiles sending={sending} />
  if (!job)
    return (
      <>
        <ChooseFiles />
        <PastImports />
      </>
    )
  if (job.state === 'running') return <Running job={job} />
  if (job.state === 'uploaded') return <LookAtRows job={job} />
  return <Ended job={job} />
}

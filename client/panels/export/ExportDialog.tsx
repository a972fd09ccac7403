import { X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { closeExport, openExport, type Exported } from '../../state/export/dialog.ts'
import { loadSources } from '../../state/export/sources.ts'
import { Segments } from '../parts/Segments.tsx'
import { ExportData } from './ExportData.tsx'
import { ExportPicture } from './ExportPicture.tsx'
import { ExportPrint } from './ExportPrint.tsx'
import { ExportTable } from './ExportTable.tsx'

const PARTS: readonly { readonly value: Exported; readonly words: string }[] = [
  { value: 'picture', words: 'Picture' },
  { value: 'table', words: 'Table' },
  { value: 'data', words: 'Data' },
  { value: 'print', words: 'Print' },
]

/** Takes a picture, a table or paper out of the page. The page stays as it is, and the focus goes back to where it was. */
export function ExportDialog({ what }: { readonly what: Exported }) {
  const dialog = useRef<HTMLDialogElement>(null)

  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  useEffect(loadSources, [])

  return (
    <dialog
      ref={dialog}
      className="export"
      aria-labelledby="export-title"
      // Keys of the page hold nothing beneath the dialog.
      onKeyDown={(event) => event.stopPropagation()}
      onClose={closeExport}
    >
      <header className="export-head">
        <h2 id="export-title">Export</h2>
        <Segments legend="What to export" segments={PARTS} chosen={what} onChoose={openExport} />
        <button type="button" className="close" aria-label="Close" onClick={closeExport}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      {what === 'picture' ? <ExportPicture /> : null}
      {what === 'table' ? <ExportTable /> : null}
      {what === 'data' ? <ExportData /> : null}
      {what === 'print' ? <ExportPrint /> : null}
    </dialog>
  )
}

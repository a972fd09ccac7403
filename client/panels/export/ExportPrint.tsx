import { closeExport } from '../../state/export/dialog.ts'
import { printPage } from './print-page.ts'

/** Paper: the same as the browser's own printing. */
export function ExportPrint() {
  function print(): void {
    closeExport()
    printPage()
  }

  return (
    <>
      <p className="export-words">
        What is on the screen, light, with the key, the filters, the day and the sources: the picture, or the whole
        list, then the answer with its table. Printing of the browser does the same.
      </p>
      <div className="export-buttons">
        <button type="button" className="button strong" onClick={print}>
          Print …
        </button>
      </div>
    </>
  )
}

import { useStore } from '@nanostores/react'
import { useState } from 'react'
import { change } from '../../state/actions.ts'
import { $collection } from '../../state/app.ts'
import { $dataNow } from '../../state/export/data-now.ts'
import { fileStem } from '../../state/export/told.ts'
import { say } from '../../state/say.ts'
import { saveFile } from './save.ts'
import { toPng } from './to-png.ts'
import { useSheetFile, type SheetFile } from './use-sheet-file.ts'

/** Pixels of the PNG for a pixel of the screen: sharp on paper and on dense screens. */
const SCALE = 2

export function ExportPicture() {
  const file = useSheetFile()
  if (file === null) return <p className="export-wait">Drawing …</p>
  return file === 'none' ? <NoPicture /> : <PictureFile file={file} />
}

function PictureFile({ file }: { readonly file: SheetFile }) {
  const collection = useStore($collection)
  const { asKnownOn } = useStore($dataNow)
  const [failed, setFailed] = useState(false)
  const stem = collection ? fileStem(collection, asKnownOn) : 'entente'

  function save(kind: 'svg' | 'png', content: Blob): void {
    saveFile(`${stem}.${kind}`, content)
    say(`Saved as ${stem}.${kind}.`)
  }

  function savePng(): void {
    setFailed(false)
    toPng(file.svg, SCALE).then(
      (png) => save('png', png),
      () => setFailed(true),
    )
  }

  return (
    <>
      <div className="export-preview">
        <img
          src={file.url}
          width={file.width}
          height={file.height}
          alt="What will be saved, with title, key, filters, day and sources"
        />
      </div>
      <p className="export-words">
        As it is on the screen now, with title, key, filters, day and sources. The letters are in the file (Inter,
        Latin); other scripts take a face of the machine that shows it.
      </p>
      {failed ? (
        <p className="export-words" role="alert">
          The browser could not draw it as PNG. Save it as SVG, or make the window smaller.
        </p>
      ) : null}
      <div className="export-buttons">
        <button type="button" className="button" onClick={() => save('svg', file.svg)}>
          Save SVG
        </button>
        <button type="button" className="button strong" onClick={savePng}>
          Save PNG, {file.width * SCALE} × {file.height * SCALE}
        </button>
      </div>
    </>
  )
}

function NoPicture() {
  return (
    <>
      <p className="export-words">No picture is shown now: a picture is saved as it is on the screen.</p>
      <div className="export-buttons">
        <button type="button" className="button strong" onClick={() => change((view) => ({ ...view, list: null }))}>
          Show the picture
        </button>
      </div>
    </>
  )
}

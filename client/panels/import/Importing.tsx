import { useStore } from '@nanostores/react'
import { lazy, Suspense, useEffect } from 'react'
import { $importing, openImport } from '../../state/import/dialog.ts'
import { $mayWrite } from '../../state/session.ts'

const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog.tsx')).ImportDialog }))

/** What brings rows into Entente: the dialog while it is open. A file that is dragged over the page opens it. Loaded beside the page. */
export function Importing() {
  const open = useStore($importing)
  const mayWrite = useStore($mayWrite)
  useEffect(() => {
    if (!mayWrite) return undefined
    const dragged = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      // A file that falls beside the dialog would else be opened in place of the page.
      event.preventDefault()
      if (event.type === 'dragenter') openImport()
    }
    const kinds = ['dragenter', 'dragover', 'drop'] as const
    for (const kind of kinds) window.addEventListener(kind, dragged)
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, dragged)
    }
  }, [mayWrite])
  if (!open || !mayWrite) return null
  return (
    <Suspense>
      <ImportDialog />
    </Suspense>
  )
}

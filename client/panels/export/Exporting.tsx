import { useStore } from '@nanostores/react'
import { lazy, Suspense } from 'react'
import { $exporting } from '../../state/export/dialog.ts'

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }))
const PrintSheet = lazy(async () => {
  await idle()
  return { default: (await import('./PrintSheet.tsx')).PrintSheet }
})

/** Until the page has nothing more urgent to do, and not for ever. */
function idle(): Promise<void> {
  if (!('requestIdleCallback' in window)) return Promise.resolve()
  return new Promise((resolve) => window.requestIdleCallback(() => resolve(), { timeout: 3000 }))
}

/** What takes something out of the page: the dialog while it is open, and what is printed. Loaded beside the page, not before it. */
export function Exporting() {
  const what = useStore($exporting)
  return (
    <>
      <Suspense>
        <PrintSheet />
      </Suspense>
      {what === null ? null : (
        <Suspense>
          <ExportDialog what={what} />
        </Suspense>
      )}
    </>
  )
}

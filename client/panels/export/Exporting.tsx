import { useStore } from '@nanostores/react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { $exporting } from '../../state/export/dialog.ts'

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }))
const PrintSheet = lazy(async () => {
  await Promise.race([idle(), hurried])
  return { default: (await import('./PrintSheet.tsx')).PrintSheet }
})

let hurry = (): void => {}
const hurried = new Promise<void>((resolve) => {
  hurry = resolve
})

/** Until the page has nothing more urgent to do, and not for ever. */
function idle(): Promise<void> {
  if (!('requestIdleCallback' in window)) return Promise.resolve()
  return new Promise((resolve) => window.requestIdleCallback(() => resolve(), { timeout: 3000 }))
}

/** What takes something out of the page: the dialog while it is open, and what is printed. Loaded beside the page, not before it. */
export function Exporting() {
  const what = useStore($exporting)
  const prints = usePrintKey()
  return (
    <>
      <Suspense>
        <PrintSheet prints={prints} />
      </Suspense>
      {what === null ? null : (
        <Suspense>
          <ExportDialog what={what} />
        </Suspense>
      )}
    </>
  )
}

/** How often the key that prints was pressed: it is taken from the first moment on, and waits for what it prints. */
function usePrintKey(): number {
  const [prints, setPrints] = useState(0)
  useEffect(() => {
    const stop = new AbortController()
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
        event.preventDefault()
        hurry()
        setPrints((times) => times + 1)
      },
      { signal: stop.signal },
    )
    return () => stop.abort()
  }, [])
  return prints
}

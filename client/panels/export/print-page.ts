import { $sources, loadSources } from '../../state/export/sources.ts'

/** A reader who prints does not wait longer for what stands at the foot. */
const PATIENCE_MS = 1500

/** Prints the page once the sources that stand at its foot are there, or after a moment without them. */
export function printPage(): void {
  loadSources()
  let stop = (): void => {}
  const print = () => {
    stop()
    window.print()
  }
  const timer = setTimeout(print, PATIENCE_MS)
  const unlisten = $sources.subscribe(({ state }) => {
    // Not while it is being subscribed to: what ends it is not there yet.
    if (state === 'ok' || state === 'error') setTimeout(print, 0)
  })
  stop = () => {
    clearTimeout(timer)
    unlisten()
    stop = () => {}
  }
}

import { $history } from '../app.ts'
import { toAddress } from './address.ts'
import { isStepForth } from './history.ts'

/** Browsers refuse an address that changes too often: one that is dragged is written when it rests. */
const REST_MS = 250

/**
 * Keeps the address of the page true to the view. A step is an entry of the browser's history, so that its back and forward lead
 * through the steps; undo and redo, and steps of one gesture, change the entry that stands.
 */
export function keepAddress(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let before = $history.get()
  $history.listen((history) => {
    const step = isStepForth(before, history)
    before = history
    clearTimeout(timer)
    if (history.gesture === null) write(step)
    else {
      if (step) write(true)
      timer = setTimeout(() => write(false), REST_MS)
    }
  })
}

function write(entry: boolean): void {
  const address = toAddress($history.get().now)
  const path = address === '' ? window.location.pathname : `?${address}`
  if ((address === '' ? '' : path) === window.location.search) return
  if (entry) window.history.pushState(null, '', path)
  else window.history.replaceState(null, '', path)
}

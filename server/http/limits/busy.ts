import { performance } from 'node:perf_hooks'

/** How long is looked at, at least, milliseconds. */
const SPAN_MS = 50
/** Of that time the thread worked so much. */
const BUSY = 0.9

/** Tells whether this thread had hardly a moment to spare lately. */
export function watchBusy(): () => boolean {
  let from = performance.eventLoopUtilization()
  let isBusy = false
  return () => {
    const { active, idle, utilization } = performance.eventLoopUtilization(from)
    if (active + idle >= SPAN_MS) {
      isBusy = utilization > BUSY
      from = performance.eventLoopUtilization()
    }
    return isBusy
  }
}

import type { ServerResponse } from 'node:http'
import type { JobView } from './job.ts'

/** From one telling to the next, milliseconds; and how long nothing is said, so that no proxy closes what is silent. */
const PACE_MS = 200
const BEAT_MS = 15_000

/**
 * Tells by server-sent events what becomes of an import: `progress` while it runs, then one `end` with all that is known, then nothing.
 * @param listen begins to listen, and returns how to stop.
 */
export function streamProgress(
  res: ServerResponse,
  now: JobView,
  listen: (listener: (view: JobView) => void) => () => void,
): void {
  let last = 0
  const tell = (view: JobView): void => {
    if (view.state !== 'running') return end(view)
    if (performance.now() - last < PACE_MS || res.writableNeedDrain) return
    last = performance.now()
    res.write(message('progress', { state: view.state, progress: view.progress }))
  }
  const end = (view: JobView): void => {
    stop()
    res.end(message('end', view))
  }
  const beat = setInterval(() => res.write(':\n\n'), BEAT_MS)
  let listening: (() => void) | null = listen(tell)
  const stop = (): void => {
    clearInterval(beat)
    listening?.()
    listening = null
  }
  res.once('close', stop)
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  tell(now)
}

function message(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

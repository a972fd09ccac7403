/** Parts into which a wait is cut. */
const TICK_MS = 100

export interface Patience {
  /** Resolves when the time is over; never after `stop`. */
  readonly over: Promise<void>
  stop(): void
}

/**
 * A wait in which time that this process was busy itself does not count: an answer that lay there unread all the while is read
 * before the wait is over.
 */
export function patience(ms: number): Patience {
  let left = Math.ceil(ms / TICK_MS)
  let timer: NodeJS.Timeout
  const over = new Promise<void>((resolve) => {
    const tick = () => {
      if (left-- > 0) timer = setTimeout(tick, TICK_MS).unref()
      else resolve()
    }
    tick()
  })
  return { over, stop: () => clearTimeout(timer) }
}

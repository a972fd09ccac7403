/** npm hands on to its child what the terminal has sent the child already: a signal this soon after the first is the same one. */
const SAME_SIGNAL = 500

const CODES = { SIGINT: 130, SIGTERM: 143 } as const

/** Resolves at the first SIGINT or SIGTERM, so that the process can end in order. A second one ends it at once. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        const now = performance.now()
        if (first !== null && now - first > SAME_SIGNAL) process.exit(CODES[signal])
        first ??= now
        resolve()
      })
    }
  })
}

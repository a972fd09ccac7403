/** Wrong tokens that a peer may show in a window. */
export const MOST_WRONG = 10
const WINDOW_MS = 60_000
/** Peers that are remembered: a few MB at most. */
const MOST_PEERS = 10_000

interface Window {
  wrong: number
  readonly until: number
}

/** Counts wrong tokens by peer. A window of a minute begins with the first of them. */
export class Attempts {
  readonly #now: () => number
  readonly #windows = new Map<string, Window>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** How many seconds this peer has to wait before another token of its is looked at; 0: none. */
  secondsToWait(peer: string): number {
    const window = this.#windows.get(peer)
    if (!window || window.wrong < MOST_WRONG) return 0
    return Math.max(0, Math.ceil((window.until - this.#now()) / 1000))
  }

  wrong(peer: string): void {
    const now = this.#now()
    const window = this.#windows.get(peer)
    if (window && window.until > now) {
      window.wrong += 1
      return
    }
    this.#windows.delete(peer)
    this.#makeRoom(now)
    this.#windows.set(peer, { wrong: 1, until: now + WINDOW_MS })
  }

  /** Windows stand in the order in which they end, so those that are over come first; where all are open the oldest has to go. */
  #makeRoom(now: number): void {
    for (const [peer, { until }] of this.#windows) {
      if (until > now && this.#windows.size < MOST_PEERS) return
      this.#windows.delete(peer)
    }
  }
}

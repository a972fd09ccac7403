/** How far an import is. */
export interface ImportProgress {
  readonly phase: 'opening' | 'reading' | 'pairing' | 'finishing' | 'undoing'
  /** Rows read so far; events taken away, where it is undone. */
  readonly rows: number
  /** Of the files as they lie. */
  readonly bytes: number
  readonly totalBytes: number
  /** Rows a second, since the reading began. */
  readonly rate: number
  /** Null: not known yet. */
  readonly secondsLeft: number | null
}

/** How soon a time left is told, milliseconds. */
const SOON = 1_000

/** Tells how far an import is. */
export class ProgressTeller {
  readonly #tell: (progress: ImportProgress) => void
  readonly #since = performance.now()
  #last: ImportProgress = { phase: 'opening', rows: 0, bytes: 0, totalBytes: 0, rate: 0, secondsLeft: null }

  constructor(tell: (progress: ImportProgress) => void) {
    this.#tell = tell
  }

  /** @param bytes read so far; @param totalBytes of all files. */
  reading(rows: number, bytes: number, totalBytes: number): void {
    const ms = performance.now() - this.#since
    const rate = ms > 0 ? Math.round((rows / ms) * 1000) : 0
    const left = ((totalBytes - bytes) * ms) / Math.max(bytes, 1) / 1000
    const secondsLeft = ms < SOON || bytes === 0 ? null : Math.max(0, Math.ceil(left))
    this.#next({ phase: 'reading', rows, bytes, totalBytes, rate, secondsLeft })
  }

  phase(phase: ImportProgress['phase'], rows = this.#last.rows): void {
    this.#next({ ...this.#last, phase, rows, secondsLeft: null })
  }

  #next(progress: ImportProgress): void {
    this.#last = progress
    this.#tell(progress)
  }
}

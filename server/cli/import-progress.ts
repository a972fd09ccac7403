import type { ImportProgress } from '../ingest/import/progress.ts'

/** From one telling to the next, milliseconds. */
const PACE = 200

const DOING: Readonly<Record<ImportProgress['phase'], string>> = {
  opening: 'Looking at the files',
  reading: 'Reading',
  pairing: 'Pairing meetings',
  finishing: 'Finishing',
  undoing: 'Taking away',
}

/** Tells on a terminal how far an import is, on one line; elsewhere nothing. */
export class ImportProgressTeller {
  readonly #stream = process.stderr
  #told = 0
  #phase: ImportProgress['phase'] | null = null

  readonly tell = (progress: ImportProgress): void => {
    if (!this.#stream.isTTY) return
    const now = performance.now()
    if (progress.phase === this.#phase && now - this.#told < PACE) return
    this.#phase = progress.phase
    this.#told = now
    this.#stream.write(`\r\u001B[K${progressLine(progress)}`)
  }

  /** Takes the line away, so that the next one stands by itself. */
  clear(): void {
    if (this.#stream.isTTY && this.#phase !== null) this.#stream.write('\r\u001B[K')
    this.#phase = null
  }
}

/** `Reading: 120,000 rows, 34%, 98,000 a second, 12 s left`. */
export function progressLine({ phase, rows, bytes, totalBytes, rate, secondsLeft }: ImportProgress): string {
  if (phase === 'undoing') return `${DOING[phase]}: ${number(rows)} events so far`
  if (phase !== 'reading') return `${DOING[phase]} …`
  const share = totalBytes > 0 ? `, ${Math.floor((Math.min(bytes, totalBytes) / totalBytes) * 100)}%` : ''
  const left = secondsLeft === null ? '' : `, ${timeWords(secondsLeft)} left`
  return `${DOING[phase]}: ${number(rows)} rows${share}, ${number(rate)} a second${left}`
}

function timeWords(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

function number(value: number): string {
  return value.toLocaleString('en')
}

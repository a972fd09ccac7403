import { KEPT_TYPES, total, type Summary } from '../ingest/transfer/digest.ts'
import type { Progress } from '../ingest/transfer/read-unmoved.ts'
import type { GraphStore, Kept } from '../store/graph-store.ts'

const PLURALS: Readonly<Record<Kept['type'], string>> = {
  collection: 'collections',
  source: 'sources',
  actor: 'entries of actors',
  affiliation: 'affiliations',
  event: 'events',
  import: 'imports',
  held: 'collections ever held',
  merge: 'merges of actors',
  removed: 'records removed by hand',
  audit: 'changes in the audit log',
}

/** From one line of progress to the next, in milliseconds: on a terminal, where it is the same line, and in a file. */
const ON_TERMINAL = 200
const IN_FILE = 5_000

/** Tells on standard error how far a copy, a backup or a restore is. */
export class ProgressTeller {
  readonly #stream = process.stderr
  #doing: Progress['doing'] | null = null
  #done = 0
  #since = 0
  #told = 0

  readonly tell = ({ doing, type, done }: Progress): void => {
    const now = performance.now()
    if (doing !== this.#doing || done < this.#done) {
      this.clear()
      this.#doing = doing
      this.#since = now
      this.#told = 0
    }
    this.#done = done
    if (this.#told > 0 && now - this.#told < (this.#stream.isTTY ? ON_TERMINAL : IN_FILE)) return
    this.#told = now
    const rate = now > this.#since ? `, ${rateOf(done, now - this.#since)}` : ''
    const line = `${doing} ${PLURALS[type]}: ${number(done)} so far${rate}`
    this.#stream.write(this.#stream.isTTY ? `\r\u001B[K${line}` : `${line}\n`)
  }

  /** Takes the line away, so that the next one stands by itself. */
  clear(): void {
    if (this.#stream.isTTY && this.#told > 0) this.#stream.write('\r\u001B[K')
  }
}

/** How long something took, and how fast it was: `100,000 things in 12.3 s, 8,130 a second`. @param ms milliseconds. */
export function tempo(summary: Summary, ms: number): string {
  return `${number(total(summary.counts))} things in ${(ms / 1000).toFixed(1)} s, ${rateOf(total(summary.counts), ms)}`
}

/** A line for each type. */
export function countLines({ counts }: Summary): readonly string[] {
  const width = Math.max(...KEPT_TYPES.map((type) => number(counts[type]).length))
  return KEPT_TYPES.map((type) => `  ${PLURALS[type].padEnd(LONGEST)}  ${number(counts[type]).padStart(width)}`)
}

/** What could not be read and so is neither in a copy nor in a backup, as lines for standard error; none where nothing was left out. */
export async function leftOut(source: GraphStore): Promise<string> {
  const { unreadable, unreadableTotal } = await source.health()
  if (unreadableTotal === 0) return ''
  const more = unreadableTotal > unreadable.length ? [`  and ${number(unreadableTotal - unreadable.length)} more`] : []
  const lines = ['Left out, because it cannot be read:', ...unreadable.map((each) => `  ${each}`), ...more]
  return `${lines.join('\n')}\n`
}

const LONGEST = Math.max(...Object.values(PLURALS).map((word) => word.length))

function rateOf(things: number, ms: number): string {
  return `${number(Math.round((things / ms) * 1000))} a second`
}

function number(value: number): string {
  return value.toLocaleString('en')
}

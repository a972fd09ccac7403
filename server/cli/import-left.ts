import type { LeftRow } from '../ingest/import/part.ts'

/** Rows that are shown. */
const SHOWN = 10

/** The first rows that were rejected, to be shown. */
export class FirstLeft {
  readonly #shown: string[] = []
  #rejected = 0

  add(rows: readonly LeftRow[], members: readonly string[]): void {
    for (const { outcome, file, line, column, reason } of rows) {
      if (outcome !== 'rejected') continue
      this.#rejected++
      if (this.#shown.length >= SHOWN) continue
      this.#shown.push(`${members[file] ?? ''}:${line}${column === null ? '' : `:${column}`}: ${reason}`)
    }
  }

  /** Lines; none where nothing was rejected. */
  lines(): readonly string[] {
    const more = this.#rejected - this.#shown.length
    const rest = more > 0 ? [`and ${more.toLocaleString('en')} more; --rejects writes them all into a file.`] : []
    return [...this.#shown, ...rest]
  }
}

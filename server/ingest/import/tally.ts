import type { ImportCounts } from '../../store/import-store.ts'
import type { Part } from './part.ts'

type Outcome = ImportCounts['reasons'][number]['outcome']

/** Counts what became of rows. */
export class Tally {
  #rows = 0
  #used = 0
  #events = 0
  #made = 0
  readonly #reasons = new Map<string, { readonly outcome: Outcome; readonly reason: string; rows: number }>()

  get rows(): number {
    return this.#rows
  }

  /** What a part says of itself, without its events. */
  addRows({ rows, used, aside, left }: Pick<Part, 'rows' | 'used' | 'aside' | 'left'>): void {
    this.#rows += rows
    this.#used += used
    for (const [reason, count] of aside) this.add('aside', reason, count)
    for (const { outcome, made, class: kind } of left) if (outcome === 'rejected' && !made) this.add('rejected', kind)
  }

  addEvents(rows: number, made: number): void {
    this.#events += rows
    this.#made += made
  }

  add(outcome: Outcome, reason: string, rows = 1): void {
    if (rows === 0) return
    const key = `${outcome}\n${reason}`
    const seen = this.#reasons.get(key)
    if (seen) seen.rows += rows
    else this.#reasons.set(key, { outcome, reason, rows })
  }

  counts(): ImportCounts {
    const reasons = [...this.#reasons.values()].map((each) => ({ ...each }))
    reasons.sort((a, b) => b.rows - a.rows || (a.reason < b.reason ? -1 : 1))
    const sum = (outcome: Outcome): number =>
      reasons.reduce((rows, each) => rows + (each.outcome === outcome ? each.rows : 0), 0)
    return {
      rows: this.#rows,
      events: this.#events,
      made: this.#made,
      held: sum('held'),
      rejected: sum('rejected'),
      aside: sum('aside'),
      used: this.#used,
      reasons,
    }
  }
}

import type { Preview } from '../../ingest/import/plan-import.ts'
import type { ImportProgress } from '../../ingest/import/progress.ts'
import type { ImportReport } from '../../ingest/import/run-import.ts'

export type JobState = 'uploaded' | 'running' | 'done' | 'there' | 'rejected' | 'refused' | 'stopped' | 'failed'

/** What is known of an upload and its import, as it is told. */
export interface JobView {
  readonly id: string
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
  readonly state: JobState
  /** A plain sentence, where something stands in the way. */
  readonly says: string | null
  readonly preview: Preview | null
  readonly progress: ImportProgress | null
  readonly report: ImportReport | null
  /** Rows that brought no event and can be had. */
  readonly left: number
}

/** Listeners at a time. */
const MOST_LISTENERS = 20

/** One upload on its way to being imported. */
export class Job {
  readonly #listeners = new Set<(view: JobView) => void>()
  /** Of the import that is under way. */
  stopping = new AbortController()
  #view: JobView
  /** Milliseconds of the epoch. */
  touchedAt = Date.now()

  constructor(view: JobView) {
    this.#view = view
  }

  get view(): JobView {
    return this.#view
  }

  set(change: Partial<JobView>): void {
    this.touchedAt = Date.now()
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener(this.#view)
  }

  /** @returns how to listen no more; null: too many do. */
  listen(listener: (view: JobView) => void): (() => void) | null {
    if (this.#listeners.size >= MOST_LISTENERS) return null
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}

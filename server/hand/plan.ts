import type { Batch } from '../store/graph-store.ts'

/** What one change writes, and the record that it is about. */
export interface Plan {
  /** `<collection>/<id>`; of an actor its own. */
  readonly id: string
  readonly batch: Omit<Batch, 'writer' | 'action' | 'reason' | 'at' | 'onlyAt'>
}

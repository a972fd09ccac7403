import type { ImportProgress } from '../ingest/import/progress.ts'
import type { Imported, ImportOrder } from '../http/imports/importer.ts'
import type { UndoneImport } from '../store/import-store.ts'
import type { StoreChoice } from './open-store.ts'

/** What a thread that writes imports is to do. */
export interface ThreadOrder {
  readonly choice: StoreChoice
  readonly work: { readonly type: 'run'; readonly order: ImportOrder } | { readonly type: 'undo'; readonly id: string }
}

export type ToThread = 'stop' | 'leave'

export type FromThread =
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'ran'; readonly imported: Imported }
  | { readonly type: 'undone'; readonly undone: UndoneImport }
  /** `says`: a plain sentence; null: it is a defect. `kind`: the error's name. */
  | { readonly type: 'failed'; readonly kind: string; readonly says: string | null; readonly error: unknown }

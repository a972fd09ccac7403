import type { ImportProgress } from '../../ingest/import/progress.ts'
import type { ImportReport } from '../../ingest/import/run-import.ts'
import type { ImportSettings } from '../../ingest/import/settings.ts'
import type { ImportRecord, UndoneImport } from '../../store/import-store.ts'

export interface ImportOrder {
  readonly paths: readonly string[]
  readonly settings: ImportSettings
  /** Who imports. */
  readonly by: string
  /** The file that rows without an event are written into. */
  readonly rejects: string
}

export interface ImportSignals {
  /** Stops it: what it has brought is taken away again. */
  readonly stopping: AbortSignal
  /** Breaks it off: it can be gone on with. */
  readonly leaving: AbortSignal
  readonly onProgress: (progress: ImportProgress) => void
}

export interface Imported {
  readonly report: ImportReport
  /** Rows in the file of those without an event. */
  readonly left: number
}

/** Whoever writes imports into the store of a process that serves. */
export interface Importer {
  /** Whether the store is there. */
  readonly isReady: () => boolean
  readonly imports: () => Promise<readonly ImportRecord[]>
  /** @throws as `runImport` */
  readonly run: (order: ImportOrder, signals: ImportSignals) => Promise<Imported>
  /** @throws NoImportError, StoreUnavailableError */
  readonly undo: (id: string, leaving: AbortSignal) => Promise<UndoneImport>
}

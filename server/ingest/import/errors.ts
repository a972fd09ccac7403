import { ImportRunningError, NoImportError } from '../../store/import-store.ts'
import { SpoiltFileError } from '../rows/reader.ts'

/** An import cannot be done as it was asked for; nothing of it is there. `says` is a plain sentence with what to do. */
export class ImportRefusedError extends Error {
  override readonly name = 'ImportRefusedError'
  readonly says: string
  constructor(says: string, cause?: unknown) {
    super(says, { cause })
    this.says = says
  }
}

/** Somebody has stopped an import; nothing of it is there. */
export class ImportCancelledError extends Error {
  override readonly name = 'ImportCancelledError'
  readonly says = 'The import was stopped. Nothing of it is there.'
  constructor() {
    super('The import was stopped.')
  }
}

/** What an import was refused for, as one sentence with the place where it is known; null: it is a defect. */
export function whyRefused(error: unknown): string | null {
  if (error instanceof SpoiltFileError) {
    return `${error.file}${error.line === null ? '' : `:${error.line}`}: ${error.says}`
  }
  if (error instanceof ImportRunningError || error instanceof NoImportError) return error.message
  if (error instanceof Error && 'says' in error) return String(error.says)
  return null
}

import Database from 'better-sqlite3'
import { StoreUnavailableError } from '../graph-store.ts'

/** Why a file cannot serve as a store. */
export type FileProblem = 'NOT_A_STORE' | 'NEWER' | 'CANNOT_OPEN'

/** The file cannot serve as a store; `says` is a plain sentence with what to do. */
export class SqliteFileError extends StoreUnavailableError {
  readonly path: string
  readonly problem: FileProblem
  constructor(path: string, problem: FileProblem, says: string, cause?: unknown) {
    super(says, cause)
    this.path = path
    this.problem = problem
  }
}

/** The failure of a file while it is opened, as a sentence. */
export function toFileError(error: unknown, path: string): unknown {
  if (error instanceof SqliteFileError) return error
  const code = error instanceof Database.SqliteError ? error.code : ''
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new SqliteFileError(
      path,
      'NOT_A_STORE',
      `${path} is not a database of Entente, or is damaged. Name another file or move this one away.`,
      error,
    )
  }
  if (code !== '' || error instanceof TypeError) {
    const reason = error instanceof Error ? error.message : String(error)
    return new SqliteFileError(
      path,
      'CANNOT_OPEN',
      `${path} cannot be opened (${reason}). See that its folder exists and that you may write there.`,
      error,
    )
  }
  return error
}

/** What a failing statement means to a user; anything else is a defect and comes back as it is. */
export function toStoreError(error: unknown, path: string): unknown {
  if (error instanceof TypeError && error.message === 'The database connection is not open') {
    return new StoreUnavailableError('The store has been closed. Start Entente again.', error)
  }
  if (!(error instanceof Database.SqliteError)) return error
  const says = SENTENCES.find(([code]) => error.code.startsWith(code))?.[1]
  return says ? new StoreUnavailableError(says(path), error) : error
}

const SENTENCES: readonly (readonly [code: string, says: (path: string) => string])[] = [
  ['SQLITE_BUSY', (path) => `Another process has been writing to ${path} for too long. Try again when it has ended.`],
  ['SQLITE_FULL', (path) => `There is no room left on the disk of ${path}. Make room and try again.`],
  ['SQLITE_READONLY', (path) => `${path} may not be written to. Change its permissions and try again.`],
  ['SQLITE_IOERR', (path) => `${path} cannot be read or written. Look after the disk, then start Entente again.`],
  ['SQLITE_CANTOPEN', (path) => `${path} cannot be opened. Look after its folder, then start Entente again.`],
  ['SQLITE_CORRUPT', (path) => `${path} is damaged. Put a copy in its place, then start Entente again.`],
  ['SQLITE_NOTADB', (path) => `${path} is no longer a database. Put a copy in its place, then start Entente again.`],
]

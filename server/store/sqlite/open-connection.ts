import Database from 'better-sqlite3'
import { Connection } from './connection.ts'
import { toFileError } from './errors.ts'
import { mendIndexes } from './imports/event-indexes.ts'
import { migrate } from './migrate.ts'

const CACHE_KIB = 64 * 1024

/**
 * Opens or creates a store's file and brings it to the newest schema.
 * @throws SqliteFileError
 */
export function openConnection(path: string, onStatement: (name: string) => void, waitMs: number): Connection {
  let database: Database.Database | null = null
  try {
    database = new Database(path, { timeout: waitMs })
    database.pragma('foreign_keys = ON')
    database.pragma(`cache_size = -${CACHE_KIB}`)
    migrate(database, path)
    database.pragma('journal_mode = WAL')
    // In WAL a killed process loses nothing that was committed; a power cut may lose the last commits, never half of one.
    database.pragma('synchronous = NORMAL')
    const connection = new Connection(path, database, onStatement)
    mendIndexes(connection)
    return connection
  } catch (error) {
    database?.close()
    throw toFileError(error, path)
  }
}

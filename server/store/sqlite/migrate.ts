import type Database from 'better-sqlite3'
import { SqliteFileError } from './errors.ts'
import { first } from './migrations/first.ts'
import { second } from './migrations/second.ts'
import { third } from './migrations/third.ts'
import type { SqlText } from './sql.ts'

/** The n-th brings a file from schema n - 1 to n. Append, never change. A change of `fold` needs one that folds names and words anew. */
const MIGRATIONS: readonly SqlText[] = [first, second, third]
/** "Ente" in the file's header: what tells a store of Entente from the database of another program. */
const APPLICATION_ID = 0x456e7465

/**
 * Brings a file to the newest schema, each step in a transaction of its own; does nothing to one that is there already.
 * @throws SqliteFileError for another program's database and for a store from a newer version of Entente.
 */
export function migrate(database: Database.Database, path: string): void {
  // One transaction: another process may be creating the file.
  database.transaction(() => refuseForeign(database, path)).deferred()
  while (schemaOf(database) < MIGRATIONS.length) step(database)
}

function refuseForeign(database: Database.Database, path: string): void {
  const isOurs = database.pragma('application_id', { simple: true }) === APPLICATION_ID
  const isEmpty = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (!isOurs && !(isEmpty && schemaOf(database) === 0)) {
    const says = `${path} is a database of another program. Name another file; this one was left as it is.`
    throw new SqliteFileError(path, 'NOT_A_STORE', says)
  }
  if (schemaOf(database) > MIGRATIONS.length) {
    const says = `${path} was written by a newer version of Entente. Install that version, or name another file.`
    throw new SqliteFileError(path, 'NEWER', says)
  }
}

function step(database: Database.Database): void {
  database
    .transaction(() => {
      // Read under the lock: another process may have been quicker.
      const schema = schemaOf(database)
      const migration = MIGRATIONS[schema]
      if (migration === undefined) return
      database.exec(migration)
      database.pragma(`application_id = ${APPLICATION_ID}`)
      database.pragma(`user_version = ${schema + 1}`)
    })
    .immediate()
}

function schemaOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

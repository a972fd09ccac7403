import type Database from 'better-sqlite3'
import { toStoreError } from './errors.ts'
import type { Read, SqlParams, SqlRow, SqlValue, Write } from './sql.ts'

type Prepared = Map<string, Database.Statement<[SqlParams], unknown>>

/** The one place that calls the driver: prepares each statement once, tells `onStatement` its name, translates failures. */
export class Connection {
  readonly path: string
  readonly #database: Database.Database
  readonly #onStatement: (name: string) => void
  readonly #prepared: Prepared
  readonly #signal: AbortSignal | null

  constructor(
    path: string,
    database: Database.Database,
    onStatement: (name: string) => void,
    prepared: Prepared = new Map(),
    signal: AbortSignal | null = null,
  ) {
    this.path = path
    this.#database = database
    this.#onStatement = onStatement
    this.#prepared = prepared
    this.#signal = signal
  }

  /** The same connection, which begins no statement after the signal has fired: it throws its reason. One under way blocks this thread. */
  under(signal: AbortSignal): Connection {
    const both = this.#signal ? AbortSignal.any([this.#signal, signal]) : signal
    return new Connection(this.path, this.#database, this.#onStatement, this.#prepared, both)
  }

  all<P extends SqlParams, Raw extends SqlRow, Row>(query: Read<P, Raw, Row>, params: P): Row[] {
    this.#signal?.throwIfAborted()
    return this.#calling(query.name, () => {
      const statement = this.#prepare(query, true)
      const rows: Row[] = []
      for (const raw of statement.all(params)) rows.push(query.decode(raw as Raw))
      return rows
    })
  }

  first<P extends SqlParams, Raw extends SqlRow, Row>(query: Read<P, Raw, Row>, params: P): Row | null {
    return this.all(query, params)[0] ?? null
  }

  /** @returns how many rows it touched, and the key of the last row that it inserted. */
  run<P extends SqlParams>(statement: Write<P>, params: P): { readonly rows: number; readonly key: number } {
    this.#signal?.throwIfAborted()
    return this.#calling(statement.name, () => {
      const { changes, lastInsertRowid } = this.#prepare(statement, false).run(params)
      return { rows: changes, key: Number(lastInsertRowid) }
    })
  }

  /** A statement whose values are given by place, for many rows: it is not told of, and a signal does not end it. */
  runByPlace(statement: Write<never>, values: readonly SqlValue[]): { readonly rows: number; readonly key: number } {
    try {
      const { changes, lastInsertRowid } = this.#prepare(statement, false).run(values as unknown as SqlParams)
      return { rows: changes, key: lastInsertRowid as number }
    } catch (error) {
      throw toStoreError(error, this.path)
    }
  }

  /** Several reads that see one state of the file. */
  reading<T>(work: () => T): T {
    this.#signal?.throwIfAborted()
    this.#control('BEGIN')
    try {
      return work()
    } finally {
      // After some failures SQLite has ended it by itself.
      if (this.#database.inTransaction) this.#control('COMMIT')
    }
  }

  /** Takes the lock of writers first, then works; what was done is undone when `work` throws or says not to keep it. */
  writing<T>(work: () => { readonly keep: boolean; readonly value: T }): T {
    this.#signal?.throwIfAborted()
    this.#control('BEGIN IMMEDIATE')
    try {
      const { keep, value } = work()
      this.#control(keep ? 'COMMIT' : 'ROLLBACK')
      return value
    } catch (error) {
      // After some failures, such as a full disk, SQLite has rolled back by itself.
      if (this.#database.inTransaction) this.#control('ROLLBACK')
      throw error
    }
  }

  close(): void {
    this.#prepared.clear()
    this.#database.close()
  }

  #control(verb: string): void {
    this.#calling(verb.toLowerCase(), () => this.#database.exec(verb))
  }

  #prepare(query: { readonly name: string; readonly text: string }, reads: boolean) {
    const held = this.#prepared.get(query.name)
    if (held) return held
    const statement = this.#database.prepare<[SqlParams], unknown>(query.text)
    if (reads) statement.raw(true)
    this.#prepared.set(query.name, statement)
    return statement
  }

  #calling<T>(name: string, work: () => T): T {
    this.#onStatement(name)
    try {
      return work()
    } catch (error) {
      throw toStoreError(error, this.path)
    }
  }
}

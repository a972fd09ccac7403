import neo4j, {
  Neo4jError,
  type Driver,
  type ManagedTransaction,
  type Plan,
  type RecordShape,
  type Result,
} from 'neo4j-driver'
import type { CypherParams, CypherText, NoParams, Read, Write } from './cypher.ts'
import { encode } from './encode.ts'
import { closedError, notNeo4jError, toStoreError } from './errors.ts'
import { inChunks } from './in-chunks.ts'
import { inTurn } from './in-turn.ts'
import { untilAborted } from './until-aborted.ts'
import { whileUndecided } from './while-undecided.ts'

export interface Neo4jTarget {
  /** Such as `bolt://127.0.0.1:7687` or `neo4j+s://…`. */
  readonly uri: string
  readonly user: string
  readonly password: string
  /** Null: the user's home database. */
  readonly database: string | null
}

export interface RunOptions {
  /** Called with the name of each statement that is sent. */
  readonly onStatement: (name: string) => void
  /** How long a call is tried again after failures that may pass, in milliseconds. */
  readonly retryMs: number
  /** Whole numbers come as `bigint`: exact, and slower. */
  readonly exact?: boolean
}

/** What is asked of a query that is not Entente's own. */
export interface Limits {
  readonly rows: number
  readonly ms: number
  /** Called with each value of each row as it comes. */
  readonly toValue: (value: unknown) => unknown
}

/** The first rows of a query that is not Entente's own. */
export interface Some {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  readonly more: boolean
  /** Null where there are more rows, and where the server tells none. */
  readonly plan: Plan | null
  /** `r`: it reads. */
  readonly type: string | null
}

/** A transaction under way. Its statements run one after the other. */
export interface Transaction {
  all<P extends CypherParams, Raw extends readonly unknown[], Row>(query: Read<P, Raw, Row>, params: P): Promise<Row[]>
  run<P extends CypherParams>(statement: Write<P>, params: P): Promise<void>
}

/** How long the server works on one statement that reads, and on a transaction that writes, before it gives up. */
const READ_MS = 30_000
const WRITE_MS = 300_000
const STREAM_MS = 600_000
/** How long it may take to say what it is. */
const GREETING_MS = 5_000
/** Rows that come in one piece. */
const FETCH_SIZE = 20_000
const CONNECT_MS = 5_000
/** The code of what the driver finds out by itself. */
const NO_CODE = 'N/A'
/** Beyond what the server was granted: it may also be the network that hangs. */
const GRACE_MS = 5_000

/**
 * The one place that calls the driver: database, access mode, time limits, who asks; tells `onStatement` each name, translates
 * failures. Ends what is under way when it is closed.
 */
export class Connection {
  readonly uri: string
  readonly #driver: Driver
  readonly #database: { readonly database?: string }
  readonly #options: RunOptions
  readonly #closing: AbortController
  /** Null: answers are wanted as long as it takes. */
  readonly #wanted: AbortSignal | null

  private constructor(
    target: Pick<Neo4jTarget, 'uri' | 'database'>,
    options: RunOptions,
    driver: Driver,
    closing: AbortController,
    wanted: AbortSignal | null,
  ) {
    this.uri = target.uri
    this.#database = target.database === null ? {} : { database: target.database }
    this.#options = options
    this.#driver = driver
    this.#closing = closing
    this.#wanted = wanted
  }

  /** Nothing is sent yet. */
  static to(target: Neo4jTarget, options: RunOptions): Connection {
    const driver = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password), {
      ...(options.exact ? { useBigInt: true } : { disableLosslessIntegers: true }),
      fetchSize: FETCH_SIZE,
      maxTransactionRetryTime: options.retryMs,
      connectionTimeout: CONNECT_MS,
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      telemetryDisabled: true,
      userAgent: 'entente',
    })
    return new Connection(target, options, driver, new AbortController(), null)
  }

  /** The same connection; what it is asked fails with the signal's reason when that fires, and ends in the server too. */
  under(signal: AbortSignal): Connection {
    const both = this.#wanted ? AbortSignal.any([this.#wanted, signal]) : signal
    const target = { uri: this.uri, database: this.#database.database ?? null }
    return new Connection(target, this.#options, this.#driver, this.#closing, both)
  }

  async all<P extends CypherParams, Raw extends readonly unknown[], Row>(
    query: Read<P, Raw, Row>,
    params: P,
  ): Promise<Row[]> {
    return this.#calling(READ_MS, this.#wanted, async (signal) => {
      this.#options.onStatement(query.name)
      return this.#driver.executeQuery(query.text, encode(params), {
        ...this.#database,
        routing: query.ofLeader ? 'WRITE' : 'READ',
        signal,
        transactionConfig: this.#config(READ_MS, query.name),
        resultTransformer: async (result) => decodeAll(result, query.decode),
      })
    })
  }

  async first<P extends CypherParams, Raw extends readonly unknown[], Row>(
    query: Read<P, Raw, Row>,
    params: P,
  ): Promise<Row | null> {
    return (await this.all(query, params))[0] ?? null
  }

  /** One transaction, tried again where a failure may pass; what was done is undone when `work` throws or says not to keep it. */
  async writing<T>(
    name: string,
    work: (transaction: Transaction) => Promise<{ readonly keep: boolean; readonly value: T }>,
  ): Promise<T> {
    const undecided = whileUndecided(this.#wanted)
    return this.#calling(WRITE_MS, undecided.signal, async (signal) => {
      const session = this.#session('WRITE')
      // What runs on a session ends in the server when it is closed.
      const end = (): void => void session.close().catch(() => {})
      signal.addEventListener('abort', end)
      try {
        return await session.executeWrite(
          async (managed) => {
            undecided.open()
            const { keep, value } = await work(this.#transaction(managed, signal))
            if (!keep) throw new Discarded(value)
            signal.throwIfAborted()
            // From here on the driver commits.
            undecided.shut()
            return value
          },
          this.#config(WRITE_MS, name),
        )
      } catch (error) {
        if (error instanceof Discarded) return error.value as T
        throw error
      } finally {
        signal.removeEventListener('abort', end)
        await session.close()
        undecided.end()
      }
    })
  }

  /** Rows in chunks, as they come; whoever asked may be slower than the server. One that is not read to its end is cancelled. */
  async *stream<P extends CypherParams, Raw extends readonly unknown[], Row>(
    query: Read<P, Raw, Row>,
    params: P,
  ): AsyncGenerator<Row[]> {
    yield* this.#reading(query, params, FETCH_SIZE, (result, signal) => inChunks(result, query.decode, signal))
  }

  /** Rows in chunks of so many, no faster than they are taken. */
  async *steadily<P extends CypherParams, Raw extends readonly unknown[], Row>(
    query: Read<P, Raw, Row>,
    params: P,
    size: number,
  ): AsyncGenerator<Row[]> {
    yield* this.#reading(query, params, size, (result, signal) => inTurn(result, query.decode, size, signal))
  }

  /** A command on constraints or indexes, in a transaction of its own. */
  async command(name: string, text: CypherText): Promise<void> {
    const statement: Write<NoParams> = { name, text }
    await this.writing(name, async (transaction) => {
      await transaction.run(statement, {})
      return { keep: true, value: null }
    })
  }

  /** A query that is not Entente's own: read only, never tried again, no more rows fetched than asked for. */
  async some(
    name: string,
    text: string,
    params: Readonly<Record<string, unknown>>,
    { rows, ms, toValue }: Limits,
  ): Promise<Some> {
    return this.#calling(ms, this.#wanted, async (signal) => {
      const session = this.#session('READ', rows + 1)
      try {
        this.#options.onStatement(name)
        const result = session.run(text, encode(params as CypherParams), this.#config(ms, name))
        return await untilAborted(signal, someOf(result, rows, toValue))
      } finally {
        await session.close()
      }
    })
  }

  /** Such as `Neo4j/5.26.30`. */
  async serverAgent(): Promise<string> {
    return this.#calling(GREETING_MS, this.#wanted, async () => {
      try {
        const { agent } = await this.#driver.getServerInfo(this.#database)
        return agent ?? ''
      } catch (error) {
        // What the driver says of an answer that is not Bolt has no code.
        if (error instanceof Neo4jError && error.code === NO_CODE) throw notNeo4jError(this.uri, error)
        throw error
      }
    })
  }

  /** Ends what is under way and gives back every connection. */
  async close(): Promise<void> {
    this.#closing.abort(closedError())
    await this.#driver.close()
  }

  async *#reading<P extends CypherParams, Raw extends readonly unknown[], Row>(
    query: Read<P, Raw, Row>,
    params: P,
    fetchSize: number,
    rows: (result: Result, signal: AbortSignal) => AsyncGenerator<Row[]>,
  ): AsyncGenerator<Row[]> {
    const limits = [this.#closing.signal, AbortSignal.timeout(STREAM_MS)]
    const signal = AbortSignal.any(this.#wanted ? [...limits, this.#wanted] : limits)
    if (signal.aborted) throw this.#translate(signal.reason)
    const session = this.#session('READ', fetchSize)
    try {
      this.#options.onStatement(query.name)
      yield* rows(session.run(query.text, encode(params), this.#config(STREAM_MS, query.name)), signal)
    } catch (error) {
      throw this.#translate(error)
    } finally {
      await session.close()
    }
  }

  #session(defaultAccessMode: 'READ' | 'WRITE', fetchSize = FETCH_SIZE) {
    const bookmarkManager = this.#driver.executeQueryBookmarkManager
    return this.#driver.session({ ...this.#database, defaultAccessMode, bookmarkManager, fetchSize })
  }

  #config(timeout: number, type: string) {
    return { timeout, metadata: { app: 'entente', type } }
  }

  #transaction(managed: ManagedTransaction, signal: AbortSignal): Transaction {
    const send = (statement: { readonly name: string; readonly text: CypherText }, params: CypherParams): Result => {
      signal.throwIfAborted()
      this.#options.onStatement(statement.name)
      return managed.run(statement.text, encode(params))
    }
    return {
      all: async (query, params) => decodeAll(send(query, params), query.decode),
      run: async (statement, params) => {
        await send(statement, params)
      },
    }
  }

  /** Never outlasts its limit, whatever becomes of the server or of the network. */
  async #calling<T>(ms: number, wanted: AbortSignal | null, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const limits = [this.#closing.signal, AbortSignal.timeout(ms + this.#options.retryMs + GRACE_MS)]
    const signal = AbortSignal.any(wanted ? [...limits, wanted] : limits)
    try {
      // The driver does not look at a signal that fired before the call.
      signal.throwIfAborted()
      return await untilAborted(signal, work(signal))
    } catch (error) {
      // What the driver says of a session that was closed under it is no news.
      throw this.#translate(signal.aborted ? signal.reason : error)
    }
  }

  #translate(error: unknown): unknown {
    if (this.#closing.signal.aborted) return closedError(error)
    return toStoreError(error, this.uri)
  }
}

/** Carries the value of a transaction that is not to be kept: the driver undoes what throws. */
class Discarded extends Error {
  override readonly name = 'Discarded'
  readonly value: unknown
  constructor(value: unknown) {
    super('This transaction is not kept.')
    this.value = value
  }
}

async function decodeAll<Raw, Row>(result: Result<RecordShape>, decode: (raw: Raw) => Row): Promise<Row[]> {
  const { records } = await result
  return records.map((record) => decode(record.get(0) as Raw))
}

async function someOf(result: Result<RecordShape>, most: number, toValue: (value: unknown) => unknown): Promise<Some> {
  const columns = await result.keys()
  const rows: unknown[][] = []
  for await (const record of result) {
    // What comes after is never fetched.
    if (rows.length === most) return { columns, rows, more: true, plan: null, type: null }
    rows.push([...record.values()].map(toValue))
  }
  const { plan, queryType } = await result.summary()
  return { columns, rows, more: false, plan: plan === false ? null : plan, type: queryType }
}

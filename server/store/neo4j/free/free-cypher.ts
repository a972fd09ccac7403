import { Worker } from 'node:worker_threads'
import { CypherRefusedError, StoreUnavailableError, type CypherAnswer, type CypherAsk } from '../../graph-store.ts'
import { closedError } from '../errors.ts'
import { freeUnderWay } from '../queries/free.ts'
import type { Connection, Neo4jTarget } from '../run.ts'
import { EXPLAINING, RUNNING, tooLong, tooMuch, type Asked } from './answer.ts'
import { notPlain } from './query-text.ts'
import type { Told } from './worker.ts'

const WORKER = new URL('./worker.ts', import.meta.url)
/** Of the thread: beyond it, the answer is too large. */
const MOST_MEGABYTES = 512
/** Beyond what the server was granted: it may not look at its clock, and a large row takes long to unpack. */
const GRACE_MS = 5_000
const ANOTHER = 'Another query is being answered. Try again when it has ended.'

/**
 * Queries of users' own, one at a time, also among several servers on one database. They are answered in a thread of their own,
 * which is ended when time is over or the user has gone: a single row may take minutes to unpack, and meanwhile nobody else would be
 * answered.
 */
export class FreeCypher {
  readonly #target: Neo4jTarget
  readonly #db: Connection
  readonly #onStatement: (name: string) => void
  readonly #closing = new AbortController()
  #worker: Worker | null = null
  #isBusy = false

  constructor(target: Neo4jTarget, db: Connection, onStatement: (name: string) => void) {
    this.#target = target
    this.#db = db
    this.#onStatement = onStatement
  }

  /** @throws CypherRefusedError, StoreUnavailableError, or the reason of the signal. */
  async answer({ query, parameters, rows, ms }: CypherAsk, given: AbortSignal | null): Promise<CypherAnswer> {
    given?.throwIfAborted()
    if (this.#closing.signal.aborted) throw closedError()
    const strange = notPlain(query)
    if (strange !== null) throw new CypherRefusedError(`This query ${strange}.`)
    if (this.#isBusy) throw new CypherRefusedError(ANOTHER)
    this.#isBusy = true
    try {
      // One that was given up may still be at work in the database.
      const db = given ? this.#db.under(given) : this.#db
      const underWay = await db.first(freeUnderWay, { types: [EXPLAINING, RUNNING] })
      if (underWay !== 0) throw new CypherRefusedError(ANOTHER)
      const limit = AbortSignal.timeout(ms + GRACE_MS)
      const signal = AbortSignal.any([this.#closing.signal, limit, ...(given ? [given] : [])])
      const told = await this.#ask({ query, parameters, rows, ms }, signal)
      return toAnswer(told)
    } catch (error) {
      if (given?.aborted) throw given.reason
      if (this.#closing.signal.aborted) throw closedError(error)
      throw error instanceof DOMException && error.name === 'TimeoutError' ? tooLong(ms, error) : error
    } finally {
      this.#isBusy = false
    }
  }

  async close(): Promise<void> {
    this.#closing.abort(closedError())
    await this.#end()
  }

  /** What came of a query. @throws the signal's reason; CypherRefusedError where the thread has no memory left. */
  #ask(asked: Asked, signal: AbortSignal): Promise<Told> {
    const worker = (this.#worker ??= this.#start())
    return new Promise<Told>((resolve, reject) => {
      const settle = (): void => {
        worker.off('message', onMessage).off('error', onError)
        signal.removeEventListener('abort', onAbort)
      }
      const onMessage = (told: Told): void => {
        if ('statement' in told) return this.#onStatement(told.statement)
        settle()
        resolve(told)
      }
      const onError = (error: unknown): void => {
        settle()
        this.#worker = null
        reject(isOutOfMemory(error) ? tooMuch(error) : error)
      }
      const onAbort = (): void => {
        settle()
        void this.#end()
        reject(signal.reason as Error)
      }
      worker.on('message', onMessage).on('error', onError)
      signal.addEventListener('abort', onAbort)
      if (signal.aborted) onAbort()
      else worker.postMessage(plain(asked))
    })
  }

  #start(): Worker {
    const worker = new Worker(WORKER, {
      workerData: this.#target,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    })
    // It keeps no process alive, and what fails in it while nobody asks only ends it.
    worker.unref()
    worker.on('error', () => {})
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = null
    })
    return worker
  }

  async #end(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}

/** Objects without a prototype, as they come out of GraphQL, go from thread to thread as they are; their getters do not. */
function plain(asked: Asked): Asked {
  return { ...asked, parameters: JSON.parse(JSON.stringify(asked.parameters)) as Asked['parameters'] }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function toAnswer(told: Told): CypherAnswer {
  if ('answer' in told) return told.answer
  if ('refused' in told) throw new CypherRefusedError(told.refused)
  if ('unavailable' in told) throw new StoreUnavailableError(told.unavailable)
  throw new Error('failed' in told ? told.failed : 'The thread told nothing.')
}

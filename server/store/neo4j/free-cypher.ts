import { Neo4jError } from 'neo4j-driver'
import { CypherRefusedError, StoreUnavailableError, type CypherAnswer, type CypherAsk } from '../graph-store.ts'
import { notReading } from './plan-operators.ts'
import { notPlain } from './query-text.ts'
import type { Connection, Some } from './run.ts'
import { toJson } from './to-json.ts'

const EXPLAIN = 'EXPLAIN\n'
const ONLY_READS = 'Only queries that read nodes and edges are answered.'
const POSITION = / \(line (\d+), column (\d+) \(offset: \d+\)\)/

/**
 * Queries of users' own, one at a time. Each is planned first and refused where its plan has an operator that is not known to read
 * only; then it runs where the server refuses writing. It is never tried again.
 */
export class FreeCypher {
  readonly #db: Connection
  /** Calls, and statements that have not ended with theirs. */
  #underWay = 0

  /** @param db whose integers are exact. */
  constructor(db: Connection) {
    this.#db = db
  }

  /** @throws CypherRefusedError, StoreUnavailableError, or the reason of the signal. */
  async answer(ask: CypherAsk): Promise<CypherAnswer> {
    ask.signal?.throwIfAborted()
    const strange = notPlain(ask.query)
    if (strange !== null) throw new CypherRefusedError(`This query ${strange}.`)
    if (this.#underWay > 0) {
      throw new CypherRefusedError('Another query is being answered. Try again when it has ended.')
    }
    this.#underWay += 1
    try {
      const { plan, type } = await this.#run(ask, 'explain-free', EXPLAIN)
      const found = plan === null ? 'has no plan' : notReading(plan)
      if (found !== null) throw new CypherRefusedError(`This query ${found}. ${ONLY_READS}`)
      if (type !== 'r') throw new CypherRefusedError(`This query writes. ${ONLY_READS}`)
      const { columns, rows, more } = await this.#run(ask, 'free', '')
      return { columns, rows: rows.map((row) => row.map(toJson)), truncated: more }
    } finally {
      this.#underWay -= 1
    }
  }

  async #run(ask: CypherAsk, name: string, before: string): Promise<Some> {
    const { query, parameters, rows, ms, signal } = ask
    const running = this.#db.some(name, before + query, parameters, { rows, ms, ...(signal && { signal }) })
    this.#underWay += 1
    void running.ended.then(() => (this.#underWay -= 1))
    try {
      return await running.answer
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      throw toRefused(error, ms, before !== '')
    }
  }
}

/** What is wrong with the query, rather than with the store; by the code of the driver's error. @param isShifted by one line. */
function toRefused(error: unknown, ms: number, isShifted: boolean): unknown {
  const cause = error instanceof StoreUnavailableError ? error.cause : error
  if (cause instanceof DOMException && cause.name === 'TimeoutError') return tooLong(ms, cause)
  if (!(cause instanceof Neo4jError)) return error
  const { code } = cause
  if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) return tooLong(ms, cause)
  if (/OutOfMemory/.test(code)) {
    return new CypherRefusedError(
      'The query needs more memory than the database gives it. Ask for less at once.',
      cause,
    )
  }
  if (/^Neo\.(ClientError\.(Statement|Procedure|Schema|General)|DatabaseError\.Statement)\./.test(code)) {
    return new CypherRefusedError(`Neo4j says: ${oneLine(cause.message, isShifted)}`, cause)
  }
  return error
}

function tooLong(ms: number, cause: unknown): CypherRefusedError {
  return new CypherRefusedError(
    `The query took longer than ${ms / 1000} s and was ended. Ask for less: name an id, a kind or a date.`,
    cause,
  )
}

/** The first line of a message; the places that it names are those of the user's text. */
function oneLine(message: string, isShifted: boolean): string {
  const [first = ''] = message.split('\n')
  return first.replace(POSITION, (_, line: string, column: string) => {
    const own = Number(line) - (isShifted ? 1 : 0)
    return own < 1 ? '' : ` (line ${own}, column ${column})`
  })
}

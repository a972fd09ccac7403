import { Neo4jError } from 'neo4j-driver'
import { CypherRefusedError, StoreUnavailableError, type CypherAnswer } from '../../graph-store.ts'
import type { Connection, Some } from '../run.ts'
import { notReading } from './plan-operators.ts'
import { TooMuchError, ToJson } from './to-json.ts'

/** What is asked, as it goes from thread to thread. */
export interface Asked {
  readonly query: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly rows: number
  readonly ms: number
}

const EXPLAIN = 'EXPLAIN\n'
/** What metadata of transactions say: by these others see that one is under way. */
export const EXPLAINING = 'explain-free'
export const RUNNING = 'free'
const ONLY_READS = 'Only queries that read nodes and edges are answered.'
const POSITION = / \(line (\d+), column (\d+) \(offset: \d+\)\)/
/** Values in an answer, those inside of nodes, lists and objects counted. */
const MOST_VALUES = 200_000

/**
 * Plans a query, refuses it where its plan has an operator that is not known to read only, and runs it where the server refuses
 * writing. It is never tried again.
 * @param db whose integers are exact.
 * @throws CypherRefusedError, StoreUnavailableError
 */
export async function answer(db: Connection, { query, parameters, rows, ms }: Asked): Promise<CypherAnswer> {
  const json = new ToJson(MOST_VALUES)
  const toValue = (value: unknown) => json.value(value)
  const run = async (name: string, before: string): Promise<Some> => {
    try {
      return await db.some(name, before + query, parameters, { rows, ms, toValue })
    } catch (error) {
      throw toRefused(error, ms, before !== '')
    }
  }
  const { plan, type } = await run(EXPLAINING, EXPLAIN)
  const found = plan === null ? 'has no plan' : notReading(plan)
  if (found !== null) throw new CypherRefusedError(`This query ${found}. ${ONLY_READS}`)
  if (type !== 'r') throw new CypherRefusedError(`This query writes. ${ONLY_READS}`)
  const { columns, rows: given, more } = await run(RUNNING, '')
  return { columns, rows: given, truncated: more }
}

/** What is wrong with the query, rather than with the store; by the code of the driver's error. @param isShifted by one line. */
function toRefused(error: unknown, ms: number, isShifted: boolean): unknown {
  // The driver itself comes to its end where lists and objects stand too deep.
  if (error instanceof TooMuchError || error instanceof RangeError) return tooMuch(error)
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

export function tooLong(ms: number, cause?: unknown): CypherRefusedError {
  const says = `The query took longer than ${ms / 1000} s and was ended. Ask for less: name an id, a kind or a date.`
  return new CypherRefusedError(says, cause)
}

export function tooMuch(cause?: unknown): CypherRefusedError {
  return new CypherRefusedError(
    'The answer is too large. Ask for fewer rows, for properties instead of nodes, or count.',
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

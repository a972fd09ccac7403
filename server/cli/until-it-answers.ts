import { setTimeout as pause } from 'node:timers/promises'
import { StoreUnavailableError } from '../store/graph-store.ts'
import { Neo4jDatabaseError } from '../store/neo4j/errors.ts'

/** From one try to the next. */
const EVERY_MS = 1_000
/** Codes of Neo4j that say that somebody has to change something; of these, some pass all the same. */
const LASTING = 'Neo.ClientError.'
const PASSING = ['Neo.ClientError.Security.AuthenticationRateLimit', 'Neo.ClientError.Transaction.']

/**
 * Tries until the store answers. @param waiting told each time why it does not. @param stop ends the waiting.
 * @throws what waiting cannot change, such as a wrong password; and the signal's reason.
 */
export async function untilItAnswers<T>(
  work: () => Promise<T>,
  waiting: (says: string) => void,
  stop: AbortSignal,
): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StoreUnavailableError) || isLasting(error)) throw error
      waiting(error.says)
    }
    await pause(EVERY_MS, undefined, { signal: stop })
  }
}

function isLasting(error: StoreUnavailableError): boolean {
  if (error instanceof Neo4jDatabaseError) return true
  const code = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : ''
  return code.startsWith(LASTING) && !PASSING.some((beginning) => code.startsWith(beginning))
}

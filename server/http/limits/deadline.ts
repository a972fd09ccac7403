import type { ServerResponse } from 'node:http'
import { ClientGoneError, DeadlineExceededError } from '../../graphql/errors.ts'

/** How long the work for one request may take, milliseconds. */
export const DEADLINE_MS = 20_000
/** How long a client may take to take its answer, milliseconds. */
export const TAKING_MS = 60_000

/** How long an answer is wanted. */
export interface Wanted {
  /** Fires with a `DeadlineExceededError` when the time is over, with a `ClientGoneError` when nobody waits any more. */
  readonly signal: AbortSignal
  /** What comes of the work. @throws the signal's reason as soon as it fires. */
  until<T>(work: Promise<T>): Promise<T>
  /** The work is done, and what is left is bounded otherwise: the deadline no longer counts. */
  over(): void
  /** The answer is on its way: the deadline no longer counts. Who does not take it within `TAKING_MS` is cut. */
  answered(): void
}

/** From now on, the whole request having come. @param ms the deadline. */
export function whileWanted(res: ServerResponse, ms: number): Wanted {
  const controller = new AbortController()
  const { signal } = controller
  let timer = setTimeout(() => controller.abort(new DeadlineExceededError(ms)), ms)
  const closed = (): void => {
    clearTimeout(timer)
    if (!res.writableFinished) controller.abort(new ClientGoneError())
  }
  if (res.closed) closed()
  else res.once('close', closed)
  return {
    signal,
    async until(work) {
      const { promise: over, reject } = Promise.withResolvers<never>()
      const end = (): void => reject(signal.reason as Error)
      signal.addEventListener('abort', end)
      if (signal.aborted) end()
      try {
        return await Promise.race([work, over])
      } finally {
        signal.removeEventListener('abort', end)
      }
    },
    over() {
      clearTimeout(timer)
    },
    answered() {
      clearTimeout(timer)
      if (!res.closed) timer = setTimeout(() => res.destroy(), TAKING_MS)
    },
  }
}

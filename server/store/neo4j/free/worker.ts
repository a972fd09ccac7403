import { parentPort, workerData } from 'node:worker_threads'
import { CypherRefusedError, StoreUnavailableError, type CypherAnswer } from '../../graph-store.ts'
import { Connection, type Neo4jTarget } from '../run.ts'
import { answer, type Asked } from './answer.ts'

/** What this thread tells: each statement that it sends, and what came of a query. */
export type Told =
  | { readonly statement: string }
  | { readonly answer: CypherAnswer }
  | { readonly refused: string }
  | { readonly unavailable: string }
  | { readonly failed: string }

/** One query after the other; whoever has had enough ends the thread. */
const tell = (told: Told): void => parentPort?.postMessage(told)
const connection = Connection.to(workerData as Neo4jTarget, {
  onStatement: (statement) => tell({ statement }),
  retryMs: 0,
  exact: true,
})

parentPort?.on('message', (asked: Asked) => {
  answer(connection, asked).then(
    (given) => tell({ answer: given }),
    (error: unknown) => tell(toTold(error)),
  )
})

function toTold(error: unknown): Told {
  if (error instanceof CypherRefusedError) return { refused: error.says }
  if (error instanceof StoreUnavailableError) return { unavailable: error.says }
  return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

import type { Result } from 'neo4j-driver'
import { untilAborted } from './until-aborted.ts'

/**
 * The rows of a result in chunks, no faster than they are taken: the server waits where whoever asked is slow. A third slower than
 * `inChunks`, which keeps what has come.
 * @throws what the driver says, or the signal's reason.
 */
export async function* inTurn<Raw, Row>(
  result: Result,
  decode: (raw: Raw) => Row,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<Row[]> {
  const records = result[Symbol.asyncIterator]()
  for (;;) {
    const chunk = await untilAborted(signal, take())
    if (chunk.length > 0) yield chunk
    if (chunk.length < size) return
  }

  async function take(): Promise<Row[]> {
    const chunk: Row[] = []
    while (chunk.length < size) {
      const { done, value } = await records.next()
      if (done) break
      chunk.push(decode(value.get(0) as Raw))
    }
    return chunk
  }
}

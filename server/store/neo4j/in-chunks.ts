import type { Result } from 'neo4j-driver'
import { untilAborted } from './until-aborted.ts'

/** Rows of one chunk. */
const CHUNK = 20_000

/**
 * The rows of a result in chunks. The driver hands rows over by calls, which is a third quicker than awaiting each.
 * @throws what the driver says, or the signal's reason.
 */
export async function* inChunks<Raw, Row>(
  result: Result,
  decode: (raw: Raw) => Row,
  signal: AbortSignal,
): AsyncGenerator<Row[]> {
  const full: Row[][] = []
  let filling: Row[] = []
  let wake = (): void => {}
  const ended = new Promise<'ended'>((resolve, reject) => {
    result.subscribe({
      onNext: (record) => {
        filling.push(decode(record.get(0) as Raw))
        if (filling.length < CHUNK) return
        full.push(filling)
        filling = []
        wake()
      },
      onCompleted: () => resolve('ended'),
      onError: reject,
    })
  })
  // It is awaited below; until then its failure waits there.
  ended.catch(() => {})
  for (;;) {
    const more = new Promise<'more'>((resolve) => (wake = () => resolve('more')))
    const chunk = full.shift()
    if (chunk) {
      yield chunk
      continue
    }
    if ((await untilAborted(signal, Promise.race([more, ended]))) === 'more') continue
    if (full.length > 0) continue
    if (filling.length > 0) yield filling
    return
  }
}

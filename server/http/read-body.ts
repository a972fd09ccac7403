import type { IncomingMessage } from 'node:http'

/** 1 MB. */
export const BODY_LIMIT = 1_048_576

/** The body is larger than the limit; what remains of it is dropped as it comes, so that the client still reads its answer. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'
  readonly limit: number
  constructor(limit: number) {
    super(`The body is larger than ${limit} bytes.`)
    this.limit = limit
  }
}

/** The client went away before the whole body had come. */
export class BodyCutShortError extends Error {
  override readonly name = 'BodyCutShortError'
}

/**
 * The whole body as UTF-8 text. Bytes are counted as they come: what `content-length` says is believed only when it says too much.
 * @param hold told how many bytes have come; what it throws ends the reading.
 * @throws BodyTooLargeError, BodyCutShortError
 */
export function readBody(
  req: IncomingMessage,
  limit: number = BODY_LIMIT,
  hold: (bytes: number) => void = () => {},
): Promise<string> {
  if (Number(req.headers['content-length'] ?? 0) > limit) return Promise.reject(new BodyTooLargeError(limit))
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const take = (chunk: Buffer): void => {
      bytes += chunk.length
      try {
        if (bytes > limit) throw new BodyTooLargeError(limit)
        hold(chunk.length)
        chunks.push(chunk)
      } catch (error) {
        chunks.length = 0
        req.off('data', take).resume()
        reject(error)
      }
    }
    req.on('data', take)
    req.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    req.once('error', (error) => reject(new BodyCutShortError('The body was cut short.', { cause: error })))
    req.once('close', () => reject(new BodyCutShortError('The body was cut short.')))
  })
}

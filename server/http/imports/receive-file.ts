import { open, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { cutSlow, withoutTimeLimit } from '../limits/timeouts.ts'
import { ImportRequestError, UploadCutError } from './upload-error.ts'

export interface ReceiveOptions {
  readonly path: string
  /** Bytes that the body may have. */
  readonly limit: number
  /** How long nothing may come, milliseconds. */
  readonly idleMs: number
}

/**
 * Writes the body of a request into a new file, piece by piece; takes as long as something comes. Where it fails nothing is left.
 * @returns its bytes. @throws ImportRequestError, UploadCutError
 */
export async function receiveFile(req: IncomingMessage, res: ServerResponse, options: ReceiveOptions): Promise<number> {
  const { path, limit } = options
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge(limit)
  try {
    return await write(req, res, options)
  } catch (error) {
    await rm(path, { force: true })
    throw toRefusal(error)
  }
}

async function write(req: IncomingMessage, res: ServerResponse, options: ReceiveOptions): Promise<number> {
  const { path, limit, idleMs } = options
  const file = await open(path, 'wx', 0o600)
  withoutTimeLimit(req)
  const idle = setTimeout(() => cutSlow(req, res), idleMs)
  let bytes = 0
  try {
    for await (const piece of req.iterator({ destroyOnReturn: false })) {
      idle.refresh()
      bytes += (piece as Buffer).length
      if (bytes > limit) throw tooLarge(limit)
      await file.writeFile(piece as Buffer)
    }
  } finally {
    clearTimeout(idle)
    await file.close()
  }
  if (!req.complete) throw new UploadCutError('The upload was cut short.')
  if (bytes === 0) throw new ImportRequestError(400, 'The file is empty. Send it as the body.')
  return bytes
}

function tooLarge(limit: number): ImportRequestError {
  const says = `A file may have ${limit.toLocaleString('en')} bytes at most. Import a larger one on the machine itself with "entente import", or zip it.`
  return new ImportRequestError(413, says)
}

function toRefusal(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new ImportRequestError(
      507,
      'The disk of the server is full. Make room in its data folder, then try again.',
      error,
    )
  }
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return new UploadCutError('The upload was cut short.', { cause: error })
  }
  return error
}

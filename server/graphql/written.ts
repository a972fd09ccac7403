import type { Recorder } from '../hand/recorder.ts'
import type { RequestContext } from './context.ts'
import { ForbiddenError } from './errors.ts'

/**
 * Writes by hand; what the request reads afterwards, below this field and in the next, is what then stands.
 * @throws ForbiddenError, and what the recorder throws
 */
export async function written<T>(context: RequestContext, write: (recorder: Recorder) => Promise<T>): Promise<T> {
  if (context.recorder === null) {
    throw new ForbiddenError('Nothing can be written here. Send mutations to a server that `entente serve` runs.')
  }
  try {
    return await write(context.recorder)
  } finally {
    context.renew()
  }
}

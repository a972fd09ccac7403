import { parentPort, workerData } from 'node:worker_threads'
import { openFiles } from '../../../server/ingest/files/open-files.ts'

/** Reads the lines of a file in a thread that may hold little, and tells how many there were, which were cut, or what was refused. */
async function read(
  path: string,
): Promise<{ readonly lines: number; readonly cut: readonly number[] } | { readonly says: string }> {
  let lines = 0
  const cut: number[] = []
  try {
    for (const file of await openFiles([path]))
      for await (const batch of file.lines()) {
        lines += batch.lines.length
        cut.push(...batch.cut)
      }
  } catch (error) {
    if (error instanceof Error && 'says' in error) return { says: String(error.says) }
    throw error
  }
  return { lines, cut }
}

parentPort?.postMessage(await read(String(workerData)))

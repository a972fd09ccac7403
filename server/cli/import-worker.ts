import { parentPort, workerData } from 'node:worker_threads'
import { whyRefused } from '../ingest/import/errors.ts'
import { RejectsFile } from '../ingest/import/rejects-file.ts'
import { runImport } from '../ingest/import/run-import.ts'
import { undoImport } from '../ingest/import/undo-import.ts'
import type { ImportOrder, Imported } from '../http/imports/importer.ts'
import type { GraphStore } from '../store/graph-store.ts'
import type { FromThread, ThreadOrder, ToThread } from './import-thread-messages.ts'
import { openStore } from './open-store.ts'

/** Events that are written at once: a person's own change waits no longer than this takes. */
const AT_ONCE = 2_000

if (parentPort) await work(parentPort, workerData as ThreadOrder)

/** Writes an import, or takes one out, through a store of its own, so that the thread that answers is free meanwhile. */
async function work(port: NonNullable<typeof parentPort>, { choice, work: wanted }: ThreadOrder): Promise<void> {
  const tell = (message: FromThread): void => port.postMessage(message)
  const stopping = new AbortController()
  const leaving = new AbortController()
  port.on('message', (message: ToThread) => (message === 'stop' ? stopping : leaving).abort())
  try {
    const store = await openStore(choice, { signal: leaving.signal })
    try {
      if (wanted.type === 'undo') tell({ type: 'undone', undone: await undoImport(store, wanted.id) })
      else tell({ type: 'ran', imported: await run(store, wanted.order, tell, stopping.signal, leaving.signal) })
    } finally {
      await store.close()
    }
  } catch (error) {
    tell({ type: 'failed', kind: error instanceof Error ? error.name : '', says: whyRefused(error), error })
  } finally {
    port.close()
  }
}

async function run(
  store: GraphStore,
  { paths, settings, by, rejects }: ImportOrder,
  tell: (message: FromThread) => void,
  signal: AbortSignal,
  leaving: AbortSignal,
): Promise<Imported> {
  const file = await RejectsFile.open(rejects)
  try {
    const report = await runImport(store, paths, settings, {
      by,
      signal,
      leaving,
      onProgress: (progress) => tell({ type: 'progress', progress }),
      onLeft: file.write,
      tellAside: true,
      atOnce: AT_ONCE,
    })
    return { report, left: file.rows }
  } finally {
    await file.close()
  }
}

import { Worker } from 'node:worker_threads'
import { ImportCancelledError, ImportRefusedError } from '../ingest/import/errors.ts'
import type { Importer } from '../http/imports/importer.ts'
import { StoreUnavailableError, type GraphStore } from '../store/graph-store.ts'
import { NoImportError } from '../store/import-store.ts'
import type { FromThread, ThreadOrder, ToThread } from './import-thread-messages.ts'
import type { StoreChoice } from './open-store.ts'

/**
 * Writes imports in a thread of their own, with a connection of its own to the store.
 * @param store the one that answers; null: it is not ready.
 */
export function createImporter(choice: StoreChoice, store: () => GraphStore | null): Importer {
  return {
    isReady: () => store() !== null,
    imports: async () => (await store()?.imports()) ?? [],
    async run(order, { stopping, leaving, onProgress }) {
      const message = await inThread({ choice, work: { type: 'run', order } }, { stopping, leaving }, onProgress)
      if (message.type !== 'ran') throw new TypeError(`An import ended as ${message.type}.`)
      return message.imported
    },
    async undo(id, leaving) {
      const message = await inThread({ choice, work: { type: 'undo', id } }, { leaving }, () => {})
      if (message.type !== 'undone') throw new TypeError(`An undo ended as ${message.type}.`)
      return message.undone
    },
  }
}

interface Signals {
  readonly stopping?: AbortSignal
  readonly leaving: AbortSignal
}

type Progress = Extract<FromThread, { readonly type: 'progress' }>['progress']

/** What the work came to. */
async function inThread(
  order: ThreadOrder,
  { stopping, leaving }: Signals,
  onProgress: (progress: Progress) => void,
): Promise<FromThread> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { workerData: order, execArgv: [] })
  const send = (message: ToThread) => (): void => worker.postMessage(message)
  const [stop, leave] = [send('stop'), send('leave')]
  stopping?.addEventListener('abort', stop)
  leaving.addEventListener('abort', leave)
  if (stopping?.aborted === true) stop()
  if (leaving.aborted) leave()
  try {
    return await new Promise<FromThread>((resolve, reject) => {
      worker.on('message', (message: FromThread) => {
        if (message.type === 'progress') onProgress(message.progress)
        else if (message.type === 'failed') reject(toError(order, message))
        else resolve(message)
      })
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`The thread of an import ended with ${code}.`)))
    })
  } finally {
    stopping?.removeEventListener('abort', stop)
    leaving.removeEventListener('abort', leave)
  }
}

function toError(
  { work }: ThreadOrder,
  { kind, says, error }: Extract<FromThread, { readonly type: 'failed' }>,
): unknown {
  if (says === null) return error
  if (kind === 'ImportCancelledError') return new ImportCancelledError()
  if (kind === 'StoreUnavailableError') return new StoreUnavailableError(says, error)
  if (kind === 'NoImportError' && work.type === 'undo') return new NoImportError(work.id)
  return new ImportRefusedError(says, error)
}

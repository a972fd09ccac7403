import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { SpoiltFileError } from '../rows/reader.ts'
import { ImportCancelledError, ImportRefusedError } from './errors.ts'
import type { FromParser, Opened, ParseEnd, ParseGo, ParseOrder, ToParser } from './parse-messages.ts'
import type { Part } from './part.ts'

/** Files that are read in a thread of their own. */
export class Parsing {
  readonly opened: Opened
  readonly #worker: Worker
  readonly #messages: AsyncIterator<FromParser>
  #end: ParseEnd | null = null

  private constructor(worker: Worker, messages: AsyncIterator<FromParser>, opened: Opened) {
    this.#worker = worker
    this.#messages = messages
    this.opened = opened
  }

  /**
   * Finds out what files are. Whoever opens it closes it. @param signal stops whatever it does.
   * @throws SpoiltFileError, ImportRefusedError, ImportCancelledError
   */
  static async open(order: ParseOrder, signal?: AbortSignal): Promise<Parsing> {
    if (signal?.aborted) throw new ImportCancelledError()
    const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), { workerData: order, execArgv: [] })
    const messages = messagesOf(worker, signal)
    try {
      const first = await nextOf(messages)
      if (first?.type !== 'opened') throw new TypeError('What files are was to be told first.')
      return new Parsing(worker, messages, first.opened)
    } catch (error) {
      await worker.terminate()
      throw error
    }
  }

  /** What the rows come to, in the order of the files. May be called once. @throws as `open` */
  async *parts(go: ParseGo): AsyncGenerator<Part> {
    this.#tell({ type: 'go', go })
    for (let next = await nextOf(this.#messages); next; next = await nextOf(this.#messages)) {
      if (next.type === 'end') {
        this.#end = next.end
        return
      }
      if (next.type !== 'part') throw new TypeError(`A ${next.type} was not expected here.`)
      yield next.part
      this.#tell({ type: 'took' })
    }
    throw new Error('The thread that reads files ended before its work.')
  }

  /** Known when the last part was taken. */
  get end(): ParseEnd {
    if (!this.#end) throw new Error('The files have not been read to their end.')
    return this.#end
  }

  async close(): Promise<void> {
    await this.#messages.return?.()
    await this.#worker.terminate()
  }

  #tell(message: ToParser): void {
    this.#worker.postMessage(message)
  }
}

async function* messagesOf(worker: Worker, signal: AbortSignal | undefined): AsyncGenerator<FromParser> {
  const stopped = signal ? { signal } : {}
  try {
    for await (const [message] of on(worker, 'message', { ...stopped, close: ['exit'] })) yield message as FromParser
  } catch (error) {
    if (signal?.aborted) throw new ImportCancelledError()
    throw error
  }
}

async function nextOf(messages: AsyncIterator<FromParser>): Promise<FromParser | null> {
  const { done, value } = await messages.next()
  if (done === true) return null
  if (value.type === 'defect') throw value.error
  if (value.type !== 'refused') return value
  if (value.file !== null) throw new SpoiltFileError(value.file, value.line, value.says)
  throw new ImportRefusedError(value.says)
}

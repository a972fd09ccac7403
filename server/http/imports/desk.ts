import type { IncomingMessage, ServerResponse } from 'node:http'
import { ImportCancelledError, whyRefused } from '../../ingest/import/errors.ts'
import { planImport } from '../../ingest/import/plan-import.ts'
import type { ImportSettings } from '../../ingest/import/settings.ts'
import { StoreUnavailableError } from '../../store/graph-store.ts'
import type { ImportRecord, UndoneImport } from '../../store/import-store.ts'
import type { Log } from '../log.ts'
import type { AskedImport } from './asked-settings.ts'
import type { Importer } from './importer.ts'
import { Job, type JobView } from './job.ts'
import { ImportRequestError } from './upload-error.ts'
import { Uploads, type Upload, type UploadOptions } from './uploads.ts'

export interface DeskOptions extends UploadOptions {
  readonly importer: Importer
  readonly log: Log
}

/** Rows that a preview after an upload looks at. */
const SAMPLE = 20_000
/** How long an upload is kept that nobody asks about, milliseconds, and how often that is looked at. */
const KEPT_MS = 3_600_000
const LOOK_MS = 60_000
const REJECTS = 'rejects.csv'

/** Takes files, says what they would bring, imports them one after the other, and takes imports out again. */
export class ImportDesk {
  readonly #options: DeskOptions
  readonly #uploads: Uploads
  readonly #jobs = new Map<string, Job>()
  readonly #looking: NodeJS.Timeout
  /** What is written to the store: an import or an undo. */
  #work: Promise<unknown> | null = null
  readonly #closing = new AbortController()

  constructor(options: DeskOptions) {
    this.#options = options
    this.#uploads = new Uploads(options)
    this.#looking = setInterval(() => void this.#forgetOld(), LOOK_MS).unref()
  }

  /** Takes a file, alone or with those of an upload, and looks at it. @throws ImportRequestError, UploadCutError */
  async take(req: IncomingMessage, res: ServerResponse, name: string, to: string | null): Promise<JobView> {
    const with_ = to === null ? null : this.#idle(to)
    const upload = await this.#uploads.receive(req, res, name, with_ ? this.#uploads.get(with_.view.id) : null)
    const job = with_ ?? new Job(blank(upload))
    this.#jobs.set(upload.id, job)
    job.set({ ...blank(upload), ...(await this.#look(upload, {}, SAMPLE)) })
    return job.view
  }

  /** What is known of an upload. @throws ImportRequestError */
  view(id: string): JobView {
    return this.#job(id).view
  }

  /** Whom to tell what becomes of an upload, from now on. @returns how to listen no more. @throws ImportRequestError */
  listen(id: string, listener: (view: JobView) => void): () => void {
    const end = this.#job(id).listen(listener)
    if (!end) throw new ImportRequestError(503, 'Too many listen to this import. Try again later.')
    return end
  }

  /** Looks at all rows of an upload. @throws ImportRequestError */
  async plan(id: string, { settings }: AskedImport): Promise<JobView> {
    const job = this.#idle(id)
    const upload = this.#uploads.get(id)
    if (upload) job.set(await this.#look(upload, settings, SAMPLE))
    return job.view
  }

  /** Begins an import; what becomes of it is told by `view` and `listen`. @param by who asks. @throws ImportRequestError */
  begin(id: string, { settings }: AskedImport, by: string): JobView {
    const job = this.#idle(id)
    const upload = this.#uploads.get(id)
    this.#demandIdle()
    if (!upload) throw gone()
    job.stopping = new AbortController()
    void this.#claim(this.#import(job, upload, settings, by))
    job.set({ state: 'running', says: null, report: null, progress: null, left: 0 })
    return job.view
  }

  /** All imports of the store, oldest first. @throws ImportRequestError */
  async imports(): Promise<readonly ImportRecord[]> {
    this.#demandReady()
    return this.#options.importer.imports()
  }

  uploads(): readonly JobView[] {
    return [...this.#jobs.values()].map(({ view }) => view)
  }

  /** Stops an import that is running, or forgets an upload. */
  async drop(id: string): Promise<void> {
    const job = this.#job(id)
    if (job.view.state === 'running') return job.stopping.abort()
    this.#jobs.delete(id)
    await this.#uploads.forget(id)
  }

  /** Takes out what an import brought. @throws ImportRequestError, NoImportError, StoreUnavailableError */
  async undo(id: string): Promise<UndoneImport> {
    this.#demandIdle()
    return this.#claim(this.#options.importer.undo(id, this.#closing.signal))
  }

  /** Where the rows lie that brought no event. @throws ImportRequestError */
  rejects(id: string): string {
    if (this.#job(id).view.left > 0) return this.#uploads.pathIn(id, REJECTS)
    throw new ImportRequestError(404, 'No row of this import was left out.')
  }

  /** Breaks off what is running: the same import can be gone on with. */
  async close(): Promise<void> {
    clearInterval(this.#looking)
    this.#closing.abort()
    await this.#work?.catch(() => {})
  }

  async #look(upload: Upload, settings: ImportSettings, mostRows: number): Promise<Partial<JobView>> {
    try {
      const paths = upload.files.map(({ path }) => path)
      const preview = await planImport(paths, settings, { mostRows, signal: this.#closing.signal })
      return { preview, says: preview.asks.length > 0 ? preview.asks.join(' ') : null }
    } catch (error) {
      const says = whyRefused(error)
      if (says === null) throw error
      return { preview: null, says }
    }
  }

  async #import(job: Job, upload: Upload, settings: ImportSettings, by: string): Promise<void> {
    const rejects = this.#uploads.pathIn(upload.id, REJECTS)
    const paths = upload.files.map((file) => file.path)
    try {
      const { report, left } = await this.#options.importer.run(
        { paths, settings, by, rejects },
        {
          stopping: job.stopping.signal,
          leaving: this.#closing.signal,
          onProgress: (progress) => job.set({ progress }),
        },
      )
      job.set({ state: report.outcome, report, left, says: null })
    } catch (error) {
      job.set(this.#fault(error))
    }
  }

  #fault(error: unknown): Pick<JobView, 'state' | 'says'> {
    const says = whyRefused(error)
    if (error instanceof ImportCancelledError) return { state: 'stopped', says }
    if (error instanceof StoreUnavailableError) return { state: 'failed', says }
    if (says !== null) return { state: 'refused', says }
    this.#options.log.error('An import failed.', { error })
    return { state: 'failed', says: 'Something went wrong on the server. Its log has more.' }
  }

  /** One writes at a time. @throws ImportRequestError */
  #claim<T>(work: Promise<T>): Promise<T> {
    const held = work.finally(() => (this.#work = null))
    this.#work = held
    held.catch(() => {})
    return held
  }

  #demandIdle(): void {
    this.#demandReady()
    if (!this.#work) return
    throw new ImportRequestError(409, 'Another import is under way. Wait until it is done, or stop it.')
  }

  #demandReady(): void {
    if (this.#options.importer.isReady()) return
    throw new ImportRequestError(503, 'Entente is not ready yet. Try again in a moment.')
  }

  #job(id: string): Job {
    const job = this.#jobs.get(id)
    if (!job) throw gone()
    job.touchedAt = Date.now()
    return job
  }

  #idle(id: string): Job {
    const job = this.#job(id)
    if (job.view.state !== 'running') return job
    throw new ImportRequestError(409, 'These files are being imported. Wait until they are, or stop it.')
  }

  async #forgetOld(): Promise<void> {
    const old = Date.now() - KEPT_MS
    for (const [id, { touchedAt, view }] of this.#jobs) {
      if (touchedAt < old && view.state !== 'running') await this.drop(id)
    }
  }
}

function blank({ id, files }: Upload): JobView {
  return {
    id,
    files: files.map(({ name, bytes }) => ({ name, bytes })),
    state: 'uploaded',
    says: null,
    preview: null,
    progress: null,
    report: null,
    left: 0,
  }
}

function gone(): ImportRequestError {
  return new ImportRequestError(
    404,
    'There is no such upload. Uploads are forgotten after an hour; send the files again.',
  )
}

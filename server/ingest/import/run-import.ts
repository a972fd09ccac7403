import type { CollectionRecord, SourceRecord } from '../../domain/records.ts'
import { StoreUnavailableError, type GraphStore } from '../../store/graph-store.ts'
import type { ImportCounts, ImportRecord } from '../../store/import-store.ts'
import { pairsWith } from '../meaning/mirror-codes.ts'
import { collectionOf } from './collection-of.ts'
import { lastOfMerges } from './entries.ts'
import { ImportCancelledError, ImportRefusedError } from './errors.ts'
import { importId, readSettings } from './import-id.ts'
import type { NameReport } from './name-tally.ts'
import { pairMirrors } from './pair-mirrors.ts'
import type { LeftRow } from './part.ts'
import type { Opened } from './parse-messages.ts'
import { Parsing } from './parsing.ts'
import { ProgressTeller, type ImportProgress } from './progress.ts'
import type { ImportSettings } from './settings.ts'
import { Taking } from './taking.ts'
import { Tally } from './tally.ts'
import { totalBytes } from './total-bytes.ts'
import { undoImport } from './undo-import.ts'

export interface ImportOptions {
  /** Who imports, by name. */
  readonly by: string
  /** Stops it: what it has brought is taken away again. */
  readonly signal?: AbortSignal
  /** Breaks it off: what it has brought stays, unseen, and the same import can be gone on with. */
  readonly leaving?: AbortSignal
  readonly onProgress?: (progress: ImportProgress) => void
  /** Told of rows that bring no event. @param members what the rows' files are called. */
  readonly onLeft?: (rows: readonly LeftRow[], members: readonly string[]) => void | Promise<void>
  /** Whether rows that were set aside are told too. */
  readonly tellAside?: boolean
  /** Events that are written at once; left out: 10,000. */
  readonly atOnce?: number
}

export interface ImportReport {
  readonly id: string
  readonly collection: string
  /** `there`: it was done before, and nothing changed. `rejected`: rows were rejected, and nothing of the files was taken. */
  readonly outcome: 'done' | 'there' | 'rejected'
  /** Whether it went on with what an interrupted one had brought. */
  readonly resumed: boolean
  readonly opened: Opened
  readonly counts: ImportCounts
  /** Null: no name was looked at. */
  readonly names: NameReport | null
  readonly notes: readonly string[]
  /** Rows of the collection that are the second of a meeting; null: not counted. */
  readonly mirrors: number | null
  /** Of the store. */
  readonly version: number
  readonly seconds: number
}

const AT_ONCE = 10_000

/**
 * Imports files: all of their rows, or those that hold, as the settings say. What it brings is seen when all of it is there. The same
 * files again, read with the same settings, change nothing; interrupted and called again it goes on.
 * @throws SpoiltFileError, ImportRefusedError, ImportCancelledError, ImportRunningError, StoreUnavailableError
 */
export async function runImport(
  store: GraphStore,
  paths: readonly string[],
  settings: ImportSettings,
  options: ImportOptions,
): Promise<ImportReport> {
  const began = performance.now()
  const order = { paths, mapping: settings.mapping, answers: settings.answers ?? {} }
  const stopped = [options.signal, options.leaving].filter((each) => each !== undefined)
  const parsing = await Parsing.open(order, AbortSignal.any(stopped))
  try {
    const run = await new Run(store, parsing, settings, options).toEnd()
    return { ...run, opened: parsing.opened, seconds: (performance.now() - began) / 1000 }
  } finally {
    await parsing.close()
  }
}

type Ran = Omit<ImportReport, 'opened' | 'seconds'>

class Run {
  readonly #store: GraphStore
  readonly #parsing: Parsing
  readonly #settings: ImportSettings
  readonly #options: ImportOptions
  readonly #progress: ProgressTeller

  constructor(store: GraphStore, parsing: Parsing, settings: ImportSettings, options: ImportOptions) {
    this.#store = store
    this.#parsing = parsing
    this.#settings = settings
    this.#options = options
    this.#progress = new ProgressTeller(options.onProgress ?? (() => {}))
  }

  async toEnd(): Promise<Ran> {
    const { opened } = this.#parsing
    if (opened.asks.length > 0) throw new ImportRefusedError(opened.asks.join(' '))
    const collection = collectionOf(opened, this.#settings)
    await this.#refuseCase(collection.id)
    const id = importId(collection.id, opened, this.#settings)
    const before = (await this.#store.imports()).find((each) => each.id === id)
    if (before?.state === 'DONE') return this.#there(before)
    if (before?.state === 'UNDOING') await this.#undo(id)
    const record = this.#record(id, collection.id)
    await this.#store.beginImport(record, toCollection(collection), toSource(collection, opened))
    const resumed = before?.state === 'UNFINISHED'
    try {
      return { ...(await this.#bring(id, collection.id)), resumed }
    } catch (error) {
      // What the store could not do it may be able to do later: the import is there to be gone on with.
      if (error instanceof StoreUnavailableError || this.#options.leaving?.aborted === true) throw error
      await this.#undo(id)
      throw this.#options.signal?.aborted === true ? new ImportCancelledError() : error
    }
  }

  async #bring(id: string, collection: string): Promise<Omit<Ran, 'resumed'>> {
    const { signal, leaving, atOnce = AT_ONCE, tellAside = false } = this.#options
    const merged = lastOfMerges(await this.#store.merges())
    const removed = await removedIds(this.#store, collection)
    const taking = new Taking({ store: this.#store, id, collection, removed })
    const mayStay = this.#settings.onError === 'skip-row'
    let hasMeetings = false
    for await (const part of this.#parsing.parts({ collection, merged, atOnce, tellAside, mostRows: Infinity })) {
      signal?.throwIfAborted()
      leaving?.throwIfAborted()
      hasMeetings ||= part.events?.meanings.some(({ code }) => pairsWith(code).length > 0) ?? false
      const left = await taking.take(part, mayStay)
      if (left.length > 0) await this.#options.onLeft?.(left, this.#parsing.opened.members)
      this.#progress.reading(taking.tally.rows, part.bytes, totalBytes(this.#parsing.opened))
    }
    const { names, notes } = this.#parsing.end
    const counts = taking.tally.counts()
    const told = { id, collection, counts, names, notes }
    if (taking.hasRejected && !mayStay) {
      await this.#undo(id)
      return { ...told, outcome: 'rejected', mirrors: null, version: await this.#store.version() }
    }
    this.#progress.phase('pairing')
    const mirrors = hasMeetings ? await pairMirrors(this.#store, collection, signal) : null
    signal?.throwIfAborted()
    this.#progress.phase('finishing')
    const { version } = await this.#store.finishImport(id, { at: new Date().toISOString(), counts })
    return { ...told, outcome: 'done', mirrors, version }
  }

  async #there(record: ImportRecord): Promise<Ran> {
    const { id, collection } = record
    const counts = record.counts ?? new Tally().counts()
    const version = await this.#store.version()
    return { id, collection, outcome: 'there', resumed: false, counts, names: null, notes: [], mirrors: null, version }
  }

  async #undo(id: string): Promise<void> {
    this.#progress.phase('undoing', 0)
    await undoImport(this.#store, id, (removed) => this.#progress.phase('undoing', removed))
  }

  async #refuseCase(id: string): Promise<void> {
    const collections = await this.#store.collections()
    if (collections.find((each) => each.id === id)?.kind !== 'CASE') return
    throw new ImportRefusedError(
      `The collection ${id} is a case, and rows of a data set go into none. Choose another id.`,
    )
  }

  #record(id: string, collection: string): ImportRecord {
    const { format, files } = this.#parsing.opened
    return {
      id,
      collection,
      format,
      files,
      settings: readSettings(this.#settings),
      by: this.#options.by,
      startedAt: new Date().toISOString(),
      endedAt: null,
      state: 'UNFINISHED',
      counts: null,
    }
  }
}

/** Events that hands took away: they stay out. */
async function removedIds(store: GraphStore, collection: string): Promise<ReadonlySet<string>> {
  const prefix = `event:${collection}/`
  const keys = (await store.removals()).map(({ key }) => key)
  return new Set(keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice('event:'.length)))
}

function toCollection({ id, title }: { readonly id: string; readonly title: string }): CollectionRecord {
  return { id, kind: 'DATA_SET', title, description: null, headline: null, positions: [], questions: [] }
}

/** A data set is one source; whom its rows name as publishers are origins, and no sources of their own. */
function toSource(collection: { readonly id: string; readonly title: string }, { title }: Opened): SourceRecord {
  const { id } = collection
  return {
    id: `${id}/data-set`,
    collection: id,
    publisher: title,
    title: collection.title,
    url: null,
    published: null,
    reliability: 'F',
  }
}

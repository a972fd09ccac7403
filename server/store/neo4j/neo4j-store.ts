import { keyOf, type RecordKey } from '../../domain/record-key.ts'
import type { AffiliationRecord, CollectionRecord, EventRecord, SourceRecord } from '../../domain/records.ts'
import { fold, matchesWords } from '../../domain/search.ts'
import type * as port from '../graph-store.ts'
import type * as imports from '../import-store.ts'
import { StoreUnavailableError } from '../graph-store.ts'
import { applyBatch } from './apply/apply-batch.ts'
import { FreeCypher } from './free/free-cypher.ts'
import { seenEvents, seenParts } from './hidden.ts'
import { beginImport } from './imports/begin-import.ts'
import { codedRows } from './imports/coded-rows.ts'
import { finishImport } from './imports/finish-import.ts'
import { importBatch } from './imports/import-batch.ts'
import { markMirrors } from './imports/mirrors.ts'
import { undoImport } from './imports/undo-import.ts'
import { Lists } from './lists.ts'
import { migrate } from './migrate.ts'
import { affiliationsById } from './queries/affiliations.ts'
import { changesAfter, forgetChanges } from './queries/changes.ts'
import { heldCollection } from './queries/collections.ts'
import { eventsWithWords } from './queries/event-candidates.ts'
import { eventsById } from './queries/events.ts'
import { allImports, doneImports } from './queries/imports.ts'
import { raiseVersion, version } from './queries/version.ts'
import { readCollection } from './read-collection.ts'
import { readColumns, readColumnsOf } from './read-columns.ts'
import { readEverything } from './read-everything.ts'
import { readAudit, readMerges, readRemovals, readRevisions } from './read-history.ts'
import { faultOfAffiliation, faultOfEvent } from './record-faults.ts'
import { Connection, type Neo4jTarget } from './run.ts'
import { searchNames } from './search-names.ts'
import { toWordsExpression } from './search-terms.ts'
import { takeOver } from './take-over.ts'

export interface Neo4jOptions {
  /** Called with the name of each statement that is sent. */
  readonly onStatement?: (name: string) => void
  /** How long a call is tried again after failures that may pass, in milliseconds; default 5000. */
  readonly retryMs?: number
  /** Ends the opening, not the store. */
  readonly signal?: AbortSignal
}

const HEALTH_MS = 5_000

/**
 * A store in a database of Neo4j 5.26 or later; its constraints and indexes are made where they are not there. Several processes may
 * hold it open. Its methods fail with `StoreUnavailableError`.
 * @throws StoreUnavailableError where nothing answers, or not with this password. Neo4jDatabaseError where the database cannot serve.
 * The reason of the signal.
 */
export async function openNeo4jStore(target: Neo4jTarget, options: Neo4jOptions = {}): Promise<port.GraphStore> {
  const { onStatement = () => {}, retryMs = 5_000, signal } = options
  signal?.throwIfAborted()
  const connection = Connection.to(target, { onStatement, retryMs })
  const end = () => void connection.close()
  signal?.addEventListener('abort', end)
  try {
    await migrate(connection)
    const free = new FreeCypher(target, connection, onStatement)
    return new Neo4jStore(connection, free, new Lists(connection), null)
  } catch (error) {
    await connection.close()
    throw signal?.aborted ? signal.reason : error
  } finally {
    signal?.removeEventListener('abort', end)
  }
}

class Neo4jStore implements port.GraphStore {
  readonly capabilities: port.Capabilities = { name: 'neo4j', cypher: true }
  readonly #db: Connection
  readonly #free: FreeCypher
  readonly #lists: Lists
  readonly #wanted: AbortSignal | null

  constructor(db: Connection, free: FreeCypher, lists: Lists, wanted: AbortSignal | null) {
    this.#db = db
    this.#free = free
    this.#lists = lists
    this.#wanted = wanted
  }

  under(signal: AbortSignal): port.GraphStore {
    const both = this.#wanted ? AbortSignal.any([this.#wanted, signal]) : signal
    const db = this.#db.under(signal)
    return new Neo4jStore(db, this.#free, this.#lists.under(db), both)
  }

  async version(): Promise<number> {
    return (await this.#db.first(version, {})) ?? 0
  }

  async changesSince(since: number): Promise<readonly port.Change[] | null> {
    const rows = await this.#db.all(changesAfter, { version: since })
    const changes = rows.flatMap(({ change }) => change ?? [])
    const current = rows[0]?.current ?? 0
    return changes.length === current - since ? changes : null
  }

  async apply(batch: port.Batch): Promise<port.Applied> {
    return applyBatch(this.#db, batch)
  }

  async reload(): Promise<number> {
    return this.#db.writing('reload', async (transaction) => {
      const [raised = 0] = await transaction.all(raiseVersion, {})
      await transaction.run(forgetChanges, { version: raised })
      return { keep: true, value: raised }
    })
  }

  async revisions(keys: readonly RecordKey[]): Promise<ReadonlyMap<RecordKey, port.Revision>> {
    return readRevisions(this.#db, keys)
  }

  async audit(ask: port.AuditAsk): Promise<port.AuditPage> {
    return readAudit(this.#db, ask)
  }

  async removals(): Promise<readonly port.RemovedRecord[]> {
    return readRemovals(this.#db)
  }

  async merges(): Promise<readonly port.Merge[]> {
    return readMerges(this.#db)
  }

  everything(): AsyncIterable<readonly port.Kept[]> {
    return readEverything(this.#db, this.#lists)
  }

  async takeOver(history: port.History): Promise<void> {
    await takeOver(this.#db, history)
  }

  async imports(): Promise<readonly imports.ImportRecord[]> {
    return (await this.#db.all(allImports, {})).map(({ record }) => record)
  }

  async beginImport(record: imports.ImportRecord, collection: CollectionRecord, source: SourceRecord): Promise<void> {
    await beginImport(this.#db, record, collection, source)
  }

  async importBatch(id: string, batch: imports.ImportBatch): Promise<imports.BatchOutcome> {
    return importBatch(this.#db, id, batch)
  }

  async markMirrors(
    collection: string,
    codes: readonly string[],
    mirrors: AsyncIterable<readonly string[]>,
  ): Promise<void> {
    await markMirrors(this.#db, collection, codes, mirrors)
  }

  codedRows(collection: string, codes: readonly string[]): AsyncIterable<readonly imports.CodedRow[]> {
    return codedRows(this.#db, collection, codes)
  }

  async finishImport(id: string, end: imports.ImportEnd): Promise<{ readonly version: number }> {
    return finishImport(this.#db, id, end)
  }

  async undoImport(id: string, onProgress: (removed: number) => void = () => {}): Promise<imports.UndoneImport> {
    return undoImport(this.#db, id, onProgress)
  }

  async cypher(ask: port.CypherAsk): Promise<port.CypherAnswer> {
    return this.#free.answer(ask, this.#wanted)
  }

  async readCollection(id: string): Promise<port.Stored | null> {
    return readCollection(this.#db, id)
  }

  async everHeld(collection: string): Promise<boolean> {
    return (await this.#db.first(heldCollection, { id: collection })) ?? false
  }

  async collections(): Promise<readonly CollectionRecord[]> {
    return (await this.#lists.collections()).map(({ record }) => record)
  }

  async actors(): Promise<readonly port.StoredActor[]> {
    const byActor = Map.groupBy(await this.#lists.entries(), ({ record }) => record.actor)
    return [...byActor].map(([id, rows]) => ({
      id,
      ref: rows[0]?.ref.ref ?? 0,
      entries: rows.map(({ record }) => record),
    }))
  }

  async affiliations(): Promise<readonly AffiliationRecord[]> {
    return (await this.#lists.affiliations()).map(({ record }) => record)
  }

  async sources(): Promise<readonly SourceRecord[]> {
    return (await this.#lists.sources()).map(({ record }) => record)
  }

  eventColumns(): AsyncIterable<port.EventChunk> {
    return readColumns(this.#db, this.#lists)
  }

  async eventColumnsOf(ids: readonly string[]): Promise<port.EventChunk> {
    return readColumnsOf(this.#db, this.#lists, ids)
  }

  async eventDetails(ids: readonly string[]): Promise<readonly EventRecord[]> {
    const found = await seenEvents(this.#db, await this.#db.all(eventsById, { ids: [...new Set(ids)] }))
    return found.map(({ record }) => record).filter((record) => faultOfEvent(record) === null)
  }

  async affiliationDetails(ids: readonly string[]): Promise<readonly AffiliationRecord[]> {
    const held = await this.#db.all(affiliationsById, { ids: [...new Set(ids)] })
    const found = await seenParts(this.#db, held, ({ id }) => keyOf('affiliation', id))
    return found.map(({ record }) => record).filter((record) => faultOfAffiliation(record) === null)
  }

  async actorCandidates(folded: string, limit: number): Promise<readonly port.NameCandidate[]> {
    return searchNames(this.#db, folded, limit)
  }

  async eventCandidates(folded: string): Promise<readonly port.TextCandidate[]> {
    const typed = fold(folded)
    if (typed === '') return []
    const done = await this.#db.all(doneImports, {})
    const found = await this.#db.all(eventsWithWords, { expression: toWordsExpression(typed), done })
    return found.filter(({ text }) => matchesWords(typed, text))
  }

  async health(): Promise<port.Health> {
    const { says: unreadable, total: unreadableTotal } = this.#lists.unreadable
    const left = { unreadable, unreadableTotal }
    try {
      const now = (await this.#db.under(AbortSignal.timeout(HEALTH_MS)).first(version, {})) ?? 0
      return { ok: true, says: `The store answers; it is at version ${now}.`, ...left }
    } catch (error) {
      if (error instanceof StoreUnavailableError) return { ok: false, says: error.says, ...left }
      throw error
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#db.close(), this.#free.close()])
  }
}

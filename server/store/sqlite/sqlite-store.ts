import type { RecordKey } from '../../domain/record-key.ts'
import type { AffiliationRecord, CollectionRecord, EventRecord, SourceRecord } from '../../domain/records.ts'
import { fold } from '../../domain/search.ts'
import type * as port from '../graph-store.ts'
import type * as imports from '../import-store.ts'
import { CypherRefusedError, StoreUnavailableError } from '../graph-store.ts'
import { applyBatch } from './apply/apply-batch.ts'
import { takeOver } from './apply/take-over.ts'
import type { Connection } from './connection.ts'
import { beginImport } from './imports/begin-import.ts'
import { codedRows } from './imports/coded-rows.ts'
import { finishImport } from './imports/finish-import.ts'
import { importBatch } from './imports/import-batch.ts'
import { markMirrors } from './imports/mirrors.ts'
import { ImportSession } from './imports/session.ts'
import { undoImport } from './imports/undo-import.ts'
import { openConnection } from './open-connection.ts'
import { allActorEntries } from './queries/actors.ts'
import { seenAffiliationsById, allAffiliations } from './queries/affiliations.ts'
import { changesAfter, forgetChanges } from './queries/changes.ts'
import { allCollections, heldCollection } from './queries/collections.ts'
import { eventsWithWords } from './queries/event-candidates.ts'
import { seenEventsById } from './queries/events.ts'
import { allImports } from './queries/imports.ts'
import { allMerges } from './queries/merges.ts'
import { allSources } from './queries/sources.ts'
import { raiseVersion, version } from './queries/version.ts'
import { readCollection } from './read-collection.ts'
import { readColumns, readColumnsOf } from './read-columns.ts'
import { readEverything } from './read-everything.ts'
import { readAudit, readRevisions, removedChunks } from './read-history.ts'
import { searchNames } from './search-names.ts'
import { toWordsExpression } from './search-terms.ts'
import { list } from './sql.ts'

export interface SqliteOptions {
  /** Called with the name of each statement that is executed. */
  readonly onStatement?: (name: string) => void
  /** How long a writer waits for another process's transaction, in milliseconds; default 5000. */
  readonly waitMs?: number
}

/** The file's schema lets nothing in that cannot be read. */
const ALL_READABLE = { unreadable: [], unreadableTotal: 0 } as const

/**
 * A store in one file, made where there is none; several processes may hold it open. Its methods fail with `StoreUnavailableError`.
 * @param path its folder must exist.
 * @throws SqliteFileError
 */
export function openSqliteStore(path: string, options: SqliteOptions = {}): port.GraphStore {
  return new SqliteStore(openConnection(path, options.onStatement ?? (() => {}), options.waitMs ?? 5000))
}

class SqliteStore implements port.GraphStore {
  readonly capabilities: port.Capabilities = { name: 'sqlite', cypher: false }
  readonly #db: Connection
  /** Of the import under way, shared by all that `under` gives. */
  readonly #sessions: Map<string, ImportSession>

  constructor(db: Connection, sessions = new Map<string, ImportSession>()) {
    this.#db = db
    this.#sessions = sessions
  }

  under(signal: AbortSignal): port.GraphStore {
    return new SqliteStore(this.#db.under(signal), this.#sessions)
  }

  async version(): Promise<number> {
    return this.#db.first(version, {}) ?? 0
  }

  async changesSince(since: number): Promise<readonly port.Change[] | null> {
    const rows = this.#db.all(changesAfter, { version: since })
    const changes = rows.flatMap(({ change }) => change ?? [])
    const current = rows[0]?.current ?? 0
    return changes.length === current - since ? changes : null
  }

  async apply(batch: port.Batch): Promise<port.Applied> {
    return applyBatch(this.#db, batch)
  }

  async reload(): Promise<number> {
    return this.#db.writing(() => {
      this.#db.run(raiseVersion, {})
      const raised = this.#db.first(version, {}) ?? 0
      this.#db.run(forgetChanges, { version: raised })
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
    return this.#db.reading(() => [...removedChunks(this.#db)].flat())
  }

  async merges(): Promise<readonly port.Merge[]> {
    return this.#db.all(allMerges, {})
  }

  everything(): AsyncIterable<readonly port.Kept[]> {
    return readEverything(this.#db)
  }

  async takeOver(history: port.History): Promise<void> {
    takeOver(this.#db, history)
  }

  async cypher(): Promise<port.CypherAnswer> {
    throw new CypherRefusedError(
      'Cypher is for a store in Neo4j, and this one is a file of SQLite: copy it with `entente copy --to neo4j://…` and serve that one.',
    )
  }

  async readCollection(id: string): Promise<port.Stored | null> {
    return readCollection(this.#db, id)
  }

  async everHeld(collection: string): Promise<boolean> {
    return this.#db.first(heldCollection, { id: collection }) ?? false
  }

  async collections(): Promise<readonly CollectionRecord[]> {
    return this.#db.all(allCollections, {}).map(({ record }) => record)
  }

  async actors(): Promise<readonly port.StoredActor[]> {
    const byActor = Map.groupBy(this.#db.all(allActorEntries, {}), ({ held }) => held.record.actor)
    return [...byActor].map(([id, rows]) => ({
      id,
      ref: rows[0]?.actorRef ?? 0,
      entries: rows.map(({ held }) => held.record),
    }))
  }

  async affiliations(): Promise<readonly AffiliationRecord[]> {
    return this.#db.all(allAffiliations, {}).map(({ record }) => record)
  }

  async sources(): Promise<readonly SourceRecord[]> {
    return this.#db.all(allSources, {}).map(({ record }) => record)
  }

  eventColumns(): AsyncIterable<port.EventChunk> {
    return readColumns(this.#db)
  }

  async eventColumnsOf(ids: readonly string[]): Promise<port.EventChunk> {
    return readColumnsOf(this.#db, ids)
  }

  async eventDetails(ids: readonly string[]): Promise<readonly EventRecord[]> {
    return this.#db.all(seenEventsById, { ids: list(new Set(ids)) }).map(({ record }) => record)
  }

  async affiliationDetails(ids: readonly string[]): Promise<readonly AffiliationRecord[]> {
    return this.#db.all(seenAffiliationsById, { ids: list(new Set(ids)) }).map(({ record }) => record)
  }

  async actorCandidates(folded: string, limit: number): Promise<readonly port.NameCandidate[]> {
    return searchNames(this.#db, folded, limit)
  }

  async eventCandidates(folded: string): Promise<readonly port.TextCandidate[]> {
    const typed = fold(folded)
    return typed === '' ? [] : this.#db.all(eventsWithWords, { words: toWordsExpression(typed) })
  }

  async imports(): Promise<readonly imports.ImportRecord[]> {
    return this.#db.all(allImports, {}).map(({ record }) => record)
  }

  async beginImport(record: imports.ImportRecord, collection: CollectionRecord, source: SourceRecord): Promise<void> {
    beginImport(this.#db, record, collection, source)
  }

  async importBatch(id: string, batch: imports.ImportBatch): Promise<imports.BatchOutcome> {
    const session = this.#sessions.get(id) ?? new ImportSession()
    // What a batch that fails has found out may not be there.
    this.#sessions.clear()
    const outcome = importBatch(this.#db, session, id, batch)
    this.#sessions.set(id, session)
    return outcome
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
    this.#sessions.clear()
    return finishImport(this.#db, id, end)
  }

  async undoImport(id: string, onProgress: (removed: number) => void = () => {}): Promise<imports.UndoneImport> {
    return undoImport(this.#db, id, onProgress)
  }

  async health(): Promise<port.Health> {
    try {
      return { ok: true, says: `The store answers; it is at version ${await this.version()}.`, ...ALL_READABLE }
    } catch (error) {
      if (error instanceof StoreUnavailableError) return { ok: false, says: error.says, ...ALL_READABLE }
      throw error
    }
  }

  async close(): Promise<void> {
    this.#db.close()
  }
}

import type { RecordKey } from '../domain/record-key.ts'
import type { ActorEntry, AffiliationRecord, CollectionRecord, EventRecord, SourceRecord } from '../domain/records.ts'

/**
 * What the port offers for imports of data sets. An import brings rows in batches, each of them all or nothing, and all of it is
 * invisible, in every other method of the port and to every reader, until it is finished. One import at a time may be unfinished in a
 * collection. Each event knows which imports own it: the one that brought it, and those that brought it again; it goes when the last
 * of them is undone. What a hand has changed since stays.
 */
export interface ImportStore {
  /** Oldest first, unfinished ones too. */
  imports(): Promise<readonly ImportRecord[]>

  /**
   * Notes that an import begins, and writes its collection if it is not there. An unfinished import of the same id goes on: what it has
   * brought so far is there. One that is done is left as it is.
   * @throws ImportRunningError where another one is unfinished, or being undone, in the collection.
   */
  beginImport(record: ImportRecord, collection: CollectionRecord, source: SourceRecord): Promise<void>

  /**
   * All or nothing; the same batch again changes nothing. What is written is signed by the import. Of two entries of one actor the one
   * with the greater name, by code point, is kept. Leaving out what a hand took away is the caller's. No version is raised: nothing is seen of it.
   * @throws NoImportError where no import of this id is unfinished; DanglingReferenceError, BrokenTextError, EdtfError
   */
  importBatch(id: string, batch: ImportBatch): Promise<BatchOutcome>

  /**
   * Flags these events as second rows of meetings, and no others of the collection that have one of these codes. Ids that are not there
   * are left out. While an import of the collection is unfinished, nothing changes of what is seen until it is finished; otherwise the
   * version is raised where anything changes.
   */
  markMirrors(collection: string, codes: readonly string[], mirrors: AsyncIterable<readonly string[]>): Promise<void>

  /** Rows that may be one half of a meeting coded twice: those of the collection, the import's own too, with one of these codes. */
  codedRows(collection: string, codes: readonly string[]): AsyncIterable<readonly CodedRow[]>

  /** From now on all of it is seen. Raises the version; readers load anew unless few events came. @throws NoImportError */
  finishImport(id: string, end: ImportEnd): Promise<{ readonly version: number }>

  /**
   * Takes away exactly what the import brought and nobody else owns: events, then entries of actors and affiliations that no event of the
   * collection needs any more, then the collection if nothing is left in it. It is invisible from the first step on; called again
   * after an interruption it goes on. An unfinished import is undone alike. The collection's mirrors are to be marked anew by the caller.
   * @throws NoImportError; ImportRunningError where another one is unfinished, or being undone, in the collection.
   */
  undoImport(id: string, onProgress?: (removed: number) => void): Promise<UndoneImport>
}

export interface ImportRecord {
  /** `<collection>@<sixteen hex digits>`: of the files, their format and the settings. The same again is the same import. */
  readonly id: string
  readonly collection: string
  readonly format: string
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly digest: string }[]
  /** Mapping and answers, as JSON has them. */
  readonly settings: unknown
  readonly by: string
  /** ISO 8601 instants. */
  readonly startedAt: string
  readonly endedAt: string | null
  readonly state: 'UNFINISHED' | 'DONE' | 'UNDOING'
  /** Null until it is done. */
  readonly counts: ImportCounts | null
}

/** rows = events + held + rejected + aside + used. */
export interface ImportCounts {
  readonly rows: number
  /** Events that were new. Those that rows together tell are counted in `made`. */
  readonly events: number
  readonly made: number
  readonly held: number
  readonly rejected: number
  readonly aside: number
  /** Rows that tell no event by themselves. */
  readonly used: number
  /** The rows, by what became of them and why, most first. */
  readonly reasons: readonly {
    readonly outcome: 'held' | 'rejected' | 'aside'
    readonly reason: string
    readonly rows: number
  }[]
}

export interface ImportEnd {
  readonly at: string
  readonly counts: ImportCounts
}

export interface ImportBatch {
  readonly actors: readonly ActorEntry[]
  readonly affiliations: readonly AffiliationRecord[]
  readonly sources: readonly SourceRecord[]
  /** With ids that no other event of the batch has; without evidence, history, breaks and restores. */
  readonly events: readonly EventRecord[]
}

export interface BatchOutcome {
  /** Of the events: brought by this import, in this batch or before an interruption. */
  readonly events: number
  /** Indexes into `events` of those that were there already and now belong to this import too. */
  readonly held: readonly number[]
  /** Indexes of those whose id is there and says something else, which no hand wrote; left as they were, and not owned. */
  readonly differing: readonly number[]
}

export interface CodedRow {
  readonly id: string
  /** Ids. */
  readonly actor: string
  readonly target: string
  readonly earliest: number
  readonly code: string
  readonly actorName: string
  readonly targetName: string
  readonly mirror: boolean
}

export interface UndoneImport {
  readonly version: number
  /** Events that went. */
  readonly events: number
  /** Events that another import owns too. */
  readonly shared: number
  /** Ids of events that a hand has changed since; at most 100. */
  readonly kept: readonly string[]
  readonly keptTotal: number
}

/** By which imports a record was brought. */
export interface Ownership {
  readonly key: RecordKey
  readonly owners: Owners
}

/**
 * Sorted by the id of the import; of an actor's entry each with the entry as that import writes it. Left out: none, or of an event the one
 * import that signed it.
 */
export type Owners = readonly { readonly import: string; readonly record: ActorEntry | null }[]

/** Another import of the collection is unfinished. */
export class ImportRunningError extends Error {
  override readonly name = 'ImportRunningError'
  readonly other: string
  constructor(other: string) {
    super(`The import ${other} is unfinished: run it again to go on, or undo it.`)
    this.other = other
  }
}

export class NoImportError extends Error {
  override readonly name = 'NoImportError'
  constructor(id: string) {
    super(`There is no import ${id}.`)
  }
}

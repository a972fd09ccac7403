import type { Day } from '../domain/days.ts'
import type { RecordKey } from '../domain/record-key.ts'
import type {
  ActorEntry,
  AffiliationRecord,
  CollectionContents,
  CollectionRecord,
  EventRecord,
  SourceRecord,
} from '../domain/records.ts'
import type { ImportRecord, ImportStore, Owners, Ownership } from './import-store.ts'

/**
 * The port: what Entente asks of a store. The store is the record: durable, transactional, searchable by id and text. It holds no
 * meaning: no tie, episode, path, distancing or event filter is written in its query language. Each method is one statement or one
 * transaction. Failures are `StoreUnavailableError` or a defect.
 */
export interface GraphStore extends ImportStore {
  readonly capabilities: Capabilities

  /**
   * The same store for somebody who wants answers only until the signal fires: what it is asked then fails with the signal's reason, and
   * what the database was doing for it is ended. A write whose commit has been sent goes on to its end all the same, and is awaited.
   */
  under(signal: AbortSignal): GraphStore

  /** Raised by one with each batch that changes something. */
  version(): Promise<number>

  /** What changed after a version, oldest first; null where the list has a gap and everything must be read anew. */
  changesSince(version: number): Promise<readonly Change[] | null>

  /**
   * Applies a batch: all or nothing, idempotent by id; a batch that changes nothing raises no version. Raises the version first, so
   * that writers queue on one lock.
   * @throws StoreMovedError where `batch.onlyAt` is given and the store has moved on.
   */
  apply(batch: Batch): Promise<Applied>

  /** Raises the version and leaves a gap in the change list, so that every reader loads anew. */
  reload(): Promise<number>

  /** When each record was last written, and by whom, by `RecordKey`; keys that are not there are left out. */
  revisions(keys: readonly RecordKey[]): Promise<ReadonlyMap<RecordKey, Revision>>

  /** The audit log, newest first. */
  audit(ask: AuditAsk): Promise<AuditPage>

  /** What hands took away and nobody has written again: oldest first, those of one version by key. A load leaves it away. */
  removals(): Promise<readonly RemovedRecord[]>

  /** Which actors were merged into which others, and still are: oldest first, those of one version by `from`. */
  merges(): Promise<readonly Merge[]>

  /**
   * Everything that the store keeps, for a copy or a backup: what was ever held, records (first what is named, then what names it),
   * merges, removed records, the audit log from its beginning. Of imports those that are finished, and who owns what; an unfinished one and
   * what it brought are left out. A reader compares `version` before and after.
   */
  everything(): AsyncIterable<readonly Kept[]>

  /**
   * Takes over what `apply` cannot write: see `History`. What is there already stays as it is; the note of a removed record that is
   * there is left out. May be called part by part.
   */
  takeOver(history: History): Promise<void>

  /** Answers a query of the user's own, reading only. @throws CypherRefusedError */
  cypher(ask: CypherAsk): Promise<CypherAnswer>

  /** A collection in full, or null. Lists are sorted by id; evidence stands in the order written. */
  readCollection(id: string): Promise<Stored | null>

  /** Whether a case of this id was ever in the store, even if it has been removed since. */
  everHeld(collection: string): Promise<boolean>

  /** These four lists: oldest first, those of one version by id (by code point, as everywhere), so that what is new stands at the end. */
  collections(): Promise<readonly CollectionRecord[]>
  actors(): Promise<readonly StoredActor[]>
  affiliations(): Promise<readonly AffiliationRecord[]>
  sources(): Promise<readonly SourceRecord[]>

  /** All events as columns, in chunks, in no order. A reader compares `version` before and after. */
  eventColumns(): AsyncIterable<EventChunk>

  /** The same for some events; ids that are not there are left out. */
  eventColumnsOf(ids: readonly string[]): Promise<EventChunk>

  /** What the columns do not hold, for events shown; ids that are not there are left out, the order is the store's. */
  eventDetails(ids: readonly string[]): Promise<readonly EventRecord[]>

  /** Affiliations in full, with their evidence; ids that are not there are left out. */
  affiliationDetails(ids: readonly string[]): Promise<readonly AffiliationRecord[]>

  /** Actor names that may match folded text: every actor that the domain's rank would find is here, and perhaps more. */
  actorCandidates(folded: string, limit: number): Promise<readonly NameCandidate[]>

  /** Events whose words may match folded text, with the words: every event that the domain would find is here, perhaps more. */
  eventCandidates(folded: string): Promise<readonly TextCandidate[]>

  health(): Promise<Health>
  close(): Promise<void>
}

export interface Capabilities {
  readonly name: 'sqlite' | 'neo4j'
  /** Whether users may write queries of their own. */
  readonly cypher: boolean
}

/** Who writes: a load of case files, a person, or an import. */
export interface Writer {
  readonly by: 'LOAD' | 'HAND' | 'IMPORT'
  /** The case folder, the person's name, or the import's id. */
  readonly name: string
}

/** Changes to be made together. Removing what is not there is no error. */
export interface Batch {
  readonly writer: Writer
  readonly collections?: readonly CollectionRecord[]
  readonly sources?: readonly SourceRecord[]
  readonly actors?: readonly ActorEntry[]
  readonly affiliations?: readonly AffiliationRecord[]
  readonly events?: readonly EventRecord[]
  /** What a hand removes is noted as removed, with the record as it was; writing a record again takes that note away. */
  readonly remove?: Removal
  /** Of `remove`: taken away as if it had never been, so that nothing is noted as removed. An undo does so, and a merge. */
  readonly unmade?: readonly RecordKey[]
  /** Notes that an actor is another; `until` taken back by `unmerge`. */
  readonly merge?: readonly { readonly from: string; readonly into: string }[]
  /** Ids of actors that are no longer to count as merged into another. */
  readonly unmerge?: readonly string[]
  /** Writers to be noted for some records in place of `writer`: a merge or an undo leaves a record with who wrote it. */
  readonly as?: ReadonlyMap<RecordKey, Writer>
  /** Apply only while the store is at this version. */
  readonly onlyAt?: number
  /** What the audit log calls it; left out: it notes nothing. A hand's batch is noted record by record, another's in one entry. */
  readonly action?: string
  /** When, as an ISO 8601 instant; left out: now. */
  readonly at?: string
  /** Why, in the writer's words. */
  readonly reason?: string | null
}

export interface Removal {
  readonly collections?: readonly string[]
  readonly sources?: readonly string[]
  /** Entries, not actors. */
  readonly actors?: readonly { readonly actor: string; readonly collection: string }[]
  readonly affiliations?: readonly string[]
  readonly events?: readonly string[]
}

export interface Applied {
  readonly version: number
  /** Records that were new, differed, or went; merges do not count. */
  readonly changed: number
}

export interface Revision {
  /** The store's version that wrote it last. */
  readonly version: number
  readonly writer: Writer
}

/** One noted change. `n` counts within its version, from 1. */
export interface AuditEntry {
  readonly version: number
  readonly n: number
  /** ISO 8601 instant, UTC. */
  readonly at: string
  readonly writer: Writer
  readonly action: string
  readonly reason: string | null
  /** Null: the entry stands for all that the batch changed. */
  readonly key: RecordKey | null
  /** The record as it was, or null: it was not there. As an `ActorEntry`, `EventRecord` and so on. */
  readonly before: unknown
  /** Who had written it last. */
  readonly beforeWriter: Writer | null
  /** The record as it became, or null: it went. Without a key: `{ changed }`, how many records. */
  readonly after: unknown
}

export interface AuditAsk {
  readonly first: number
  /** Only what is older than this entry. */
  readonly before?: { readonly version: number; readonly n: number }
  /** Only entries of this record. */
  readonly key?: RecordKey
  /** Only entries of this version. */
  readonly version?: number
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[]
  /** Entries in all, whatever `first` and `before` say. */
  readonly total: number
}

/** What a hand took away. */
export interface RemovedRecord {
  readonly key: RecordKey
  readonly collection: string
  readonly version: number
  readonly at: string
  readonly writer: Writer
  readonly reason: string | null
  /** As it was. */
  readonly record: unknown
}

/** The actor `from` is the actor `into`: whatever names the one means the other. */
export interface Merge {
  readonly from: string
  readonly into: string
  readonly version: number
  readonly at: string
  readonly writer: Writer
}

/** One thing that a store keeps, as `everything` gives it. */
export type Kept =
  | {
      readonly type: 'collection'
      readonly record: CollectionRecord
      readonly writer: Writer
      readonly owners?: Owners
    }
  | { readonly type: 'source'; readonly record: SourceRecord; readonly writer: Writer; readonly owners?: Owners }
  | { readonly type: 'actor'; readonly record: ActorEntry; readonly writer: Writer; readonly owners?: Owners }
  | {
      readonly type: 'affiliation'
      readonly record: AffiliationRecord
      readonly writer: Writer
      readonly owners?: Owners
    }
  | { readonly type: 'event'; readonly record: EventRecord; readonly writer: Writer; readonly owners?: Owners }
  | { readonly type: 'import'; readonly imported: ImportRecord }
  | { readonly type: 'held'; readonly collection: string }
  | { readonly type: 'merge'; readonly merge: Merge }
  | { readonly type: 'removed'; readonly removed: RemovedRecord }
  | { readonly type: 'audit'; readonly entry: AuditEntry }

/** What a copied store remembers beside its records. */
export interface History {
  /** The store goes on from the greater of this version and its own. */
  readonly version: number
  readonly held: readonly string[]
  readonly merges: readonly Merge[]
  readonly removed: readonly RemovedRecord[]
  readonly audit: readonly AuditEntry[]
  /** Finished ones. They are to be there before what they own is written. */
  readonly imports?: readonly ImportRecord[]
  /** For each record its owners, in place of those that it has. */
  readonly owned?: readonly Ownership[]
}

export interface CypherAsk {
  readonly query: string
  readonly parameters: Readonly<Record<string, unknown>>
  /** At most so many rows are given. */
  readonly rows: number
  /** The query is ended after so many milliseconds. */
  readonly ms: number
}

/** Values as JSON has them: nodes and edges as objects of their properties with `_id`, `_labels` or `_type`, dates as text. */
export interface CypherAnswer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  /** Whether there were more rows. */
  readonly truncated: boolean
}

/** What one version changed. `everything` stands for actors, affiliations, sources or collections: small lists that are read anew. */
export interface Change {
  readonly version: number
  readonly events: readonly string[]
  readonly everything: boolean
}

/** A collection with, for each record, who wrote it last. */
export interface Stored {
  readonly contents: CollectionContents
  readonly writtenBy: ReadonlyMap<RecordKey, Writer>
}

export interface StoredActor {
  readonly id: string
  /** A small whole number of the store's own, unique among actors. */
  readonly ref: number
  readonly entries: readonly ActorEntry[]
}

/**
 * One event. Actor and target are `StoredActor.ref`; days and flags are what `parseEdtf` says of the EDTF, with FLAG.MIRROR where it
 * holds; `reported`, `code` and `publisher` are null but for rows of data sets; kind, stage and mark are codes of words.ts.
 */
export type EventTuple = readonly [
  id: string,
  actor: number,
  target: number,
  earliest: Day,
  latest: Day,
  flags: number,
  reported: Day | null,
  kind: number,
  subtype: string,
  stage: number,
  mark: number,
  strength: number,
  scope: string | null,
  collection: string,
  code: string | null,
  publisher: string | null,
]

/** event id, source id, relayedFrom id or null, stance, about (codes) */
export type EvidenceTuple = readonly [
  event: string,
  source: string,
  relayedFrom: string | null,
  stance: number,
  about: number,
]
/** event id, day, status (code) */
export type StatusTuple = readonly [event: string, on: Day, status: number]
/** event id, id of the other, 0 breaks or 1 restores */
export type LinkTuple = readonly [event: string, other: string, type: number]

export interface EventChunk {
  readonly events: readonly EventTuple[]
  readonly evidence: readonly EvidenceTuple[]
  readonly statuses: readonly StatusTuple[]
  readonly links: readonly LinkTuple[]
}

export interface NameCandidate {
  readonly actor: string
  readonly name: string
  readonly collection: string
}

export interface TextCandidate {
  readonly event: string
  /** Scope, summary, quotes and paraphrases, a space between them. */
  readonly text: string
}

export interface Health {
  readonly ok: boolean
  /** A plain sentence. */
  readonly says: string
  /** What the last full reading left out because it could not be read, as plain sentences; at most 20 of them. */
  readonly unreadable: readonly string[]
  readonly unreadableTotal: number
}

/** Somebody else wrote since the version at which a batch was to be applied; nothing was written. Read again and try again. */
export class StoreMovedError extends Error {
  override readonly name = 'StoreMovedError'
  readonly expected: number
  readonly found: number
  constructor(expected: number, found: number) {
    super(`The store was to be at version ${expected} and is at ${found}.`)
    this.expected = expected
    this.found = found
  }
}

/** A query of the user's own is not answered. `says` is a plain sentence with what to do. */
export class CypherRefusedError extends Error {
  override readonly name = 'CypherRefusedError'
  readonly says: string
  constructor(says: string, cause?: unknown) {
    super(says, { cause })
    this.says = says
  }
}

/** The store does not answer. `says` is a plain sentence with what to do. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError'
  readonly says: string
  constructor(says: string, cause?: unknown) {
    super(says, { cause })
    this.says = says
  }
}

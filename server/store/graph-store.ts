import type { Day } from '../domain/days.ts'
import type {
  ActorEntry,
  AffiliationRecord,
  CollectionContents,
  CollectionRecord,
  EventRecord,
  SourceRecord,
} from '../domain/records.ts'

/**
 * The port: what Entente asks of a store. The store is the record: durable, transactional, searchable by id and text. It holds no
 * meaning: no tie, episode, path, distancing or event filter is written in its query language. Each method is one statement or one
 * transaction. Failures are `StoreUnavailableError` or a defect.
 */
export interface GraphStore {
  readonly capabilities: Capabilities

  /** Raised by one with each batch that changes something. */
  version(): Promise<number>

  /** What changed after a version, oldest first; null where the list has a gap and everything must be read anew. */
  changesSince(version: number): Promise<readonly Change[] | null>

  /**
   * Applies a batch: all or nothing, idempotent by id; a batch that changes nothing raises no version. Raises the version first, so
   * that writers queue on one lock.
   */
  apply(batch: Batch): Promise<Applied>

  /** Raises the version and leaves a gap in the change list, so that every reader loads anew. */
  reload(): Promise<number>

  /** A collection in full, or null. Lists are sorted by id; evidence stands in the order written. */
  readCollection(id: string): Promise<Stored | null>

  /** Whether a case of this id was ever in the store, even if it has been removed since. */
  everHeld(collection: string): Promise<boolean>

  /** These four lists: oldest first, so that what is new stands at the end. */
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
  readonly remove?: Removal
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
  /** Records that were new, differed, or went. */
  readonly changed: number
}

/** What one version changed. `everything` stands for actors, affiliations, sources or collections: small lists that are read anew. */
export interface Change {
  readonly version: number
  readonly events: readonly string[]
  readonly everything: boolean
}

/** A collection with, for each record, who wrote it last. Keys: `collection`, and kind:id as in `source:x/y`, `actor:uk`, `affiliation:…`, `event:…`. */
export interface Stored {
  readonly contents: CollectionContents
  readonly writtenBy: ReadonlyMap<string, Writer>
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

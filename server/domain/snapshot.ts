import type { Day } from './days.ts'
import type { ActorEntry, PositionRecord, QuestionRecord } from './records.ts'
import type { ActorKind, AffiliationType, CollectionKind, Reliability } from './words.ts'

/**
 * Everything that a question is answered from: immutable, held for one answer. Actors, collections and sources are named inside it
 * by their index, events by their row.
 */
export interface Snapshot {
  /** The version of the store that it shows. */
  readonly version: number
  readonly actors: readonly Actor[]
  readonly affiliations: readonly Affiliation[]
  readonly sources: readonly Source[]
  readonly collections: readonly Collection[]
  readonly events: EventColumns
  /** Index by id. */
  readonly actorIndex: ReadonlyMap<string, number>
  readonly sourceIndex: ReadonlyMap<string, number>
  readonly collectionIndex: ReadonlyMap<string, number>
}

/** An index into `Snapshot.actors`. */
export type ActorIndex = number
/** A row of `Snapshot.events`. */
export type Row = number

export interface Actor {
  readonly index: ActorIndex
  readonly id: string
  readonly name: string
  readonly article: boolean
  readonly kind: ActorKind
  readonly description: string | null
  readonly unspecified: boolean
  /** Every other name, sorted by code point. */
  readonly aliases: readonly string[]
  /** Indexes of the collections that name it, ascending. */
  readonly collections: readonly number[]
  /** Names by collection, for a view on some of them. */
  readonly names: readonly { readonly name: string; readonly collection: number }[]
  /** As the collections say it, by id of the collection. */
  readonly entries: readonly ActorEntry[]
}

export interface Affiliation {
  readonly id: string
  readonly index: number
  readonly type: AffiliationType
  readonly actor: ActorIndex
  readonly to: ActorIndex
  readonly role: string | null
  /** As written. */
  readonly since: string | null
  readonly until: string | null
  /** First day on which it may hold; BEFORE_ALL where nothing is stated. */
  readonly from: Day
  /** Last day on which it may hold; AFTER_ALL where nothing is stated. */
  readonly through: Day
  readonly collection: number
  /** When the claim became known; BEFORE_ALL for background. */
  readonly reported: Day
  /** Day of the latest evidence of any stance; BEFORE_ALL for background and for what nothing asserts. */
  readonly lastWord: Day
  /** Pieces of evidence of any stance and day. */
  readonly evidenceCount: number
}

export interface Source {
  readonly id: string
  readonly index: number
  readonly collection: number
  readonly publisher: string
  readonly title: string | null
  readonly url: string | null
  readonly published: Day | null
  readonly reliability: Reliability
}

export interface Collection {
  readonly id: string
  readonly index: number
  readonly kind: CollectionKind
  readonly title: string
  readonly description: string | null
  readonly headline: string | null
  readonly positions: readonly PositionRecord[]
  readonly questions: readonly QuestionRecord[]
  /** The greatest day on which anything in it became known; BEFORE_ALL while there is nothing. */
  readonly lastKnown: Day
}

/** Bits of `EventColumns.flags`. */
export const FLAG = {
  /** All along from earliest to latest; else some one day. */
  THROUGHOUT: 1,
  /** The start is open (before every day); without it BEFORE_ALL means unknown. */
  OPEN_START: 2,
  /** The end is open (it goes on); without it AFTER_ALL means unknown. */
  OPEN_END: 4,
  MIRROR: 8,
} as const

/**
 * The events as columns. Rows below `baseLength` are sorted by (actor, target, earliest, latest, id); rows from there to `length`
 * are the tail: later changes, in no order. A row in `dead` has been removed or replaced by one in the tail. The arrays are longer
 * than `length`: what stands behind it is not of these columns.
 */
export interface EventColumns {
  readonly length: number
  readonly baseLength: number
  readonly dead: ReadonlySet<Row>
  readonly id: TextColumn
  readonly actor: Int32Array
  readonly target: Int32Array
  readonly earliest: Int32Array
  readonly latest: Int32Array
  /** AFTER_ALL: never became known (no evidence asserts the act). */
  readonly reported: Int32Array
  readonly kind: Uint8Array
  /** Index into `subtypes`. */
  readonly subtype: Uint16Array
  readonly stage: Uint8Array
  readonly mark: Uint8Array
  readonly strength: Uint8Array
  /** The status as of ever; `history` has the way to it. Without a history it is REPORTED. */
  readonly status: Uint8Array
  readonly flags: Uint8Array
  /** Index into `scopes`; -1: none. */
  readonly scope: Int32Array
  /** Index into `codes`; -1: none. */
  readonly code: Int32Array
  /** Index into `Snapshot.collections`. */
  readonly collection: Uint16Array
  /** Index into `originSets`, as of ever. */
  readonly originSet: Int32Array
  /** Pieces of evidence of any stance and day, 65,535 at most; 1 for a row of a data set that has none of its own. */
  readonly evidenceCount: Uint16Array

  readonly subtypes: readonly string[]
  readonly scopes: readonly string[]
  /** For each scope a number, equal for scopes that read the same when trimmed and case-folded. */
  readonly scopeKey: readonly number[]
  readonly codes: readonly string[]
  /** Each a sorted list of indexes into `origins`. */
  readonly originSets: readonly (readonly number[])[]
  /** Source ids, and `<collection>#<publisher>` or `<collection>#` for rows of data sets. */
  readonly origins: readonly string[]

  /** Side tables, for the few events that have them. */
  readonly history: ReadonlyMap<Row, readonly DatedStatus[]>
  readonly denials: ReadonlyMap<Row, Denials>
  /** Ascending by day; each the whole set from that day on. Only for events whose origins came on several days. */
  readonly originsSince: ReadonlyMap<Row, readonly DatedOrigins[]>
  /** The last day on which anything about the event became known, where that is later than `reported`. */
  readonly lastWord: ReadonlyMap<Row, Day>
  /** Ids of events, which need not be there. */
  readonly breaks: ReadonlyMap<Row, readonly string[]>
  readonly restores: ReadonlyMap<Row, readonly string[]>

  /** Base rows of an actor as the one who acts: `outStart[actor]` to `outStart[actor + 1]`. Actors beyond have none. */
  readonly outStart: Int32Array
  /** Base rows by target: `inRows[inStart[target]]` to `inRows[inStart[target + 1] - 1]`, ascending. */
  readonly inStart: Int32Array
  readonly inRows: Int32Array
  /** Base rows by the hash of their id; see columns/id-table.ts. */
  readonly ids: Int32Array
  /** The row of an event id, or -1. Dead rows are never found. */
  find(id: string): Row
}

/** Many short texts in one buffer. */
export interface TextColumn {
  get(row: Row): string
  /** Negative, 0 or positive, by Unicode code point. */
  compare(a: Row, b: Row): number
}

export interface DatedStatus {
  readonly on: Day
  /** Code in STATUSES. */
  readonly status: number
}

/** First day on which some evidence that denies was known; AFTER_ALL: none. */
export interface Denials {
  readonly act: Day
  readonly content: Day
}

export interface DatedOrigins {
  readonly on: Day
  /** Index into `originSets`. */
  readonly set: number
}

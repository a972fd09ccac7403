import type { Day } from './days.ts'
import type {
  About,
  ActorKind,
  AffiliationType,
  CollectionKind,
  EventKind,
  Mark,
  QuestionKind,
  Reliability,
  Stage,
  Stance,
  Status,
} from './words.ts'

/** What a store keeps, in full. Dates of acts stay as the EDTF text that was written; `parseEdtf` says what days they mean. */

export interface CollectionRecord {
  readonly id: string
  readonly kind: CollectionKind
  readonly title: string
  readonly description: string | null
  /** Id of the event whose sentence heads the collection. */
  readonly headline: string | null
  readonly positions: readonly PositionRecord[]
  readonly questions: readonly QuestionRecord[]
}

/** 0 to 100 from left to right and from top to bottom. */
export interface PositionRecord {
  readonly actor: string
  readonly x: number
  readonly y: number
}

export interface QuestionRecord {
  /** `<collection>/<id>` */
  readonly id: string
  readonly text: string
  readonly kind: QuestionKind
  readonly toward: string | null
  readonly by: string | null
  readonly dates: readonly Day[]
}

/**
 * What one collection says of an actor. An actor is shared by all collections and lives while one of them names it; what is shown
 * of it is taken from its entries by `toActor`. The key of an entry is (actor, collection).
 */
export interface ActorEntry {
  readonly actor: string
  readonly collection: string
  readonly kind: ActorKind
  readonly name: string
  /** Whether the name takes "the" inside a sentence. */
  readonly article: boolean
  readonly aliases: readonly string[]
  readonly description: string | null
  /** "Unspecified Actor" and the like: kept, in no aggregate unless asked for. */
  readonly unspecified: boolean
}

export interface AffiliationRecord {
  /** `<collection>/<id>` */
  readonly id: string
  readonly collection: string
  readonly type: AffiliationType
  readonly actor: string
  readonly to: string
  readonly role: string | null
  /** EDTF; null: not stated. */
  readonly since: string | null
  /** EDTF; null: not stated. */
  readonly until: string | null
  readonly evidence: readonly EvidenceRecord[]
}

export interface SourceRecord {
  /** `<collection>/<id>` */
  readonly id: string
  readonly collection: string
  readonly publisher: string
  readonly title: string | null
  readonly url: string | null
  readonly published: Day | null
  readonly reliability: Reliability
}

export interface EvidenceRecord {
  /** Unique within its event or affiliation: `1`, `2`, … in the order written. */
  readonly id: string
  readonly source: string
  readonly relayedFrom: string | null
  readonly speaker: string | null
  readonly quote: string | null
  readonly paraphrase: string | null
  readonly locator: string | null
  readonly stance: Stance
  readonly about: About
}

/** From this day on the status holds. */
export interface StatusRecord {
  readonly status: Status
  readonly on: Day
  readonly note: string | null
}

export interface EventRecord {
  /** `<collection>/<id>` */
  readonly id: string
  readonly collection: string
  readonly actor: string
  readonly target: string
  readonly kind: EventKind
  readonly subtype: string
  readonly stage: Stage
  /** 0 to 3; at most 1 where the stage is not ACTUAL. */
  readonly strength: number
  readonly mark: Mark
  readonly scope: string | null
  readonly summary: string | null
  /** EDTF */
  readonly occurred: string
  /** Empty: REPORTED since it became known. Ascending by day. */
  readonly history: readonly StatusRecord[]
  /** Ids of cooperation events that this suspension ends. */
  readonly breaks: readonly string[]
  /** Ids of suspensions that this cooperation ends. */
  readonly restores: readonly string[]
  /** In the order written. Empty for a row of a data set: there it is derived from the data set. */
  readonly evidence: readonly EvidenceRecord[]
  /** What only rows of a data set have; null in a case. */
  readonly coded: CodedRecord | null
}

/** What a machine-coded row says beside its act. */
export interface CodedRecord {
  /** The code in the data set's own system, as text. */
  readonly code: string
  /** Such as `CAMEO`. */
  readonly system: string
  readonly goldstein: number | null
  /** Surface names as they stood in the row. */
  readonly actorName: string
  readonly targetName: string
  /** Null: the data set itself is the origin. */
  readonly publisher: string | null
  readonly reported: Day
  /** Where in the source: an address, a story and its sentence. Null: the code stands for it. */
  readonly locator: string | null
  /** The second row of one meeting. */
  readonly mirror: boolean
}

/** A whole collection, as a case file or an export holds it. */
export interface CollectionContents {
  readonly collection: CollectionRecord
  readonly actors: readonly ActorEntry[]
  readonly affiliations: readonly AffiliationRecord[]
  readonly sources: readonly SourceRecord[]
  readonly events: readonly EventRecord[]
}

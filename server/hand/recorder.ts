import type { Day } from '../domain/days.ts'
import type {
  ActorKind,
  About,
  AffiliationType,
  EventKind,
  Mark,
  Reliability,
  Stage,
  Stance,
  Status,
} from '../domain/words.ts'

/**
 * Records by hand: what analysts write, one change at a time. Each is checked as strictly as the files of a case, against the store
 * as it is when it is written, and noted in the audit log. Each throws `RecordError` where what is given cannot be right,
 * `ConflictError` where the record was written after `ifVersion`, and what the store throws.
 */
export interface Recorder {
  saveActor(draft: ActorDraft, ifVersion: number | null): Promise<Recorded>
  saveAffiliation(draft: AffiliationDraft, ifVersion: number | null): Promise<Recorded>
  removeAffiliation(id: string, reason: string | null, ifVersion: number | null): Promise<Recorded>
  saveSource(draft: SourceDraft, ifVersion: number | null): Promise<Recorded>
  recordEvent(draft: EventDraft, ifVersion: number | null): Promise<Recorded>
  addEvidence(event: string, draft: EvidenceDraft, ifVersion: number | null): Promise<Recorded>
  removeEvidence(event: string, evidence: string, reason: string | null, ifVersion: number | null): Promise<Recorded>
  setEventStatus(event: string, step: StatusDraft, ifVersion: number | null): Promise<Recorded>
  retractEvent(event: string, reason: string, ifVersion: number | null): Promise<Recorded>
  mergeActors(ask: MergeAsk, ifVersion: number | null): Promise<MergeReport>
  undo(change: string, reason: string | null): Promise<UndoReport>
}

export interface Recorded {
  /** Of the record: `<collection>/<id>`; of an actor its own. */
  readonly id: string
  /** The store's, after the change. */
  readonly version: number
  /** For `undo`; null: nothing was different. */
  readonly change: string | null
}

export interface UndoReport {
  readonly records: readonly string[]
  readonly version: number
  readonly change: string
}

export interface MergeAsk {
  readonly from: string
  readonly into: string
  readonly preview: boolean
  readonly reason: string | null
}

export interface MergeReport {
  readonly from: string
  readonly into: string
  readonly preview: boolean
  /** Names that become aliases. */
  readonly aliases: readonly string[]
  readonly events: number
  readonly affiliations: number
  readonly collections: readonly string[]
  /** Sentences; with any of them nothing is written. */
  readonly obstacles: readonly string[]
  readonly version: number
  readonly change: string | null
}

/** What may be left out has the default of the contract. */
export interface ActorDraft {
  readonly id: string
  readonly collection: string
  readonly kind: ActorKind
  readonly name: string
  readonly article?: boolean | null
  readonly aliases?: readonly string[] | null
  readonly description?: string | null
  readonly unspecified?: boolean | null
}

export interface AffiliationDraft {
  readonly id?: string | null
  readonly collection: string
  readonly type: AffiliationType
  readonly actor: string
  readonly to: string
  readonly role?: string | null
  readonly since?: string | null
  readonly until?: string | null
  readonly evidence?: readonly EvidenceDraft[] | null
}

export interface SourceDraft {
  readonly id: string
  readonly collection: string
  readonly publisher: string
  readonly title?: string | null
  readonly url?: string | null
  readonly published?: Day | null
  readonly reliability?: Reliability | null
}

export interface EventDraft {
  readonly id?: string | null
  readonly collection: string
  readonly actor: string
  readonly target: string
  readonly kind: EventKind
  readonly subtype: string
  readonly scope?: string | null
  readonly stage?: Stage | null
  readonly strength?: number | null
  readonly mark?: Mark | null
  readonly summary?: string | null
  readonly occurred: string
  readonly history?: readonly StatusDraft[] | null
  readonly breaks?: readonly string[] | null
  readonly restores?: readonly string[] | null
  readonly evidence: readonly EvidenceDraft[]
}

export interface StatusDraft {
  readonly status: Status
  readonly on: Day
  readonly note?: string | null
}

export interface EvidenceDraft {
  readonly id?: string | null
  readonly source: string
  readonly relayedFrom?: string | null
  readonly speaker?: string | null
  readonly quote?: string | null
  readonly paraphrase?: string | null
  readonly locator?: string | null
  readonly stance?: Stance | null
  readonly about?: About | null
}

/** What is given cannot be right; nothing was written. `says` are sentences with what to do. */
export class RecordError extends Error {
  override readonly name = 'RecordError'
  /** As it stands in the query: `event.evidence.0.source`. */
  readonly argument: string
  readonly says: string
  constructor(argument: string, says: string) {
    super(says)
    this.argument = argument
    this.says = says
  }
}

/** The record was written after the version that was seen, or is not there any more; nothing was written. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
  /** Such as `event:case/1`. */
  readonly record: string
  /** Null: it is not there. */
  readonly version: number | null
  readonly says: string
  constructor(record: string, version: number | null, says: string) {
    super(says)
    this.record = record
    this.version = version
    this.says = says
  }
}

import type { Day } from '../domain/days.ts'
import type { Act, Distancing, DistancingRow, Restoration } from '../domain/distancing/types.ts'
import type { Episode } from '../domain/episodes.ts'
import type { ActorEntry, EvidenceRecord, QuestionRecord } from '../domain/records.ts'
import type { Actor, Affiliation, Collection, Row, Source } from '../domain/snapshot.ts'
import type { Tie } from '../domain/ties.ts'
import type { View } from '../domain/view.ts'
import type { Recorded } from '../hand/recorder.ts'
import type { AuditEntry, Merge } from '../store/graph-store.ts'

/**
 * What resolvers hand to each other. Each carries the view under which it is read, so that the day of an answer holds in every
 * field below it.
 */
interface Read {
  readonly view: View
}

export interface ActorModel extends Read {
  readonly actor: Actor
}

export interface AffiliationModel extends Read {
  readonly affiliation: Affiliation
}

export interface EventModel extends Read {
  readonly row: Row
}

export interface EvidenceModel extends Read {
  /** Unique among all evidence. */
  readonly id: string
  readonly source: Source
  readonly record: Omit<EvidenceRecord, 'id' | 'source'>
}

export interface SourceModel extends Read {
  readonly source: Source
}

export interface CollectionModel extends Read {
  readonly collection: Collection
}

export interface EpisodeModel extends Read {
  readonly episode: Episode
}

export interface ActModel extends Read {
  readonly act: Act
}

export interface RestorationModel extends Read {
  readonly restoration: Restoration
}

export interface DistancingRowModel extends Read {
  readonly row: DistancingRow
}

/** The whole answer with the page of it that was asked for. */
export interface DistancingModel extends Read {
  readonly answer: Distancing
  readonly page: readonly DistancingRow[]
  readonly truncated: boolean
  readonly endCursor: string | null
}

export interface QuestionModel extends Read {
  readonly collection: Collection
  readonly question: QuestionRecord
}

/** Days of one act or of many. */
export interface DaySpanModel {
  readonly earliest: Day
  readonly latest: Day
}

export interface TieModel extends Read {
  readonly tie: Tie
}

export interface ActorEntryModel extends Read {
  readonly entry: ActorEntry
}

/** What a change by hand has written; the record is read only where it is asked for. */
export type ChangeModel = Recorded

export interface ActorChangeModel extends Recorded {
  readonly collection: string
}

export type AuditEntryModel = AuditEntry
export type MergeModel = Merge

import type { ActorEntry, AffiliationRecord } from '../../domain/records.ts'
import type { PackedEvents } from './packed.ts'

/** What some rows came to, on its way to the store. */
export interface Part {
  readonly events: PackedEvents | null
  /** The events' ids came before in these files: the store finds out whether they say the same. */
  readonly again: boolean
  readonly actors: readonly ActorEntry[]
  readonly affiliations: readonly AffiliationRecord[]
  /** Rows read since the part before, whatever became of them. */
  readonly rows: number
  /** Of them, those that tell no event by themselves. */
  readonly used: number
  /** Of them, how many were set aside, by reason. */
  readonly aside: readonly (readonly [reason: string, rows: number])[]
  /** Rows that are no event, in the order of the file; those set aside only where they were asked for. */
  readonly left: readonly LeftRow[]
  /** Of all files, as they lie, read so far. */
  readonly bytes: number
}

/** A row that brings no event, and why. */
export interface LeftRow {
  readonly outcome: 'rejected' | 'aside'
  readonly file: number
  readonly line: number
  readonly column: number | null
  readonly reason: string
  /** The reason without what belongs to this row. */
  readonly class: string
  /** The row as it stands, where that is known. */
  readonly text: string
  /** Told by rows together, and no row by itself. */
  readonly made: boolean
}

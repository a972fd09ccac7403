import type { Day } from '../../domain/days.ts'
import type { EventKind, Mark, Stage } from '../../domain/words.ts'

/**
 * What readers give of event data, whatever its format: rows as they stand in the file, with nothing concluded from them. Meaning
 * (server/ingest/meaning) says what their codes are, names (server/ingest/names) who they speak of.
 */

/** Who acted or was acted toward, as a row writes it. */
export interface Surface {
  /** As it stands in the row, with no-break spaces as spaces, trimmed. Never empty. */
  readonly name: string
  /** The country that the row gives beside the name, in its own words; null: none. */
  readonly country: string | null
  /** A code that the row gives for the actor. */
  readonly code: SurfaceCode | null
  /** Sectors or role codes that the row gives, in its own words. */
  readonly sectors: readonly string[]
}

/** `CAMEO` codes are as GDELT and Phoenix write them: three letters of a country, organisation or group, then roles. */
export interface SurfaceCode {
  readonly system: 'ISO2' | 'ISO3' | 'COW' | 'CAMEO'
  readonly text: string
}

/** An act that a code table explains. One of code and name at least. */
export interface CodedAct {
  readonly type: 'coded'
  readonly system: string
  /** As text, with leading zeros. */
  readonly code: string | null
  /** The event type's name, where the row has that in place of the code. */
  readonly name: string | null
  readonly goldstein: number | null
}

/** An act that the format itself explains, or a mapping. What is null takes the default of its kind and subtype. */
export interface StatedAct {
  readonly type: 'stated'
  readonly system: string
  readonly code: string
  readonly kind: EventKind
  readonly subtype: string | null
  readonly stage: Stage | null
  readonly strength: number | null
  readonly mark: Mark | null
  readonly scope: string | null
}

export interface SourceRow {
  /** Which of the files, from 0. */
  readonly file: number
  /** From 1. */
  readonly line: number
  /** The source's own id of the row; null where it has none: the id is then made of the content. */
  readonly key: string | null
  /** Null: the row names nobody here. */
  readonly actor: Surface | null
  readonly target: Surface | null
  /** EDTF */
  readonly occurred: string
  /** Null: on the first day of `occurred`. */
  readonly reported: Day | null
  readonly act: CodedAct | StatedAct
  /** Null: the data set itself is the origin. */
  readonly publisher: string | null
  /** Where in the source: an address, a story and its sentence. */
  readonly locator: string | null
  readonly summary: string | null
  /** The second row of one act that is coded both ways; false too where the reader cannot know. */
  readonly mirror: boolean
}

/** A row that cannot be read. */
export interface Reject {
  readonly file: number
  readonly line: number
  /** From 1; null: the whole row. */
  readonly column: number | null
  /** A plain sentence that says what is wrong and what is allowed. */
  readonly reason: string
  /** The words of the reason without what belongs to this row: rejects are counted by it. */
  readonly class: string
  /** The row as it stands, cut to 2,000 characters. */
  readonly text: string
}

/**
 * What a reader says, in the order of the file. `row`: one row of the file and the event it tells. `used`: a row that tells no event by
 * itself; `made`: an event that rows together tell. `aside`: a row that is left out by a stated rule.
 */
export type Item =
  | { readonly type: 'row'; readonly row: SourceRow }
  | { readonly type: 'made'; readonly row: SourceRow }
  | { readonly type: 'used'; readonly file: number; readonly line: number }
  | { readonly type: 'aside'; readonly file: number; readonly line: number; readonly reason: string }
  | { readonly type: 'reject'; readonly reject: Reject }

import type { Highlight } from '../picture/emphasis.ts'
import type { ActorName, EventKind, EventRow, SourceLine, Stage } from '../types.ts'
import type { AskKind } from '../view/ask.ts'
import type { Selection, Switch } from '../view/view.ts'

/** Words of a cell: a line, and a quieter one below it. `opens` makes the line a button. */
export interface Cell {
  readonly text: string
  readonly note?: string
  /** What is heard in place of text and note. */
  readonly heard?: string
  readonly actor?: ActorName
  readonly kind?: EventKind
  readonly stage?: Stage
  readonly opens?: Selection
  /** The line itself is a quieter one. */
  readonly quiet?: true
}

/** One act of a row. A cell that is null is covered by the cell above it, which spans. */
export interface AnswerLine {
  readonly id: string
  readonly cells: readonly (readonly Cell[] | null)[]
  /** What the line opens. */
  readonly opens: Selection
  /** What it lights in the picture. */
  readonly events: readonly string[]
}

/** A row of an answer, with at least one line. */
export interface AnswerRow {
  readonly id: string
  /** What it is called where it is not seen; left out: what its first cell says. */
  readonly name?: string
  readonly lines: readonly AnswerLine[]
}

/** A table of an answer with its own heading. */
export interface AnswerTable {
  readonly title: string
  readonly columns: readonly string[]
  /** How the columns share the room; equal where left out. */
  readonly widths?: readonly number[]
  readonly rows: readonly AnswerRow[]
}

/** A rule that can be switched: what it would add while it is off, null while it is on; and the rows that it lets in while it is on. */
export interface AnswerSwitch {
  readonly rule: Switch
  readonly on: boolean
  readonly adds: { readonly rows: number; readonly acts: number } | null
  readonly admits: number
}

/** What the rules that are on leave out. */
export interface LeftOut {
  /** Rows that the other rules would add. */
  readonly rows: number
  /** Who did what: `Legal experts and Volker Türk condemned`. */
  readonly words: string
  /** Acts inside one top actor: `inside the United States: 2`; null where there is none. */
  readonly inside: string | null
  /** The switches that would bring it in. */
  readonly rules: readonly Switch[]
}

/** A source behind an answer, with the events that it speaks of. */
export interface AnswerCitation {
  readonly source: SourceLine
  readonly relayedFrom: SourceLine | null
  readonly events: readonly string[]
}

/** Rows after those that an answer shows. */
export interface FurtherRows {
  /** `40 of 312 rows are shown` */
  readonly says: string
  /** `Show 40 more` */
  readonly does: string
  /** The same answer with the next of them too. @throws what `request` throws, RowsChangedError */
  readonly ask: (signal: AbortSignal) => Promise<AnswerBody>
}

/** An answer to any question: a sentence, a table and a highlight about the same rows. */
export interface AnswerBody {
  readonly question: string
  readonly kind: AskKind
  readonly sentence: string
  /** Quieter sentences under it. */
  readonly notes: readonly string[]
  readonly main: AnswerTable
  /** What is told apart: internal acts. */
  readonly apart: readonly AnswerTable[]
  readonly switches: readonly AnswerSwitch[]
  /** Rows that the rule which is always on lets in. */
  readonly strict: number
  readonly leftOut: LeftOut | null
  /** Null where all are shown, or as many as ever are. */
  readonly further: FurtherRows | null
  /** `every act rests on one origin` */
  readonly rests: string | null
  /** Null where they could not be read. */
  readonly citations: readonly AnswerCitation[] | null
  readonly highlight: Highlight
  readonly asKnownOn: string | null
}

/** An answer with the words in which it is heard. */
export interface Answer extends AnswerBody {
  readonly heard: string
}

/** What only some answers have, as those have it that do not. */
export const PLAIN = { apart: [], switches: [], strict: 0, leftOut: null, further: null, rests: null } as const

/** The highlight of rows that speak of events only. */
export function highlightOf(events: Iterable<string>): Highlight {
  return { events: new Set(events), affiliations: new Set(), actors: new Set() }
}

export function openEvent(event: Pick<EventRow, 'id'>): Selection {
  return { what: 'event', id: event.id }
}

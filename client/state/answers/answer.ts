import type { Highlight } from '../picture/emphasis.ts'
import type { ActorName, EventKind, EventRow, Stage } from '../types.ts'
import type { Selection, Switch } from '../view/view.ts'

/** Words of a cell: a line, and a quieter one below it. `opens` makes the line a button. */
export interface Cell {
  readonly text: string
  readonly note?: string
  readonly actor?: ActorName
  readonly kind?: EventKind
  readonly stage?: Stage
  readonly opens?: Selection
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
  readonly lines: readonly AnswerLine[]
}

/** A table of an answer with its own heading. */
export interface AnswerTable {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly AnswerRow[]
}

/** A rule that can be switched: what it would add while it is off; null while it is on. */
export interface AnswerSwitch {
  readonly rule: Switch
  readonly on: boolean
  readonly adds: { readonly rows: number; readonly acts: number } | null
}

/** An answer to any question: a sentence, a table and a highlight about the same rows. */
export interface Answer {
  readonly question: string
  readonly sentence: string
  /** Quieter sentences under it. */
  readonly notes: readonly string[]
  readonly main: AnswerTable
  /** What is told apart: internal acts. */
  readonly apart: readonly AnswerTable[]
  readonly switches: readonly AnswerSwitch[]
  readonly highlight: Highlight
  readonly asKnownOn: string | null
}

/** The highlight of rows that speak of events only. */
export function highlightOf(events: Iterable<string>): Highlight {
  return { events: new Set(events), affiliations: new Set(), actors: new Set() }
}

export function openEvent(event: Pick<EventRow, 'id'>): Selection {
  return { what: 'event', id: event.id }
}

import type { DistancingRule, EventKind, Level } from '../types.ts'

/** What the details panel shows. A tie is named by its id at the level that is shown, and by the kind of its line. */
export type Selection =
  | { readonly what: 'event'; readonly id: string }
  | { readonly what: 'actor'; readonly id: string }
  | { readonly what: 'tie'; readonly id: string; readonly kind: EventKind }

/** Rules that a switch adds. */
export type Switch = Exclude<DistancingRule, 'STRICT'>
export const SWITCHES: readonly Switch[] = ['CONDEMNATION', 'THREATENED', 'WEAK']

export const KINDS: readonly EventKind[] = [
  'COOPERATION',
  'SUSPENSION',
  'CONDEMNATION',
  'PRESSURE',
  'COERCION',
  'VIOLENCE',
  'NEUTRAL',
]

/** Everything that the reader chose; the address holds it whole. Null: not chosen, the default holds. */
export interface View {
  readonly collection: string | null
  readonly question: string | null
  readonly include: readonly Switch[]
  readonly level: Level
  /** `2025-11-11` */
  readonly asKnownOn: string | null
  readonly selection: Selection | null
  /** The list instead of the picture. */
  readonly list: boolean
  readonly hidden: readonly EventKind[]
}

export const FIRST_VIEW: View = {
  collection: null,
  question: null,
  include: [],
  level: 'ACTOR',
  asKnownOn: null,
  selection: null,
  list: false,
  hidden: [],
}

export function withCollection(view: View, collection: string): View {
  return { ...FIRST_VIEW, collection, level: view.level, list: view.list }
}

/** A question starts with no switch on; asked again while it stands, it stays as it is. */
export function withQuestion(view: View, question: string | null): View {
  if (view.question === question) return view
  return { ...view, question, include: [], selection: null }
}

export function withSwitch(view: View, rule: Switch, on: boolean): View {
  return { ...view, include: SWITCHES.filter((each) => (each === rule ? on : view.include.includes(each))) }
}

export function withKind(view: View, kind: EventKind, shown: boolean): View {
  return { ...view, hidden: KINDS.filter((each) => (each === kind ? !shown : view.hidden.includes(each))) }
}

/** A tie's id holds at one level only, so a selected tie is let go. */
export function withLevel(view: View, level: Level): View {
  return { ...view, level, selection: view.selection?.what === 'tie' ? null : view.selection }
}

export function withSelection(view: View, selection: Selection | null): View {
  return { ...view, selection }
}

/** What `Esc` does: closes the details, else the answer. */
export function stepBack(view: View): View {
  return view.selection ? withSelection(view, null) : withQuestion(view, null)
}

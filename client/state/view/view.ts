import type { DistancingRule, EventKind, Level } from '../types.ts'
import type { Ask } from './ask.ts'

/** What the details panel shows. A tie is an ordered pair, named by the ids of its ends at the level that is shown. */
export type Selection =
  | { readonly what: 'event'; readonly id: string }
  | { readonly what: 'actor'; readonly id: string }
  | { readonly what: 'tie'; readonly actor: string; readonly target: string }

/** Whether both open the same; nothing is the same as nothing. */
export function isSameSelection(a: Selection | null, b: Selection | null): boolean {
  if (!a || !b) return a === b
  if (a.what === 'tie') return b.what === 'tie' && a.actor === b.actor && a.target === b.target
  return b.what === a.what && a.id === b.id
}

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

/** What is true of an event as a claim, by which the key of the picture counts and hides. */
export type Claim = 'DISPUTED' | 'ANSWERED' | 'NOT_DONE' | 'SINGLE_ORIGIN'
export const CLAIMS: readonly Claim[] = ['DISPUTED', 'ANSWERED', 'NOT_DONE', 'SINGLE_ORIGIN']

/** How the pair that is opened is drawn: one line with a count, one a kind, one an event. */
export type Draw = 'BAND' | 'KINDS' | 'EVENTS'
export const DRAWS: readonly Draw[] = ['BAND', 'KINDS', 'EVENTS']

/** Which of the two clocks the window and playback use. */
export type Clock = 'HAPPENED' | 'KNOWN'

/** What became of an event between two days of knowing. */
export type Change = 'APPEARED' | 'ENDED' | 'STATUS' | 'UNREPORTED'
export const CHANGES: readonly Change[] = ['APPEARED', 'ENDED', 'STATUS', 'UNREPORTED']

export type ListTab = 'actors' | 'ties' | 'events'
export const LIST_TABS: readonly ListTab[] = ['actors', 'ties', 'events']

/** The column by which the list is sorted, by its id; a list that has no such column stands in its own order. */
export interface Sort {
  readonly column: string
  readonly descending: boolean
}

/** Days from `since` to `until`, both taken in; null: open on that side. */
export interface Window {
  readonly since: string | null
  readonly until: string | null
}

/** Where the reader has put an actor: 0 to 100 from left to right and from top to bottom, as curated places are. */
export interface Moved {
  readonly actor: string
  readonly x: number
  readonly y: number
}

/** Everything that the reader chose; the address holds it whole. Null: not chosen, the default holds. */
export interface View {
  readonly collection: string | null
  readonly ask: Ask | null
  readonly include: readonly Switch[]
  readonly level: Level
  /** Boxes that are not as the level has them: closed at ACTOR, opened at TOP; sorted ids of their owners. */
  readonly boxes: readonly string[]
  /** Boxes opened where a narrow page closes all of ACTOR; sorted ids of their owners. A wide page has them open anyway. */
  readonly unfolded: readonly string[]
  /** Both levels, each in a pane of its own. */
  readonly both: boolean
  /** `2025-11-11` */
  readonly asKnownOn: string | null
  /** The day that `asKnownOn` is compared with, in a pane of its own at its left. */
  readonly compare: string | null
  /** Of the comparison: only what changed so. */
  readonly changes: Change | null
  readonly window: Window | null
  readonly clock: Clock
  readonly selection: Selection | null
  /** Details that stay open while something else is selected. */
  readonly pinned: Selection | null
  readonly draw: Draw
  /** The actor that the picture is about, while the rest is veiled. */
  readonly focus: string | null
  /** The list instead of the picture. */
  readonly list: ListTab | null
  /** Null: the list's own order. */
  readonly sort: Sort | null
  readonly hidden: readonly EventKind[]
  /** Claims whose events are hidden. */
  readonly hiddenClaims: readonly Claim[]
  /** Whether affiliations that no box shows are drawn. */
  readonly affiliations: boolean
  /** Sorted by actor. */
  readonly moved: readonly Moved[]
}

export const FIRST_VIEW: View = {
  collection: null,
  ask: null,
  include: [],
  level: 'ACTOR',
  boxes: [],
  unfolded: [],
  both: false,
  asKnownOn: null,
  compare: null,
  changes: null,
  window: null,
  clock: 'HAPPENED',
  selection: null,
  pinned: null,
  draw: 'KINDS',
  focus: null,
  list: null,
  sort: null,
  hidden: [],
  hiddenClaims: [],
  affiliations: true,
  moved: [],
}

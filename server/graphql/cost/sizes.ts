import type { Affiliation, Snapshot } from '../../domain/snapshot.ts'
import { DISTANCING_RULES, type DistancingRule } from '../../domain/words.ts'
import { eventSizesOf, type EventSizes } from './event-sizes.ts'
import { pairSizesOf, type PairSizes } from './pairs.ts'
import type { Pool } from './pool.ts'

/** How many there are of something: in all, and at most under one record. */
export interface Counted {
  readonly total: number
  readonly most: number
}

/** What bounds the lists of every answer from one snapshot. */
export interface Sizes extends EventSizes {
  /** Rows of the columns, dead ones among them. */
  readonly rows: number
  /** Those of them that every selection reads, whatever it is narrowed to. */
  readonly tail: number
  /** Events that something was learned of after they became known. */
  readonly grewLater: number
  readonly actors: number
  readonly sources: number
  /** Names of all actors, by every collection. */
  readonly names: number
  readonly aliases: Counted
  readonly entries: Counted
  readonly entryAliases: Counted
  /** By the actor that belongs, and by that to which it does. */
  readonly affiliationsOf: Counted
  readonly affiliationsTo: Counted
  readonly affiliationsBetween: Counted
  readonly affiliationEvidence: Counted
  readonly history: Counted
  readonly breaks: Counted
  readonly restores: Counted
  readonly positions: Counted
  readonly questions: Counted
  readonly datesOfQuestion: Counted
  /** What the busiest pairs have; null: it is not known. */
  readonly pairs: PairSizes | null
  /** The index of a collection by its id. */
  readonly collectionIndex: ReadonlyMap<string, number>
}

const NONE: Counted = { total: 0, most: 0 }

/** Those of no snapshot, for what is answered without one. */
export const NO_SIZES: Sizes = {
  rows: 0,
  tail: 0,
  rowsOfActor: 0,
  rowsOfPair: 0,
  rowsForEndings: 0,
  days: 0,
  grewLater: 0,
  actors: 0,
  sources: 0,
  names: 0,
  aliases: NONE,
  entries: NONE,
  entryAliases: NONE,
  affiliationsOf: NONE,
  affiliationsTo: NONE,
  affiliationsBetween: NONE,
  affiliationEvidence: NONE,
  history: NONE,
  breaks: NONE,
  restores: NONE,
  positions: NONE,
  questions: NONE,
  datesOfQuestion: NONE,
  pairs: null,
  pools: [],
  collectionIndex: new Map(),
}

const known = new WeakMap<Snapshot, Sizes>()

/** The sizes of a snapshot; worked out once. */
export function sizesOf(snapshot: Snapshot): Sizes {
  let sizes = known.get(snapshot)
  if (!sizes) known.set(snapshot, (sizes = measured(snapshot)))
  return sizes
}

function measured({ events, actors, affiliations, sources, collections, collectionIndex }: Snapshot): Sizes {
  const lengths = <T>(lists: Iterable<T>, length: (each: T) => number) => counted(Array.from(lists, length))
  const questions = collections.flatMap((each) => each.questions)
  const entries = actors.flatMap((each) => each.entries)
  return {
    rows: events.length,
    tail: events.length - events.baseLength,
    ...eventSizesOf(events, collections.length),
    grewLater: events.lastWord.size,
    actors: actors.length,
    sources: sources.length,
    names: actors.reduce((sum, each) => sum + each.names.length, 0),
    aliases: lengths(actors, (each) => each.aliases.length),
    entries: lengths(actors, (each) => each.entries.length),
    entryAliases: lengths(entries, (each) => each.aliases.length),
    affiliationsOf: perKey(affiliations, (each) => String(each.actor)),
    affiliationsTo: perKey(affiliations, (each) => String(each.to)),
    affiliationsBetween: perKey(affiliations, ({ actor, to }) => `${Math.min(actor, to)} ${Math.max(actor, to)}`),
    affiliationEvidence: lengths(affiliations, (each) => each.evidenceCount),
    history: lengths(events.history.values(), (each) => each.length),
    breaks: lengths(events.breaks.values(), (each) => each.length),
    restores: lengths(events.restores.values(), (each) => each.length),
    positions: lengths(collections, (each) => each.positions.length),
    questions: lengths(collections, (each) => each.questions.length),
    datesOfQuestion: lengths(questions, (each) => each.dates.length),
    pairs: pairSizesOf(events, affiliations),
    collectionIndex,
  }
}

function counted(lengths: readonly number[]): Counted {
  return {
    total: lengths.reduce((sum, length) => sum + length, 0),
    most: lengths.reduce((most, length) => Math.max(most, length), 0),
  }
}

function perKey(affiliations: readonly Affiliation[], keyOf: (each: Affiliation) => string): Counted {
  return counted([...Map.groupBy(affiliations, keyOf).values()].map((each) => each.length))
}

/** Events that some of the rules admit. */
export function admittedBy(pool: Pool, rules: readonly DistancingRule[]): number {
  return DISTANCING_RULES.reduce(
    (sum, rule) => sum + (rule === 'STRICT' || rules.includes(rule) ? pool.admitted[rule] : 0),
    0,
  )
}

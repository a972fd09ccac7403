import { AFTER_ALL, BEFORE_ALL } from '../../domain/days.ts'
import { ruleOf } from '../../domain/distancing/rules.ts'
import { ENDED_BY } from '../../domain/distancing/restored.ts'
import type { Affiliation, EventColumns, Row, Snapshot } from '../../domain/snapshot.ts'
import { codeOf, DISTANCING_RULES, EVENT_KINDS, type DistancingRule } from '../../domain/words.ts'
import { NO_EVENTS, type Pool } from './pool.ts'

/** How many there are of something: in all, and at most under one record. */
export interface Counted {
  readonly total: number
  readonly most: number
}

/** What bounds the lists of every answer from one snapshot. */
export interface Sizes {
  /** Rows of the columns, dead ones among them. */
  readonly rows: number
  /** Those of them that every selection reads, whatever it is narrowed to. */
  readonly tail: number
  /** Most base rows of which one actor is an end. */
  readonly rowsOfActor: number
  /** Most base rows of one ordered pair. */
  readonly rowsOfPair: number
  /** Passed over in search of what ended the acts of data sets, by code. */
  readonly rowsForEndings: number
  /** Distinct days on which events may be put in time. */
  readonly days: number
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
  /** What each collection holds, by its index. */
  readonly pools: readonly Pool[]
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
  pools: [],
  collectionIndex: new Map(),
}

const known = new WeakMap<Snapshot, Sizes>()

/** The sizes of a snapshot; worked out once, in one pass over the columns. */
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
    rowsOfActor: mostRowsOfActor(events),
    ...ofPairs(events),
    days: daysOf(events),
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
    pools: poolsOf(events, collections.length),
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

function mostRowsOfActor({ outStart, inStart }: EventColumns): number {
  let most = 0
  for (let actor = 0; actor + 1 < outStart.length; actor++) {
    const out = (outStart[actor + 1] ?? 0) - (outStart[actor] ?? 0)
    most = Math.max(most, out + (inStart[actor + 1] ?? 0) - (inStart[actor] ?? 0))
  }
  return most
}

/**
 * Base rows of a pair stand together. For each act that data sets end by code, the rows of its pair are passed over in search of what
 * ended it.
 */
function ofPairs(events: EventColumns): Pick<Sizes, 'rowsOfPair' | 'rowsForEndings'> {
  const { baseLength, length, actor, target } = events
  const isEndable = endable(events)
  let rowsOfPair = 0
  let rowsForEndings = 0
  let endings = 0
  for (let start = 0, acts = 0, row = 0; row < baseLength; row++) {
    if (actor[row] !== actor[start] || target[row] !== target[start]) {
      start = row
      acts = 0
    }
    const rows = row - start + 1
    rowsOfPair = Math.max(rowsOfPair, rows)
    rowsForEndings += acts
    if (!isEndable(row)) continue
    acts++
    endings++
    rowsForEndings += rows
  }
  for (let row = baseLength; row < length; row++) {
    if (!isEndable(row)) continue
    endings++
    rowsForEndings += rowsOfPair
  }
  return { rowsOfPair, rowsForEndings: rowsForEndings + endings * (length - baseLength) }
}

function endable({ codes, code }: EventColumns): (row: Row) => boolean {
  const ended = codes.map((each) => ENDED_BY[each] !== undefined)
  return (row) => ended[code[row] as number] === true
}

/** A timeline has no more buckets than this: an event is in that of its earliest day, or of the first of all. */
function daysOf({ length, earliest }: EventColumns): number {
  let first = Infinity
  let last = -Infinity
  for (let row = 0; row < length; row++) {
    const day = earliest[row] as number
    if (day === BEFORE_ALL || day === AFTER_ALL) continue
    if (day < first) first = day
    if (day > last) last = day
  }
  return Math.min(length, last < first ? 1 : last - first + 3)
}

function poolsOf(events: EventColumns, collections: number): Pool[] {
  const pools = Array.from({ length: collections }, () => ({ ...NO_EVENTS, admitted: { ...NO_EVENTS.admitted } }))
  const cooperation = codeOf(EVENT_KINDS, 'COOPERATION')
  for (let row = 0; row < events.length; row++) {
    const pool = pools[events.collection[row] as number]
    if (!pool) continue
    const evidence = events.evidenceCount[row] as number
    pool.events++
    pool.evidence += evidence
    if (evidence > pool.mostEvidence) pool.mostEvidence = evidence
    if (events.kind[row] === cooperation) pool.cooperation++
    const rule = ruleOf(events, row)
    if (rule !== null) pool.admitted[rule]++
  }
  return pools
}

/** Events that some of the rules admit. */
export function admittedBy(pool: Pool, rules: readonly DistancingRule[]): number {
  return DISTANCING_RULES.reduce(
    (sum, rule) => sum + (rule === 'STRICT' || rules.includes(rule) ? pool.admitted[rule] : 0),
    0,
  )
}

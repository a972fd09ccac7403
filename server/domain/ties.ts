import type { DaySpan } from './days.ts'
import { runsOf, spansOf } from './episodes.ts'
import { nameOrder } from './names.ts'
import { pairsOf, rankOf, topPairsOf, type Pairs, type Rows } from './pairs.ts'
import { compareInPairs, compareInTime } from './event-order.ts'
import type { ActorIndex, Row } from './snapshot.ts'
import { isAnswered, isDisputed, originsOn, type View } from './view.ts'
import { codeOf, EVENT_KINDS, SIGN, STAGES, wordOf, type EventKind, type Level } from './words.ts'

/** All events of an ordered pair of actors among some rows, aggregated. What takes reading its rows is worked out when asked for. */
export interface Tie {
  readonly actor: ActorIndex
  readonly target: ActorIndex
  /** Events. */
  readonly total: number
  /** In the order earliest, latest, id. */
  readonly rows: readonly Row[]
  /** Kinds that occur, in the order of EVENT_KINDS. */
  readonly counts: readonly KindCount[]
  /** Least earliest, least latest. */
  readonly first: DaySpan
  /** Greatest earliest, greatest latest. */
  readonly last: DaySpan
  /** Sum of sign times strength over episodes. */
  readonly net: number
  /** Events that are disputed. */
  readonly disputed: number
  /** Events that are answered. */
  readonly answered: number
  /** Events whose stage is not ACTUAL. */
  readonly notDone: number
  /** Fewest origins of any of its events. */
  readonly leastOrigins: number
}

export interface KindCount {
  readonly kind: EventKind
  readonly events: number
  readonly episodes: number
}

/**
 * The ties of some events: most events first, then by names of actor and target, then by their ids. At TOP an act inside one top
 * actor belongs to no tie, and an episode goes with all its events where its first event goes.
 * @param rows in pair order, as `select` gives them.
 */
export function tiesOf(view: View, rows: Rows, level: Level): Tie[] {
  const pairs = level === 'ACTOR' ? pairsOf(view.snapshot.events, rows) : topPairsOf(view, rows)
  const ties: Tie[] = []
  for (const pair of rankOf(pairs, nameOrder(view.snapshot.actors))) ties.push(new TieOfPair(view, pairs, pair))
  return ties
}

type Summary = Omit<Tie, 'actor' | 'target' | 'total' | 'rows'>

class TieOfPair implements Tie {
  readonly actor: ActorIndex
  readonly target: ActorIndex
  readonly total: number
  readonly #view: View
  readonly #pairs: Pairs
  readonly #pair: number
  #summary: Summary | null = null
  #rows: readonly Row[] | null = null

  constructor(view: View, pairs: Pairs, pair: number) {
    this.actor = pairs.actor[pair] as ActorIndex
    this.target = pairs.target[pair] as ActorIndex
    this.total = (pairs.start[pair + 1] as number) - (pairs.start[pair] as number)
    this.#view = view
    this.#pairs = pairs
    this.#pair = pair
  }

  get rows() {
    return (this.#rows ??= this.#pairs.areNamed ? this.#own() : this.#inTime())
  }
  get counts() {
    return this.#read().counts
  }
  get first() {
    return this.#read().first
  }
  get last() {
    return this.#read().last
  }
  get net() {
    return this.#read().net
  }
  get disputed() {
    return this.#read().disputed
  }
  get answered() {
    return this.#read().answered
  }
  get notDone() {
    return this.#read().notDone
  }
  get leastOrigins() {
    return this.#read().leastOrigins
  }

  #read(): Summary {
    if (this.#summary) return this.#summary
    const { events } = this.#view.snapshot
    // Whole episodes of several named pairs. Their runs come out the same when made anew of the tie's own rows, because leaving out
    // other runs of a pair never brings two of them nearer.
    const rows = this.#pairs.areNamed ? this.rows : this.#own().sort((a, b) => compareInPairs(events, a, b))
    return (this.#summary = summarize(this.#view, rows, runsOf(events, rows)))
  }

  /** As they stand among those of all pairs. */
  #own(): Row[] {
    const start = this.#pairs.start[this.#pair] as number
    return Array.from(this.#pairs.rows.slice(start, start + this.total))
  }

  #inTime(): Row[] {
    const { events } = this.#view.snapshot
    return this.#own().sort((a, b) => compareInTime(events, a, b))
  }
}

/** @param rows in pair order. */
function summarize(view: View, rows: readonly Row[], runs: readonly (readonly Row[])[]): Summary {
  const { events } = view.snapshot
  const eventsOf = EVENT_KINDS.map(() => 0)
  const episodesOf = EVENT_KINDS.map(() => 0)
  let [net, disputed, answered, notDone, leastOrigins] = [0, 0, 0, 0, Infinity]
  const done = codeOf(STAGES, 'ACTUAL')
  for (const row of rows) {
    const kind = events.kind[row] as number
    eventsOf[kind] = (eventsOf[kind] ?? 0) + 1
    if (isDisputed(view, row)) disputed++
    if (isAnswered(view, row)) answered++
    if (events.stage[row] !== done) notDone++
    leastOrigins = Math.min(leastOrigins, originsOn(view, row).length)
  }
  for (const run of runs) {
    const kind = events.kind[run[0] as Row] as number
    episodesOf[kind] = (episodesOf[kind] ?? 0) + 1
    net += SIGN[wordOf(EVENT_KINDS, kind)] * run.reduce((most, row) => Math.max(most, events.strength[row] ?? 0), 0)
  }
  const counts = EVENT_KINDS.map((kind, code) => ({
    kind,
    events: eventsOf[code] ?? 0,
    episodes: episodesOf[code] ?? 0,
  })).filter((count) => count.events > 0)
  return { counts, ...spansOf(events, rows), net, disputed, answered, notDone, leastOrigins }
}

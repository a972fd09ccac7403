import { isDay, type Day, type DaySpan } from '../../../server/domain/days.ts'
import { DISTANCING_RULES, type DistancingRule, type Level } from '../../../server/domain/words.ts'
import { contextOf, type Context } from './context.ts'
import { episodesOf, firstEvent, firstSpan, type Episode } from './episodes.ts'
import { lagOf, startOf, type Lag, type Start } from './lag.ts'
import { byCodePoint, distinct, firstOf, groupBy } from './order.ts'
import { restorationOf, type Restoration } from './restored.ts'
import { isUnder, topOn } from './roll-up.ts'
import { isLeftOut, overlaps, rollUpDay, type KnownEvent, type World } from './world.ts'

export interface Query {
  readonly toward?: string | undefined
  readonly by?: string | undefined
  readonly since?: Day | undefined
  readonly until?: Day | undefined
  readonly level: Level
  readonly include: readonly DistancingRule[]
}

export interface Answer {
  readonly rows: readonly DistancingRow[]
  readonly internal: readonly Act[]
  readonly switches: readonly { readonly rule: DistancingRule; readonly rows: number; readonly acts: number }[]
}

export interface DistancingRow extends Pair, Context {
  readonly acts: readonly Act[]
  readonly restored: boolean | null
  readonly strength: number
  readonly first: DaySpan
  readonly lag: Lag | null
  readonly origins: readonly string[]
  readonly disputed: boolean
  readonly answered: boolean
}

export interface Act extends Episode {
  readonly admittedBy: DistancingRule
  readonly start: Start
  /** Whether the run may have begun before the window. */
  readonly mayHaveBegunBefore: boolean
  readonly beganOn: Day | null
  readonly restored: Restoration
}

/** Who stepped away from whom, at the level of the question. */
export interface Pair {
  readonly who: string
  readonly fromWhom: string
}

/** The distancing answer, by DESIGN section 4. */
export function distancing(world: World, query: Query): Answer {
  const { rows, internal } = answer(world, query)
  const switches = DISTANCING_RULES.filter((rule) => rule !== 'STRICT' && !query.include.includes(rule)).map((rule) => {
    const more = answer(world, { ...query, include: [...query.include, rule] }).rows
    return {
      rule,
      rows: more.length - rows.length,
      acts: countOfActs(more) - countOfActs(rows),
    }
  })
  return { rows, internal, switches }
}

function answer(world: World, query: Query): Omit<Answer, 'switches'> {
  const named = [query.toward, query.by].filter((actor) => actor !== undefined)
  const known = world.events.filter((event) => event.status !== 'DENIED' && !isLeftOut(world, event, named))
  const acts = actsOf(world, query, known)
  const everybody = rowsOf(world, { ...query, by: undefined }, query.by, acts)
  const asked = query.by === undefined ? everybody : rowsOf(world, query, query.by, acts)
  const rows = asked.map(({ who, fromWhom, acts: own }): DistancingRow => {
    const rivals = everybody.filter((row) => row.fromWhom === fromWhom)
    const cooperation = known.filter((event) => {
      if (event.record.kind !== 'COOPERATION' || event.record.stage !== 'ACTUAL') return false
      const pair = contextPair(world, query, event, { who, fromWhom })
      return pair !== null && pair.who === who && pair.fromWhom === fromWhom
    })
    const strict = own.filter((act) => act.admittedBy === 'STRICT')
    return {
      who,
      fromWhom,
      acts: own,
      ...contextOf(cooperation, own, query.since, query.until),
      restored: strict.length === 0 ? null : strict.every((act) => act.restored.known),
      strength: Math.max(...own.map((act) => act.strength)),
      first: firstSpan(own.flatMap((act) => act.events)),
      lag: lagOf(own, who, rivals),
      origins: distinct(own.flatMap((act) => act.origins)),
      disputed: own.some((act) => act.disputed),
      answered: own.some((act) => act.answered),
    }
  })
  return {
    rows: rows.sort((a, b) => byRank(world, a, b)),
    internal:
      query.level === 'TOP' ? acts.filter((act) => isInternal(world, act) && isAskedFor(world, query, act)) : [],
  }
}

/** The rule that lets an event in, or null. No event passes two. */
export function ruleFor({ record: { kind, stage, mark } }: KnownEvent): DistancingRule | null {
  if (kind === 'SUSPENSION' && stage === 'ACTUAL' && mark === 'YES') return 'STRICT'
  if (kind === 'CONDEMNATION' && stage === 'ACTUAL') return 'CONDEMNATION'
  if (kind === 'SUSPENSION' && stage !== 'ACTUAL' && mark !== 'NO') return 'THREATENED'
  return mark === 'WEAK' ? 'WEAK' : null
}

/** Every act in the window under the rules that are on, whoever did it. */
function actsOf(world: World, query: Query, known: readonly KnownEvent[]): Act[] {
  const admitted = known.filter((event) => {
    const rule = ruleFor(event)
    const on = rule === 'STRICT' || (rule !== null && query.include.includes(rule))
    return on && overlaps(event, query.since, query.until)
  })
  const wholeRuns = episodesOf(world.events.filter((event) => event.status !== 'DENIED'))
  return episodesOf(admitted).map((episode): Act => {
    const first = firstEvent(episode)
    const run = wholeRuns.find((each) => each.events.includes(first)) ?? episode
    const began = startOf(run.events)
    const surelyBefore = query.since !== undefined && began.to < query.since
    return {
      ...episode,
      admittedBy: ruleFor(first) ?? 'STRICT',
      start: startOf(episode.events),
      mayHaveBegunBefore: query.since !== undefined && began.from < query.since,
      beganOn: surelyBefore && isDay(run.first.earliest) ? run.first.earliest : null,
      restored: restorationOf(world, run),
    }
  })
}

interface BareRow extends Pair {
  readonly acts: readonly Act[]
}

/** @param apart whose acts stand in a row of their own: the `by` of the question, also where the rows are not cut by it. */
function rowsOf(world: World, query: Query, apart: string | undefined, acts: readonly Act[]): BareRow[] {
  const placed = acts.flatMap((act) => {
    const pair = pairOf(world, { ...query, by: apart }, firstEvent(act))
    if (pair === null) return []
    if (query.toward !== undefined && pair.fromWhom !== query.toward) return []
    if (query.by !== undefined && pair.who !== query.by) return []
    return [{ pair, act }]
  })
  return [...groupBy(placed, ({ pair }) => JSON.stringify([pair.who, pair.fromWhom])).values()].map((row) => ({
    who: row[0]?.pair.who ?? '',
    fromWhom: row[0]?.pair.fromWhom ?? '',
    acts: row.map(({ act }) => act),
  }))
}

/** The row of an event at the level of the question; null for what happens inside one top actor. */
function pairOf(world: World, query: Query, event: KnownEvent): Pair | null {
  const { actor, target } = event.record
  if (query.level === 'ACTOR') return { who: actor, fromWhom: target }
  const day = rollUpDay(event)
  const tops = { who: topOn(world, actor, day), fromWhom: topOn(world, target, day) }
  if (tops.who === tops.fromWhom) return null
  return {
    who: query.by !== undefined && isUnder(world, actor, query.by, day) ? query.by : tops.who,
    fromWhom: query.toward !== undefined && isUnder(world, target, query.toward, day) ? query.toward : tops.fromWhom,
  }
}

/** As for acts; at ACTOR, cooperation toward the parts of the row's target counts as toward it. */
function contextPair(world: World, query: Query, event: KnownEvent, row: Pair): Pair | null {
  const pair = pairOf(world, query, event)
  if (query.level === 'TOP' || pair === null) return pair
  const toAPart = isUnder(world, event.record.target, row.fromWhom, rollUpDay(event))
  return { who: pair.who, fromWhom: toAPart ? row.fromWhom : pair.fromWhom }
}

function isInternal(world: World, act: Act): boolean {
  const { record } = firstEvent(act)
  const day = rollUpDay(firstEvent(act))
  return topOn(world, record.actor, day) === topOn(world, record.target, day)
}

function isAskedFor(world: World, { toward, by }: Query, act: Act): boolean {
  const { record } = firstEvent(act)
  const day = rollUpDay(firstEvent(act))
  return (
    (toward === undefined || isUnder(world, record.target, toward, day)) &&
    (by === undefined || isUnder(world, record.actor, by, day))
  )
}

function byRank(world: World, a: DistancingRow, b: DistancingRow): number {
  const nameOf = (actor: string) => (world.names.get(actor) ?? '').normalize('NFC')
  return firstOf(
    (a.restored === null ? 1 : 0) - (b.restored === null ? 1 : 0),
    b.strength - a.strength,
    a.first.earliest - b.first.earliest,
    a.first.latest - b.first.latest,
    byCodePoint(nameOf(a.who), nameOf(b.who)),
    byCodePoint(nameOf(a.fromWhom), nameOf(b.fromWhom)),
    byCodePoint(a.who, b.who),
    byCodePoint(a.fromWhom, b.fromWhom),
  )
}

function countOfActs(rows: readonly DistancingRow[]): number {
  return rows.reduce((sum, row) => sum + row.acts.length, 0)
}

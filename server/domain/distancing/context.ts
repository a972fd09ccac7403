import type { Day, DaySpan } from '../days.ts'
import { episodesOf, type Episode } from '../episodes.ts'
import { compareInPairs } from '../event-order.ts'
import { overlaps, surelyUntil } from '../overlap.ts'
import { select } from '../select.ts'
import { sifted, where } from '../sieve.ts'
import type { ActorIndex, Row } from '../snapshot.ts'
import type { View } from '../view.ts'
import type { Frame } from './frame.ts'
import type { DistancingQuery } from './types.ts'

/** How long before the first act cooperation is still told of, in days. */
const LOOK_BACK = 365

/** Cooperation of one row by its place in time to the first act. */
export interface Context {
  readonly continues: readonly Episode[]
  readonly before: readonly Episode[]
  readonly meanwhile: readonly Episode[]
}

interface RowOfActs {
  readonly who: ActorIndex
  readonly fromWhom: ActorIndex
  readonly first: DaySpan
  /** Ids of cooperation that its acts ended. */
  readonly broken: ReadonlySet<string>
}

/** Gives the cooperation beside a row. */
export function createContexts(view: View, query: DistancingQuery, frame: Frame): (row: RowOfActs) => Context {
  const { events } = view.snapshot
  const cooperation = cooperationBy(view, query, frame)
  const isToward = (row: Row, fromWhom: ActorIndex) =>
    query.level === 'TOP'
      ? frame.fromWhom(row) === fromWhom
      : view.rollUp.isUnder(events.target[row] as ActorIndex, fromWhom, view.rollUp.dayOf(row))
  return ({ who, fromWhom, first, broken }) => {
    const lists = { continues: [] as Row[], before: [] as Row[], meanwhile: [] as Row[] }
    for (const row of mayBeToward(cooperation(who), fromWhom)) {
      if (!isToward(row, fromWhom)) continue
      const list = placeOf(row, first, broken)
      if (list) lists[list].push(row)
    }
    return {
      continues: episodesOf(view, lists.continues),
      before: episodesOf(view, lists.before),
      meanwhile: episodesOf(view, lists.meanwhile),
    }
  }

  /** In pair order; far fewer than all that one who acts toward many has done. */
  function mayBeToward(own: ReadonlyMap<ActorIndex, readonly Row[]>, fromWhom: ActorIndex): readonly Row[] {
    const targets = [...view.rollUp.mayBeUnder(fromWhom)].filter((target) => own.has(target))
    const rows = targets.flatMap((target) => own.get(target) ?? [])
    return targets.length > 1 ? rows.sort((a, b) => compareInPairs(events, a, b)) : rows
  }

  function placeOf(row: Row, first: DaySpan, broken: ReadonlySet<string>): keyof Context | null {
    const earliest = events.earliest[row] as Day
    const latest = events.latest[row] as Day
    if (broken.size > 0 && broken.has(events.id.get(row))) return 'before'
    if (latest < first.earliest) return first.earliest - latest <= LOOK_BACK ? 'before' : null
    if (!overlaps(events, row, query.since, query.until)) return null
    const until = surelyUntil(events, row)
    if (earliest > first.latest || (until !== null && until >= first.latest)) return 'continues'
    return 'meanwhile'
  }
}

/** Cooperation, done, by one who stepped away, by its named target; each list in pair order. Found when it is first asked for. */
function cooperationBy(
  view: View,
  query: DistancingQuery,
  frame: Frame,
): (who: ActorIndex) => ReadonlyMap<ActorIndex, readonly Row[]> {
  const known = new Map<ActorIndex, ReadonlyMap<ActorIndex, readonly Row[]>>()
  return (who) => {
    let own = known.get(who)
    if (!own) known.set(who, (own = found(who)))
    return own
  }

  function found(who: ActorIndex): ReadonlyMap<ActorIndex, readonly Row[]> {
    const anyActor = query.level === 'TOP' ? view.rollUp.mayBeUnder(who) : new Set([who])
    const criteria = { kinds: ['COOPERATION'], stages: ['ACTUAL'], anyActor } as const
    const rows = sifted(select(view, criteria, { level: 'ACTOR', purpose: 'LIST' }), [
      where((row) => frame.who(row) === who && !frame.isInternal(row) && frame.counts(row)),
    ])
    return Map.groupBy(rows, (row) => view.snapshot.events.target[row] as ActorIndex)
  }
}

import { compareCodePoints } from '../code-points.ts'
import { firstOf } from '../episodes.ts'
import { compareNames } from '../names.ts'
import { compareInTime } from '../event-order.ts'
import type { ActorIndex, Row } from '../snapshot.ts'
import type { View } from '../view.ts'
import { DISTANCING_RULES } from '../words.ts'
import { findActs, type FoundAct } from './acts.ts'
import { createContexts, type Context } from './context.ts'
import { createFrame, type Frame } from './frame.ts'
import { createLags } from './lag.ts'
import { restoredAll } from './restored.ts'
import type { Act, Distancing, DistancingQuery, DistancingRow } from './types.ts'

/** Who distanced themselves from whom, as ARCHITECTURE and CONTEXT define it; every row, in order. */
export function distancing(view: View, query: DistancingQuery): Distancing {
  const frame = createFrame(view, query)
  const all = findActs(view, query, frame)
  const isOn = (act: Act) => act.admittedBy === 'STRICT' || query.include.has(act.admittedBy)
  const asked = all.filter((act) => !frame.isInternal(head(act)) && frame.isAsked(head(act)))
  const groups = inRows(asked.filter(isOn), frame)
  const contexts = createContexts(view, query, frame)
  const lags = createLags(all, frame)
  const rows = [...groups.values()].map((acts) => toRow(view, frame, acts, contexts, lags))
  return {
    query,
    rows: rows.sort(byWeight(view)),
    internal: all
      .filter((act) => isOn(act) && frame.isInternal(head(act)) && isWithinAsked(view, query, head(act)))
      .sort((a, b) => compareInTime(view.snapshot.events, head(a), head(b)))
      .map(toAct),
    switches: DISTANCING_RULES.filter((rule) => rule !== 'STRICT' && !query.include.has(rule)).map((rule) => {
      const added = asked.filter((act) => act.admittedBy === rule)
      return {
        rule,
        rows: [...inRows(added, frame).keys()].filter((key) => !groups.has(key)).length,
        acts: added.length,
      }
    }),
  }
}

function head(act: Act): Row {
  return act.rows[0] as Row
}

/** Acts by row. An act goes whole where its first event goes. */
function inRows(acts: readonly FoundAct[], frame: Frame): Map<string, FoundAct[]> {
  return Map.groupBy(acts, (act) => `${frame.who(head(act))}>${frame.fromWhom(head(act))}`)
}

/** Internal acts stand under what was asked for, even where that has something above itself. */
function isWithinAsked(view: View, { toward, by }: DistancingQuery, row: Row): boolean {
  const { events } = view.snapshot
  const isUnder = (actor: ActorIndex, above: ActorIndex | undefined) =>
    above === undefined || view.rollUp.isUnder(actor, above, view.rollUp.dayOf(row))
  return isUnder(events.target[row] as ActorIndex, toward) && isUnder(events.actor[row] as ActorIndex, by)
}

function toRow(
  view: View,
  frame: Frame,
  found: readonly FoundAct[],
  contexts: ReturnType<typeof createContexts>,
  lags: ReturnType<typeof createLags>,
): DistancingRow {
  const { events } = view.snapshot
  const acts = found.toSorted((a, b) => compareInTime(events, head(a), head(b)))
  const who = frame.who(head(acts[0] as Act))
  const fromWhom = frame.fromWhom(head(acts[0] as Act))
  const first = firstOf(acts.map((act) => act.first))
  const broken = new Set(acts.flatMap((act) => act.rows.flatMap((row) => events.breaks.get(row) ?? [])))
  const strict = acts.filter((act) => act.admittedBy === 'STRICT')
  let known: Context | null = null
  // Most rows of a ledger are ranked and never shown.
  const context = () => (known ??= contexts({ who, fromWhom, first, broken }))
  return {
    who,
    fromWhom,
    acts: acts.map(toAct),
    get continues() {
      return context().continues
    },
    get before() {
      return context().before
    },
    get meanwhile() {
      return context().meanwhile
    },
    restored: restoredAll(strict.map((act) => act.restored)),
    strength: acts.reduce((most, act) => Math.max(most, act.strength), 0),
    first,
    lag: lags(who, fromWhom),
    origins: [...new Set(acts.flatMap((act) => act.origins))].sort((a, b) => a - b),
    disputed: acts.some((act) => act.disputed),
    answered: acts.some((act) => act.answered),
  }
}

function toAct({ mayHaveBegunBefore: _, ...act }: FoundAct): Act {
  return act
}

function byWeight(view: View): (a: DistancingRow, b: DistancingRow) => number {
  const { actors } = view.snapshot
  const name = (actor: ActorIndex) => actors[actor]?.name ?? ''
  const id = (actor: ActorIndex) => actors[actor]?.id ?? ''
  const isStrict = (row: DistancingRow) => Number(row.restored !== null)
  return (a, b) =>
    isStrict(b) - isStrict(a) ||
    b.strength - a.strength ||
    a.first.earliest - b.first.earliest ||
    a.first.latest - b.first.latest ||
    compareNames(name(a.who), name(b.who)) ||
    compareNames(name(a.fromWhom), name(b.fromWhom)) ||
    compareCodePoints(id(a.who), id(b.who)) ||
    compareCodePoints(id(a.fromWhom), id(b.fromWhom))
}

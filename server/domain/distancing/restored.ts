import { isDay, type Day } from '../days.ts'
import { latestReported, spansOf } from '../episodes.ts'
import { compareInTime } from '../event-order.ts'
import { select } from '../select.ts'
import type { ActorIndex, EventColumns, Row } from '../snapshot.ts'
import { isVisible, statusOn, type View } from '../view.ts'
import { codeOf, EVENT_KINDS, STAGES, STATUSES } from '../words.ts'
import type { Restoration } from './types.ts'

/** CAMEO codes that end another: easing sanctions ends imposing them, negotiating ends halting negotiations. */
export const ENDED_BY: Readonly<Record<string, string>> = { '163': '085', '164': '046' }

const NOT_KNOWN: Restoration = { known: false, on: null, by: null }

/** Tells of a whole run whether it is known to have been undone by the view's day. */
export function createRestorer(view: View): (run: readonly Row[]) => Restoration {
  const { events } = view.snapshot
  const linked = restoringRows(view)
  return (run) => {
    const reversed = reversal(view, run)
    if (reversed) return reversed
    const { last } = spansOf(events, run)
    const named = run
      .flatMap((row) => linked.get(row) ?? [])
      .filter((row) => (events.latest[row] as Day) >= last.earliest)
    return soonest(events, [...named, ...endingByCode(view, run, last.latest)])
  }
}

function reversal(view: View, run: readonly Row[]): Restoration | null {
  const { events } = view.snapshot
  const latest = latestReported(events, run)
  if (statusOn(view, latest) !== 'REVERSED') return null
  const steps = (events.history.get(latest) ?? []).filter((step) => step.on <= view.knownOn)
  const step = steps.findLast((each) => each.status === codeOf(STATUSES, 'REVERSED'))
  return { known: true, on: step?.on ?? null, by: null }
}

/** For each suspension the cooperation, done and not denied, that says to restore it. */
function restoringRows(view: View): ReadonlyMap<Row, readonly Row[]> {
  const { events } = view.snapshot
  const links = [...events.restores]
    .filter(([row]) => isVisible(view, row) && isDoneCooperation(events, row) && statusOn(view, row) !== 'DENIED')
    .flatMap(([by, ids]) => ids.map((id) => ({ by, suspended: events.find(id) })))
  const bySuspended = Map.groupBy(links, ({ suspended }) => suspended)
  return new Map([...bySuspended].map(([suspended, own]) => [suspended, own.map(({ by }) => by)]))
}

function isDoneCooperation(events: EventColumns, row: Row): boolean {
  return events.kind[row] === codeOf(EVENT_KINDS, 'COOPERATION') && events.stage[row] === codeOf(STAGES, 'ACTUAL')
}

function endingByCode(view: View, run: readonly Row[], after: Day): readonly Row[] {
  const { events, collections } = view.snapshot
  const head = run[0] as Row
  const collection = events.collection[head] as number
  if (collections[collection]?.kind !== 'DATA_SET') return []
  const code = (row: Row) => events.codes[events.code[row] as number] ?? ''
  const ends = ENDED_BY[code(head)]
  if (ends === undefined || run.some((row) => ENDED_BY[code(row)] !== ends)) return []
  const pair = { actor: events.actor[head] as ActorIndex, target: events.target[head] as ActorIndex }
  return [...select(view, { ...pair, stages: ['ACTUAL'] }, { level: 'ACTOR', purpose: 'LIST' })].filter(
    (row) =>
      code(row) === ends &&
      events.collection[row] === collection &&
      (events.earliest[row] as Day) > after &&
      statusOn(view, row) !== 'DENIED',
  )
}

/** By the day on which it was restored, unknown days last; of several on one day the first in time. */
function soonest(events: EventColumns, rows: readonly Row[]): Restoration {
  let best: Restoration = NOT_KNOWN
  for (const by of rows.toSorted((a, b) => compareInTime(events, a, b))) {
    const day = [events.latest[by] as Day, events.earliest[by] as Day].find(isDay) ?? null
    if (!best.known || (day !== null && (best.on === null || day < best.on))) best = { known: true, on: day, by }
  }
  return best
}

/** What holds for a row: restored when all its STRICT acts are, and then on the day of the last of them; null without one. */
export function restoredAll(strict: readonly Restoration[]): Restoration | null {
  if (strict.length === 0) return null
  if (strict.some((each) => !each.known)) return NOT_KNOWN
  return strict.reduce((a, b) => (a.on !== null && (b.on === null || b.on <= a.on) ? a : b))
}

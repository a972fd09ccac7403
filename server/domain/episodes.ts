import type { Day, DaySpan } from './days.ts'
import type { ActorIndex, EventColumns, Row } from './snapshot.ts'
import { isAnswered, isDisputed, originsOn, statusOn, type View } from './view.ts'
import type { Status } from './words.ts'

/** Days that may lie between the latest day so far and the next event of one run. */
export const EPISODE_GAP = 30

/**
 * A run of events of one collection, actor, target, kind, subtype, stage, mark and scope, each beginning at most `gap` days after
 * the latest so far. What the events share is read from the first row.
 */
export interface Episode {
  /** In the order earliest, latest, id. */
  readonly rows: readonly Row[]
  readonly actor: ActorIndex
  readonly target: ActorIndex
  /** Least earliest, least latest. */
  readonly first: DaySpan
  /** Greatest earliest, greatest latest. */
  readonly last: DaySpan
  /** The greatest of its events. */
  readonly strength: number
  /** That of its `latestReported` event. */
  readonly status: Status
  /** Indexes into `events.origins`, ascending. */
  readonly origins: readonly number[]
  readonly disputed: boolean
  readonly answered: boolean
}

/** Rows of each run, in the order of their first rows. @param rows in pair order. */
export function runsOf(events: EventColumns, rows: ArrayLike<Row>, gap = EPISODE_GAP): Row[][] {
  const runs: Row[][] = []
  for (let from = 0; from < rows.length;) {
    const end = endOfPair(events, rows, from)
    // Most pairs of a large network have one event, and need no table of runs.
    if (end - from === 1) runs.push([rows[from] as Row])
    else addRuns(runs, events, rows, from, end, gap)
    from = end
  }
  return runs
}

/** Where the rows of the pair end that begins there. */
export function endOfPair({ actor, target }: EventColumns, rows: ArrayLike<Row>, from: number): number {
  const first = rows[from] as Row
  let end = from + 1
  while (end < rows.length && actor[rows[end] as Row] === actor[first] && target[rows[end] as Row] === target[first])
    end++
  return end
}

function addRuns(
  runs: Row[][],
  events: EventColumns,
  rows: ArrayLike<Row>,
  from: number,
  end: number,
  gap: number,
): void {
  const open = new Map<number, { readonly rows: Row[]; latest: Day }>()
  for (let at = from; at < end; at++) {
    const row = rows[at] as Row
    const key = sameness(events, row)
    const run = open.get(key)
    const latest = events.latest[row] as Day
    if (run && (events.earliest[row] as Day) <= run.latest + gap) {
      run.rows.push(row)
      if (latest > run.latest) run.latest = latest
    } else {
      const fresh = { rows: [row], latest }
      open.set(key, fresh)
      runs.push(fresh.rows)
    }
  }
}

/** @param rows in pair order. */
export function episodesOf(view: View, rows: ArrayLike<Row>, gap = EPISODE_GAP): Episode[] {
  return runsOf(view.snapshot.events, rows, gap).map((run) => toEpisode(view, run))
}

function toEpisode(view: View, rows: readonly Row[]): Episode {
  const { events } = view.snapshot
  const first = rows[0] as Row
  return {
    rows,
    actor: events.actor[first] as ActorIndex,
    target: events.target[first] as ActorIndex,
    ...spansOf(events, rows),
    strength: rows.reduce((most, row) => Math.max(most, events.strength[row] as number), 0),
    status: statusOn(view, latestReported(events, rows)),
    origins: originsOfAll(view, rows),
    disputed: rows.some((row) => isDisputed(view, row)),
    answered: rows.some((row) => isAnswered(view, row)),
  }
}

function originsOfAll(view: View, rows: readonly Row[]): readonly number[] {
  const first = originsOn(view, rows[0] as Row)
  // Rows of one data set share one list.
  if (rows.every((row) => originsOn(view, row) === first)) return first
  return [...new Set(rows.flatMap((row) => originsOn(view, row)))].sort((a, b) => a - b)
}

/** The event whose status an episode has: its latest reported; of several, the last in order. */
export function latestReported({ reported }: EventColumns, rows: readonly Row[]): Row {
  return rows.reduce((a, b) => ((reported[b] as Day) >= (reported[a] as Day) ? b : a))
}

/** `first` = [least earliest, least latest] and `last` = [greatest earliest, greatest latest] of some events. */
export function spansOf(events: EventColumns, rows: readonly Row[]): { first: DaySpan; last: DaySpan } {
  const head = rows[0] as Row
  const first = { earliest: events.earliest[head] as Day, latest: events.latest[head] as Day }
  const last = { ...first }
  for (const row of rows) {
    const earliest = events.earliest[row] as Day
    const latest = events.latest[row] as Day
    if (earliest < first.earliest) first.earliest = earliest
    if (latest < first.latest) first.latest = latest
    if (earliest > last.earliest) last.earliest = earliest
    if (latest > last.latest) last.latest = latest
  }
  return { first, last }
}

/** [least earliest, least latest] of spans. */
export function firstOf(spans: readonly DaySpan[]): DaySpan {
  return spans.reduce((a, b) => ({ earliest: Math.min(a.earliest, b.earliest), latest: Math.min(a.latest, b.latest) }))
}

/** One number for all that the events of one run share beside their actors; whole, and within 2^53. */
function sameness(events: EventColumns, row: Row): number {
  const scope = events.scope[row] as number
  const scopeKey = scope < 0 ? 0 : (events.scopeKey[scope] as number) + 1
  const words =
    ((events.kind[row] as number) << 4) | ((events.stage[row] as number) << 2) | (events.mark[row] as number)
  return (
    (((events.collection[row] as number) * 0x400000 + scopeKey) * 0x80 + words) * 0x1000 +
    (events.subtype[row] as number)
  )
}

import { isDay, type Day } from '../days.ts'
import { episodesOf, runsOf, spansOf } from '../episodes.ts'
import { overlaps, startOf, type Start } from '../overlap.ts'
import { select } from '../select.ts'
import type { EventColumns, Row } from '../snapshot.ts'
import type { View } from '../view.ts'
import type { DistancingRule } from '../words.ts'
import type { Frame } from './frame.ts'
import { createRestorer } from './restored.ts'
import { ruleOf } from './rules.ts'
import type { Act, DistancingQuery } from './types.ts'

/** An act with what only the counting of lags needs. */
export interface FoundAct extends Act {
  /** The whole run, not cut by the window, may have begun before it. */
  readonly mayHaveBegunBefore: boolean
}

/** Every act toward what was asked for, by whichever rule and whoever did it, in pair order of their first events. */
export function findActs(view: View, query: DistancingQuery, frame: Frame): FoundAct[] {
  const { events } = view.snapshot
  const { toward, since, until } = query
  const near = toward === undefined ? {} : { anyTarget: familyOf(view, query, toward) }
  const admitted = select(view, near, { level: 'ACTOR', purpose: 'LIST' }).filter(
    (row) => ruleOf(events, row) !== null && frame.counts(row),
  )
  const inside = admitted.filter((row) => overlaps(events, row, since, until))
  const wholeRuns = inside.length === admitted.length ? null : wholeRunsOf(events, admitted)
  const restored = createRestorer(view)
  return episodesOf(view, inside).map((episode) => {
    const head = episode.rows[0] as Row
    const whole = wholeRuns?.get(head) ?? episode.rows
    const start = startOfAll(events, whole)
    const { earliest } = spansOf(events, whole).first
    return {
      ...episode,
      admittedBy: ruleOf(events, head) as DistancingRule,
      start: startOfAll(events, episode.rows),
      beganOn: since !== undefined && start.to < since && isDay(earliest) ? earliest : null,
      mayHaveBegunBefore: since !== undefined && start.from < since,
      restored: restored(whole),
    }
  })
}

function familyOf(view: View, query: DistancingQuery, actor: number): ReadonlySet<number> {
  return query.level === 'TOP' ? view.rollUp.mayBeUnder(actor) : new Set([actor])
}

function wholeRunsOf(events: EventColumns, rows: Int32Array): ReadonlyMap<Row, readonly Row[]> {
  const runs = new Map<Row, readonly Row[]>()
  for (const run of runsOf(events, rows)) for (const row of run) runs.set(row, run)
  return runs
}

/** Between which days the first of some events began. */
function startOfAll(events: EventColumns, rows: readonly Row[]): Start {
  return earliestOf(rows.map((row) => startOf(events, row)))
}

/** Between which days the first of several began. */
export function earliestOf(starts: readonly Start[]): Start {
  const least = (days: readonly Day[]): Day => days.reduce((a, b) => Math.min(a, b))
  return { from: least(starts.map((start) => start.from)), to: least(starts.map((start) => start.to)) }
}

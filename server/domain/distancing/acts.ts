import { AFTER_ALL, isDay, type Day } from '../days.ts'
import { endOfPair, episodesOf, runsOf, spansOf } from '../episodes.ts'
import { overlaps, startOf, type Start } from '../overlap.ts'
import { select } from '../select.ts'
import { sifted, where } from '../sieve.ts'
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
  const admitted = sifted(select(view, near, { level: 'ACTOR', purpose: 'LIST' }), [
    where((row) => ruleOf(events, row) !== null),
    where((row) => frame.counts(row)),
  ])
  const inside = sifted(admitted.slice(), [where((row) => overlaps(events, row, since, until))])
  const wholeRuns = inside.length === admitted.length ? null : wholeRunsOf(events, admitted, inside)
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

/** The whole run of each row inside the window. @param rows of which `inside` are some, both in pair order. */
function wholeRunsOf(events: EventColumns, rows: Int32Array, inside: Int32Array): ReadonlyMap<Row, readonly Row[]> {
  const runs = new Map<Row, readonly Row[]>()
  const isInside = new Set(inside)
  for (const run of runsOf(events, ofSamePairs(events, rows, inside))) {
    for (const row of run) if (isInside.has(row)) runs.set(row, run)
  }
  return runs
}

/** Those of the rows whose pairs have a row inside. */
function ofSamePairs(events: EventColumns, rows: Int32Array, inside: Int32Array): Int32Array {
  const kept = rows.slice()
  let length = 0
  let at = 0
  for (let from = 0; from < rows.length && at < inside.length;) {
    const end = endOfPair(events, rows, from)
    const head = rows[from] as Row
    const next = inside[at] as Row
    if (events.actor[head] === events.actor[next] && events.target[head] === events.target[next]) {
      for (let place = from; place < end; place++) kept[length++] = rows[place] as Row
      at = endOfPair(events, inside, at)
    }
    from = end
  }
  return kept.subarray(0, length)
}

/** Between which days the first of some events began. */
function startOfAll(events: EventColumns, rows: readonly Row[]): Start {
  let [from, to] = [AFTER_ALL, AFTER_ALL]
  for (const row of rows) {
    const start = startOf(events, row)
    if (start.from < from) from = start.from
    if (start.to < to) to = start.to
  }
  return { from, to }
}

/** Between which days the first of several began. */
export function earliestOf(starts: readonly Start[]): Start {
  const least = (days: readonly Day[]): Day => days.reduce((a, b) => Math.min(a, b))
  return { from: least(starts.map((start) => start.from)), to: least(starts.map((start) => start.to)) }
}

import { BEFORE_ALL, isDay, type Day } from '../../../server/domain/days.ts'
import type { KnownEvent } from './world.ts'
import type { Act } from './distancing.ts'

/** Between which days an act began. Both BEFORE_ALL: open, before every day; only the first: unknown. */
export interface Start {
  readonly from: Day
  readonly to: Day
}

/** `max` null: at least `min`. */
export interface Lag {
  readonly min: number
  readonly max: number | null
}

interface Rival {
  readonly who: string
  readonly acts: readonly Act[]
}

/** The start of several events is the least of their starts. */
export function startOf(events: readonly KnownEvent[]): Start {
  return least(events.map((event) => startOfOne(event)))
}

/** Days after the first mover among the rows toward the same target; null where nobody is surely first. */
export function lagOf(acts: readonly Act[], who: string, rivals: readonly Rival[]): Lag | null {
  const own = strictOf(acts)
  const strict = rivals.map((row) => ({ who: row.who, acts: strictOf(row.acts) })).filter((row) => row.acts.length > 0)
  if (own.length === 0 || strict.length < 2) return null
  if (strict.some((row) => row.acts.some((act) => act.mayHaveBegunBefore))) return null
  const starts = strict.map((row) => ({ who: row.who, start: least(row.acts.map((act) => act.start)) }))
  const mover = starts.find((one) => starts.every((other) => other.who === one.who || one.start.to < other.start.from))
  if (mover === undefined) return null
  if (mover.who === who) return { min: 0, max: 0 }
  if (mover.start.to === BEFORE_ALL) return null
  const start = least(own.map((act) => act.start))
  return {
    min: start.from - mover.start.to,
    max: isDay(mover.start.from) ? start.to - mover.start.from : null,
  }
}

function startOfOne({ throughout, openStart, earliest, latest }: KnownEvent): Start {
  if (openStart) return { from: BEFORE_ALL, to: BEFORE_ALL }
  if (earliest === BEFORE_ALL) return { from: BEFORE_ALL, to: latest }
  return throughout ? { from: earliest, to: earliest } : { from: earliest, to: latest }
}

function least(starts: readonly Start[]): Start {
  return {
    from: Math.min(...starts.map((start) => start.from)),
    to: Math.min(...starts.map((start) => start.to)),
  }
}

function strictOf(acts: readonly Act[]): Act[] {
  return acts.filter((act) => act.admittedBy === 'STRICT')
}

import { axisOf, endOf, startOf, type Axis } from '../time/axis.ts'
import { toTicks, type Tick } from '../time/ticks.ts'
import { addDays, daysBetween, type Occurred } from '../words/dates.ts'

/** A stretch of an axis, from 0 at the left to 1 at the right. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** No day is stated on that side: it begins (ends) at the edge. */
  readonly openFrom: boolean
  readonly openTo: boolean
}

/** A start that is not stated has this much room before the first day that is. */
const ROOM_BEFORE = 14
const BESIDE = 0.04
const AFTER = 0.14

/** An axis that holds these acts with room at both ends, and for words after the last day. */
export function roomyAxis(acts: readonly { readonly occurred: Occurred; readonly reportedOn: string }[]): Axis {
  const days = acts.flatMap(({ occurred, reportedOn }) => [occurred.earliest, occurred.latest, reportedOn])
  const stated = days.filter((day) => day !== null && day !== undefined).sort()
  const last = stated.at(-1) ?? '1970-01-01'
  const open = acts.some(({ occurred }) => !occurred.earliest)
  const first = open ? addDays(stated[0] ?? last, -ROOM_BEFORE) : (stated[0] ?? last)
  const span = daysBetween(first, last) + 1
  return axisOf(addDays(first, -Math.ceil(span * BESIDE)), addDays(last, Math.max(1, Math.ceil(span * AFTER))))
}

/** From the first day to the last on which something may have happened; where no day is stated, to the edge. */
export function stretchOf(axis: Axis, { earliest, latest }: Occurred): Stretch {
  return {
    from: earliest ? startOf(axis, earliest) : 0,
    to: latest ? endOf(axis, latest) : 1,
    openFrom: !earliest,
    openTo: !latest,
  }
}

export function dayStretch(axis: Axis, day: string): Stretch {
  return { from: startOf(axis, day), to: endOf(axis, day), openFrom: false, openTo: false }
}

/** Names of ticks are left out where they would be cut at the right. */
export function ticksOf(axis: Axis, width: number): readonly Tick[] {
  return toTicks(axis, width).map((tick) => ({
    ...tick,
    name: tick.at * width + tick.name.length * 6 > width ? '' : tick.name,
  }))
}

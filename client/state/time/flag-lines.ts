import { addDays } from '../words/dates.ts'
import { endOf, type Axis } from './axis.ts'
import type { Flag } from './steps.ts'
import type { Tick } from './ticks.ts'

/** A flag as it stands on the axis. */
export interface FlagLine {
  readonly flag: Flag
  readonly label: string
  readonly day: string
  /** Days that it cannot leave. */
  readonly least: string
  readonly most: string
  /** px from the left, at the end of its day. */
  readonly at: number
  /** Of the line, where its tag stands. */
  readonly side: 'before' | 'after'
}

const TAG_WIDTH = 44
const CHARACTER = 6.6
const GAP = 2

/** The flag, or the two of a comparison from left to right. Of two neither passes the other. */
export function toFlagLines(
  axis: Axis,
  width: number,
  ticks: readonly Tick[],
  known: string,
  compared: string | null,
): readonly FlagLine[] {
  const line = (flag: Flag, label: string, day: string, [least, most]: readonly [string, string]): FlagLine => {
    const at = Math.round(endOf(axis, day) * width)
    return { flag, label, day, least, most, at, side: sideOf(at, width, ticks, label === 'Earlier day') }
  }
  if (compared === null) return [line('known', 'As known on', known, [axis.first, axis.last])]
  const [earlier, later] = compared < known ? [compared, known] : [known, compared]
  const [left, right]: readonly [Flag, Flag] = compared < known ? ['compared', 'known'] : ['known', 'compared']
  return [
    line(left, 'Earlier day', earlier, [axis.first, addDays(later, -1)]),
    line(right, 'Later day', later, [addDays(earlier, 1), axis.last]),
  ]
}

/** The side on which the tag covers no name of the axis and stays on it; the earlier of two would rather stand before its line. */
function sideOf(at: number, width: number, ticks: readonly Tick[], before: boolean): FlagLine['side'] {
  const fits = { before: at >= TAG_WIDTH, after: at + TAG_WIDTH <= width }
  const isFree = (side: FlagLine['side']) => fits[side] && !ticks.some((tick) => isCovered(tick, width, [{ at, side }]))
  const [wanted, other] = before ? (['before', 'after'] as const) : (['after', 'before'] as const)
  if (isFree(wanted) || !fits[other]) return wanted
  return isFree(other) || !fits[wanted] ? other : wanted
}

/** Whether the tag of a flag lies over a name of the axis, which then is not written. */
export function isCovered(tick: Tick, width: number, flags: readonly Pick<FlagLine, 'at' | 'side'>[]): boolean {
  const left = tick.at * width + 5
  const right = left + tick.name.length * CHARACTER
  return flags.some(({ at, side }) => {
    const from = side === 'before' ? at - TAG_WIDTH : at
    return from < right + GAP && from + TAG_WIDTH > left
  })
}

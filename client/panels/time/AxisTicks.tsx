import { isCovered, type FlagLine } from '../../state/time/flag-lines.ts'
import type { Tick } from '../../state/time/ticks.ts'

interface Props {
  readonly ticks: readonly Tick[]
  /** px */
  readonly width: number
  readonly flags: readonly FlagLine[]
}

/** Lines across the lanes with the names of what begins there. */
export function AxisTicks({ ticks, width, flags }: Props) {
  return (
    <div aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick.day} className="tick" style={{ left: Math.round(tick.at * width) }}>
          {isCovered(tick, width, flags) ? null : <span className="tick-name">{tick.name}</span>}
        </span>
      ))}
    </div>
  )
}

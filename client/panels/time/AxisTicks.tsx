import type { Tick } from '../../state/time/ticks.ts'

/** Lines across the lanes with the names of what begins there. */
export function AxisTicks({ ticks, width }: { readonly ticks: readonly Tick[]; readonly width: number }) {
  return (
    <div className="ticks" aria-hidden="true">
      {ticks.map(({ day, at, name }) => (
        <span key={day} className="tick" style={{ left: Math.round(at * width) }}>
          <span className="tick-name">{name}</span>
        </span>
      ))}
    </div>
  )
}

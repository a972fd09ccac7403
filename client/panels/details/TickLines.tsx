import type { Tick } from '../../state/time/ticks.ts'

/** Names of months beneath lanes; the lines across them are drawn by the style. */
export function TickLines({ ticks }: { readonly ticks: readonly Tick[] }) {
  return (
    <div className="ticks">
      {ticks.map(({ day, at, name }) => (
        <span key={day} style={{ left: `${at * 100}%` }}>
          {name}
        </span>
      ))}
    </div>
  )
}

import type { Tick } from '../../state/time/ticks.ts'

/** Names of months beneath lanes; the lines across them are drawn by the style. What stands in the lanes says its days in words. */
export function TickLines({ ticks }: { readonly ticks: readonly Tick[] }) {
  return (
    <div className="ticks" aria-hidden="true">
      {ticks.map(({ day, at, name }) => (
        <span key={day} style={{ left: `${at * 100}%` }}>
          {name}
        </span>
      ))}
    </div>
  )
}

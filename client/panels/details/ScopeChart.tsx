import { useState } from 'react'
import { roomyAxis, ticksOf } from '../../state/details/clock-axis.ts'
import { scopesTitle, toScopes, type ScopeRow } from '../../state/tie/scopes.ts'
import { endOf, type Axis } from '../../state/time/axis.ts'
import { shortDayOfYear } from '../../state/words/months.ts'
import type { EventRow } from '../../state/types.ts'
import { count } from '../../state/words/dates.ts'
import { ScopeLane } from './ScopeLane.tsx'
import { TickLines } from './TickLines.tsx'

const WIDTH = 376
/** A column of names; more are folded away. */
const MOST_ROWS = 8
const KNOWN_LABEL = 64

/** Scopes under each other on one time axis, so that what is suspended and what goes on at once is seen. */
export function ScopeChart({ events }: { readonly events: readonly EventRow[] }) {
  const [all, setAll] = useState(false)
  const rows = toScopes(events)
  const shown = all ? rows : rows.slice(0, MOST_ROWS)
  const axis = roomyAxis(events)
  const known = knownDay(events)
  const knownAt = known === null ? null : endOf(axis, known)
  const ticks = ticksOf(axis, WIDTH).map((tick) => {
    const right = tick.at * WIDTH + tick.name.length * 6.4
    return knownAt !== null && right > knownAt * WIDTH - KNOWN_LABEL ? { ...tick, name: '' } : tick
  })
  return (
    <section>
      <h3>{scopesTitle(rows)}</h3>
      <div className="scopes">
        <TickLines ticks={ticks} />
        {known !== null && knownAt !== null ? (
          <div className="known-line" style={{ left: `${knownAt * 100}%` }}>
            <span>known {shortDayOfYear(known)}</span>
          </div>
        ) : null}
        <ul>
          {shown.map((row) => (
            <Scope key={row.name} row={row} axis={axis} />
          ))}
        </ul>
      </div>
      {rows.length > shown.length ? (
        <button type="button" className="link more" onClick={() => setAll(true)}>
          {count(rows.length - shown.length, 'more scope')}
        </button>
      ) : null}
    </section>
  )
}

function Scope({ row, axis }: { readonly row: ScopeRow; readonly axis: Axis }) {
  return (
    <li className="scope">
      <p>
        <strong>{row.name}</strong>
        {row.events.length > 1 ? <span className="quiet"> {count(row.events.length, 'event')}</span> : null}
      </p>
      <ScopeLane events={row.events} axis={axis} width={WIDTH} />
    </li>
  )
}

/** The day on which all of it became known; null where it was more than one. */
function knownDay(events: readonly EventRow[]): string | null {
  const days = new Set(events.map(({ reportedOn }) => reportedOn))
  return days.size === 1 ? (events[0]?.reportedOn ?? null) : null
}

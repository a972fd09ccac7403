import { useStore } from '@nanostores/react'
import { $network } from '../../state/app.ts'
import { tieHeard } from '../../state/details/heard.ts'
import { latest } from '../../state/loaded.ts'
import { $panes } from '../../state/picture/panes.ts'
import { toKnownMonths } from '../../state/tie/known-months.ts'
import { tieOf } from '../../state/tie/tie.ts'
import type { Selection } from '../../state/view/view.ts'
import { DrawTiles } from './DrawTiles.tsx'
import { MonthChart } from './MonthChart.tsx'
import type { PanelProps } from './Panel.tsx'
import { ScopeChart } from './ScopeChart.tsx'
import { TieEvents } from './TieEvents.tsx'
import { TieHead } from './TieHead.tsx'
import { Waiting } from './Waiting.tsx'
import { useHeard } from './use-heard.ts'

/** One ordered pair: its scopes on one time axis, when its events became known, how it is drawn, and the events. */
export function TiePanel({ selection, stores, pinned }: PanelProps<Extract<Selection, { what: 'tie' }>>) {
  const panes = useStore($panes)
  const loaded = useStore($network)
  const words = useStore(stores.$words)
  const tie = tieOf(panes, latest(loaded)?.network, selection)
  const heard = tie ? tieHeard(tie) : ''
  useHeard(heard)
  if (!tie) {
    const gone = 'This tie is not drawn on this day and level.'
    return <Waiting selection={selection} pinned={pinned} loaded={loaded} gone={gone} />
  }
  const { events } = tie
  const until = tie.asKnownOn ?? events[0]?.reportedOn
  return (
    <article aria-labelledby={`of-${selection.actor}>${selection.target}`}>
      <TieHead tie={tie} selection={selection} pinned={pinned} />
      {events.length > 0 ? (
        <>
          <ScopeChart events={events} />
          {until ? <MonthChart {...toKnownMonths(events, until)} total={events.length} /> : null}
          {tie.actor.id === tie.target.id ? null : <DrawTiles />}
          <TieEvents events={events} loaded={words} />
        </>
      ) : null}
    </article>
  )
}

import { useStore } from '@nanostores/react'
import { Flag } from 'lucide-react'
import { $view } from '../../state/app.ts'
import type { Pane } from '../../state/picture/panes.ts'
import { shownLines } from '../../state/picture/shown-lines.ts'
import { count, dayWords } from '../../state/words/dates.ts'

/** What a pane is of, where there are two: its day, or its level, with what is drawn there. */
export function PaneHead({ pane }: { readonly pane: Pane }) {
  const { both } = useStore($view)
  return <p className="pane-head">{both ? <LevelWords pane={pane} /> : <DayWords pane={pane} />}</p>
}

function LevelWords({ pane: { level, picture, emphasis } }: { readonly pane: Pane }) {
  const ties = new Set(shownLines(picture, emphasis).map(({ tie }) => tie)).size
  return (
    <>
      <span className="pane-name">{level === 'TOP' ? 'Top level' : 'Actors'}</span>
      {count(picture.actors.length, 'actor')}, {count(ties, 'tie')}
      {level === 'TOP' ? <span className="quiet">click one with parts to open it</span> : null}
    </>
  )
}

function DayWords({ pane: { asKnownOn, picture } }: { readonly pane: Pane }) {
  const events = (ghosts: boolean) =>
    picture.lines
      .filter(({ mark }) => (mark === 'GHOST') === ghosts)
      .reduce((sum, line) => sum + line.events.length, 0) +
    (ghosts ? 0 : picture.actors.reduce((sum, { eventsInside }) => sum + eventsInside, 0))
  const inside = picture.actors.filter(({ eventsInside }) => eventsInside > 0)
  const ghosts = events(true)
  return (
    <>
      <span className="pane-name">
        <Flag size={13} aria-hidden="true" />
        As known on {asKnownOn ? dayWords(asKnownOn) : 'no day'}
      </span>
      {count(events(false), 'event')} reported
      {ghosts > 0 ? <span className="quiet">{ghosts} had happened, drawn as ghosts</span> : null}
      {inside.map(({ id, name, eventsInside }) => (
        <span key={id} className="quiet">
          {eventsInside} of them inside {name}
        </span>
      ))}
    </>
  )
}

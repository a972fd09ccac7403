import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $network, $picture, $view } from '../../state/app.ts'
import { count, dayWords, occurredWords } from '../../state/words/dates.ts'
import { nameOf, opensOfLine } from '../../state/picture/items.ts'
import { latest } from '../../state/loaded.ts'
import { withSelection } from '../../state/view/steps.ts'
import type { Selection } from '../../state/view/view.ts'
import { ACTOR_KIND_WORDS, KIND_WORDS, STAGE_WORDS, STATUS_WORDS } from '../../state/words/words.ts'
import { ActorMark } from '../parts/ActorMark.tsx'
import { KindMark } from '../parts/KindMark.tsx'

/** The same as the picture, as tables: actors, ties (a row for each line), events. Denied events are here and not in the picture. */
export function ListTwin() {
  const hidden = useStore($view).hidden
  return (
    <>
      {hidden.length > 0 ? (
        <p className="waiting">Switched off: {hidden.map((kind) => KIND_WORDS[kind]).join(', ')}.</p>
      ) : null}
      <ActorTable />
      <TieTable />
      <EventTable />
    </>
  )
}

function ActorTable() {
  const picture = useStore($picture)
  return (
    <table data-list="actors">
      <caption>Actors: {picture.actors.length}</caption>
      <Head columns={['Name', 'Type', 'Belongs to', 'Events']} />
      <tbody>
        {picture.actors.map(({ id, name, kind, inside, events }) => (
          <tr key={id}>
            <th scope="row">
              <div className="cell">
                <ActorMark kind={kind} />
                <Open selection={{ what: 'actor', id }} words={name} />
              </div>
            </th>
            <td>{ACTOR_KIND_WORDS[kind]}</td>
            <td>{inside === null ? '' : nameOf(picture, inside)}</td>
            <td>{events}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TieTable() {
  const picture = useStore($picture)
  const { hidden } = useStore($view)
  const lines = picture.lines.filter(({ kind }) => !hidden.includes(kind))
  return (
    <table data-list="ties">
      <caption>Ties by kind: {lines.length}</caption>
      <Head columns={['From', 'To', 'Kind', 'Events', 'Marks']} />
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">{nameOf(picture, line.actor)}</th>
            <td>{nameOf(picture, line.target)}</td>
            <td>
              <div className="cell">
                <KindMark kind={line.kind} stage={line.notDone ? 'INTENT' : 'ACTUAL'} />
                <Open
                  selection={opensOfLine(line)}
                  words={KIND_WORDS[line.kind]}
                  label={`${KIND_WORDS[line.kind]}, ${nameOf(picture, line.actor)} to ${nameOf(picture, line.target)}`}
                />
              </div>
            </td>
            <td>{count(line.events.length, 'event')}</td>
            <td>
              {[
                line.notDone ? 'offered or threatened' : '',
                line.disputed ? '≠ disputed' : '',
                line.answered ? '⇄ answered' : '',
              ]
                .filter(Boolean)
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function EventTable() {
  const events = latest(useStore($network))?.network.events
  const { hidden } = useStore($view)
  if (!events) return null
  const shown = events.nodes.filter(({ kind }) => !hidden.includes(kind))
  return (
    <table data-list="events">
      <caption>
        Events: {shown.length}
        {events.nodes.length < events.total ? ` of ${events.total}` : ''}
      </caption>
      <Head columns={['Who', 'Toward', 'Kind', 'Scope', 'Happened', 'Known', 'Stage', 'Status']} />
      <tbody>
        {shown.map((event) => (
          <tr key={event.id}>
            <th scope="row">{event.actor.name}</th>
            <td>{event.target.name}</td>
            <td>
              <div className="cell">
                <KindMark kind={event.kind} stage={event.stage} />
                <Open
                  selection={{ what: 'event', id: event.id }}
                  words={KIND_WORDS[event.kind]}
                  label={`${KIND_WORDS[event.kind]}, ${event.actor.name} to ${event.target.name}: ${event.scope ?? 'scope not stated'}`}
                />
              </div>
            </td>
            <td>{event.scope ?? ''}</td>
            <td>{occurredWords(event.occurred)}</td>
            <td>{dayWords(event.reportedOn)}</td>
            <td>{STAGE_WORDS[event.stage]}</td>
            <td>{STATUS_WORDS[event.status]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ columns }: { readonly columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface OpenProps {
  readonly selection: Selection
  readonly words: string
  /** Said in place of the words, where these would be the same in many rows. */
  readonly label?: string
}

function Open({ selection, words, label }: OpenProps) {
  return (
    <button
      type="button"
      className="link"
      aria-label={label}
      onClick={() => change((view) => withSelection(view, selection))}
    >
      {words}
    </button>
  )
}

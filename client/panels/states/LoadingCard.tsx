import { useStore } from '@nanostores/react'
import { Check, Circle, CircleDot } from 'lucide-react'
import { stopPicture } from '../../state/actions.ts'
import { $server } from '../../state/away.ts'
import type { Waiting } from '../../state/states/shown.ts'
import { count } from '../../state/words/dates.ts'

interface Props {
  readonly waiting: Extract<Waiting, { what: 'first' }>
  readonly seconds: number
}

/** What is done and what is to come before anything is drawn, and a way out. */
export function LoadingCard({ waiting: { collection, read }, seconds }: Props) {
  const server = useStore($server)
  const starting = server?.reach.is === 'starting' ? server.reach.eventsRead : null
  const at = collection === null ? 0 : read ? 2 : 1
  const of = (number: number | undefined, step: number) =>
    number === undefined ? '' : `${at > step ? number.toLocaleString('en') : 0} of ${number.toLocaleString('en')}`
  return (
    <div className="state-card loading">
      <h2>{collection === null ? 'Opening' : `Opening the ${collection.kind === 'DATA_SET' ? 'data set' : 'case'}`}</h2>
      <progress max={3} value={at} aria-label="Steps done" />
      <ol>
        <Step at={at} place={0} words={starting === null ? 'Found' : 'The server reads its events'}>
          {starting === null ? (collection?.title ?? '') : `${starting.toLocaleString('en')} so far`}
        </Step>
        <Step at={at} place={1} words={collection?.kind === 'DATA_SET' ? 'Rows read' : 'Events read'}>
          {of(collection?.eventCount, 1)}
        </Step>
        <Step at={at} place={2} words="Actors placed">
          {of(collection?.actorCount, 2)}
        </Step>
      </ol>
      <p className="ways">
        {read || starting !== null ? null : (
          <button type="button" className="button" onClick={stopPicture}>
            Stop
          </button>
        )}
        <span className="quiet">{seconds < 2 ? '' : `${count(seconds, 'second')} so far`}</span>
      </p>
    </div>
  )
}

interface StepProps {
  /** The one that is under way. */
  readonly at: number
  readonly place: number
  readonly words: string
  readonly children: string
}

function Step({ at, place, words, children }: StepProps) {
  const state = place < at ? 'done' : place === at ? 'now' : 'later'
  const Icon = { done: Check, now: CircleDot, later: Circle }[state]
  return (
    <li data-step={state}>
      <Icon size={14} aria-hidden="true" />
      <span>
        {words}
        <span className="unseen">{{ done: ', done', now: ', under way', later: '' }[state]}</span>
      </span>
      <span className="number">{children}</span>
    </li>
  )
}

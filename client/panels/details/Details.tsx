import { useStore } from '@nanostores/react'
import { useEffect, useRef } from 'react'
import { $actor, $event, $picture } from '../../state/app.ts'
import { latest } from '../../state/loaded.ts'
import type { Selection } from '../../state/view/view.ts'
import { ActorDetailsView } from './ActorDetailsView.tsx'
import { CloseButton } from './CloseButton.tsx'
import { EventDetailsView } from './EventDetailsView.tsx'
import { Notice } from '../shell/Notice.tsx'
import { TieDetailsView } from './TieDetailsView.tsx'

/** What is selected, down to the quote and its source. Takes the focus when it opens and gives it back when it closes. */
export function Details({ selection }: { readonly selection: Selection }) {
  const panel = useRef<HTMLElement>(null)
  const key = JSON.stringify(selection)

  useEffect(() => {
    const opener = document.activeElement
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus()
    }
  }, [])

  useEffect(() => {
    // A page that opens with something selected leaves the focus where the browser put it.
    if (document.activeElement !== document.body) panel.current?.focus()
  }, [key])

  return (
    <aside ref={panel} className="details" id="details" aria-label="Details" tabIndex={-1}>
      <Content selection={selection} />
    </aside>
  )
}

function Content({ selection }: { readonly selection: Selection }) {
  const event = useStore($event)
  const actor = useStore($actor)
  const picture = useStore($picture)
  switch (selection.what) {
    case 'event': {
      const shown = latest(event)
      if (shown) return <EventDetailsView event={shown} />
      return event.state === 'ok' ? (
        <Gone what="This event is not here, or was not yet known on this day." />
      ) : (
        <Waiting loaded={event} />
      )
    }
    case 'actor': {
      const shown = latest(actor)
      if (shown) return <ActorDetailsView actor={shown} />
      return actor.state === 'ok' ? <Gone what="This actor is no longer here." /> : <Waiting loaded={actor} />
    }
    case 'tie': {
      const lines = picture.lines.filter(
        ({ actor, target }) => actor === selection.actor && target === selection.target,
      )
      return lines.length > 0 ? (
        <TieDetailsView picture={picture} lines={lines} />
      ) : (
        <Gone what="This tie is not drawn on this day and level." />
      )
    }
  }
}

function Waiting({ loaded }: { readonly loaded: Parameters<typeof Notice>[0]['loaded'] }) {
  return (
    <div>
      <header>
        <CloseButton />
        <Notice loaded={loaded} what="the details" />
      </header>
    </div>
  )
}

function Gone({ what }: { readonly what: string }) {
  return (
    <div>
      <header>
        <CloseButton />
        <h2>{what}</h2>
      </header>
    </div>
  )
}

import { useStore } from '@nanostores/react'
import { $collection, $network } from '../../state/app.ts'
import { $nothing, $waiting, type Waiting } from '../../state/states/shown.ts'
import { $canvases } from '../picture/canvases.ts'
import { LoadingCard } from './LoadingCard.tsx'
import { NothingCard } from './NothingCard.tsx'
import { StillNote } from './StillNote.tsx'
import { useSlow } from './use-slow.ts'

/** What stands over the picture while it is on its way, and where it shows nothing. */
export function PictureStates() {
  const waiting = useWaiting()
  const nothing = useStore($nothing)
  const seconds = useSlow(waiting !== null)
  if (waiting && seconds !== null) {
    return waiting.what === 'first' ? (
      <LoadingCard waiting={waiting} seconds={seconds} />
    ) : (
      <StillNote still={waiting.still} seconds={seconds} />
    )
  }
  return nothing ? <NothingCard nothing={nothing} /> : null
}

/** The canvas, too, is on its way for a moment. */
function useWaiting(): Waiting | null {
  const waiting = useStore($waiting)
  const collection = useStore($collection)
  const isRead = useStore($network).state === 'ok'
  const isDrawn = useStore($canvases).size > 0
  return waiting ?? (isRead && !isDrawn ? { what: 'first', collection, read: true } : null)
}

import { useStore } from '@nanostores/react'
import { useEffect, useRef } from 'react'
import { $view } from '../../state/app.ts'
import { pinned as ofPinned, selected as ofSelected } from '../../state/details/details.ts'
import { isSameSelection } from '../../state/view/view.ts'
import { focused, givingBack, isLost } from './give-back.ts'
import { openSource } from './open-source.ts'
import { Panel } from './Panel.tsx'

/**
 * What is selected, down to the quote and its source, below what is pinned. Takes the focus when something opens and gives it back when
 * it closes.
 */
export function Details() {
  const { both, pinned, selection: chosen } = useStore($view)
  // With both levels the strip tells of an actor, and the room is for the pictures.
  const selection = both && chosen?.what === 'actor' ? null : chosen
  const region = useRef<HTMLElement>(null)
  const giveBack = useRef<(() => void) | null>(null)
  /** What opened the panel that was closed before the pinned one. */
  const before = useRef<(() => void) | null>(null)
  const key = JSON.stringify(selection)
  const open = selection !== null || pinned !== null

  useEffect(() => {
    if (key === 'null') {
      giveBack.current?.()
      before.current = giveBack.current
      giveBack.current = null
      return
    }
    // A page that opens with something selected leaves the focus where the browser put it.
    const from = focused()
    if (from === null) return
    // What is gone was in the panel itself, where something was open before.
    const outside = from.isConnected ? !region.current?.contains(from) : giveBack.current === null
    if (outside) giveBack.current = givingBack(from)
    region.current?.focus()
  }, [key])

  // A pinned panel that is closed takes the focus of its button along.
  useEffect(() => {
    if (isLost()) region.current?.focus()
  }, [pinned])

  useEffect(
    () => () => {
      if (giveBack.current) giveBack.current()
      else if (isLost()) before.current?.()
    },
    [],
  )

  useEffect(() => {
    const panel = region.current
    panel?.addEventListener('keydown', openSource)
    return () => panel?.removeEventListener('keydown', openSource)
  }, [open])

  if (!open) return null
  const apart = pinned && !isSameSelection(pinned, selection)
  return (
    <aside ref={region} className="details" id="details" aria-label="Details" tabIndex={-1}>
      {apart ? <Panel key="pinned" selection={pinned} stores={ofPinned} pinned /> : null}
      {selection ? (
        <Panel key="selected" selection={selection} stores={ofSelected} pinned={pinned !== null && !apart} />
      ) : null}
    </aside>
  )
}

import { useEffect } from 'react'
import { hoverEvents, leaveEvents } from '../../state/answers/hovered.ts'

/** Lights the lines of events in the picture, for as long as what speaks of them is pointed at and stands on the page. */
export function useLitEvents(ids: readonly string[]): { readonly light: () => void; readonly leave: () => void } {
  const key = ids.join(' ')
  // oxlint-disable-next-line react/exhaustive-deps -- the same ids are the same events
  useEffect(() => () => leaveEvents(ids), [key])
  return { light: () => hoverEvents(ids), leave: () => leaveEvents(ids) }
}

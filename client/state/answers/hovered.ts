import { atom } from 'nanostores'
import { hold } from '../held.ts'

/** Ids of the events whose lines light up, because the pointer or the keyboard is on their row. */
export const $hoveredEvents = atom<readonly string[]>([])

/** Lights the lines of these events alone. */
export function hoverEvents(ids: readonly string[]): void {
  $hoveredEvents.set(ids)
}

/** The lines of these events light up no longer, unless others do by now. */
export function leaveEvents(ids: readonly string[]): void {
  if ($hoveredEvents.get().join(' ') === ids.join(' ')) $hoveredEvents.set([])
}

hold({ clear: () => $hoveredEvents.set([]) })

import type { View, Window } from '../view/view.ts'
import { withWindow } from '../view/steps.ts'
import { addDays } from '../words/dates.ts'
import type { Axis } from './axis.ts'
import { withFlag } from './steps.ts'

/** A longer axis is played in steps of several days. */
const MOST_STEPS = 200

/** What playback goes by. */
export interface Played {
  readonly axis: Axis
  /** The day of knowing where none is chosen: the last on which anything became known. */
  readonly standard: string
}

/** Days that one step goes on. */
export function playStep({ days }: Axis): number {
  return Math.max(1, Math.ceil(days / MOST_STEPS))
}

/** Whether there is nothing left to play. */
export function isAtEnd(view: View, played: Played): boolean {
  return standsAt(view, played) >= endOf(view, played)
}

/** The first view of a playback: of what became known, the flag at the beginning; of what happened, a window of its first day. */
export function fromStart(view: View, played: Played): View {
  const { axis } = played
  if (view.clock === 'HAPPENED') return standing(view, view.window?.since ?? axis.first, played)
  return standing(view, view.compare === null ? axis.first : addDays(view.compare, 1), played)
}

/** The next view; at the end everything is shown again. */
export function oneOn(view: View, played: Played): View {
  const day = addDays(standsAt(view, played), playStep(played.axis))
  const end = endOf(view, played)
  return standing(view, day < end ? day : end, played)
}

function standsAt({ clock, asKnownOn, window }: View, { axis, standard }: Played): string {
  return clock === 'HAPPENED' ? (window?.until ?? axis.last) : (asKnownOn ?? standard)
}

function endOf({ clock }: View, { axis, standard }: Played): string {
  return clock === 'HAPPENED' ? axis.last : standard
}

function standing(view: View, day: string, { axis, standard }: Played): View {
  if (view.clock === 'KNOWN') return withFlag(view, 'known', day, standard)
  const window: Window = { since: view.window?.since ?? null, until: day >= axis.last ? null : day }
  return withWindow(view, window)
}

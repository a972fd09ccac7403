import { atom } from 'nanostores'
import { change, endGesture } from '../actions.ts'
import { $beside, $collection, $network, $view } from '../app.ts'
import { hold } from '../held.ts'
import { fromStart, isAtEnd, oneOn, type Played } from './playback.ts'
import { $axis } from './shown.ts'

/** Steps in the time of one. */
export type Speed = '0.5' | '1' | '4'

export const $playing = atom(false)
export const $speed = atom<Speed>('1')

/** Of one step, at the speed of 1. */
const STEP_MS = 250
const GESTURE = 'play'

let timer: ReturnType<typeof setTimeout> | undefined
/** Where playback stood last. */
let stood = ''

/** Starts playback, from the beginning where it stands at the end; or stops it. */
export function turnPlay(): void {
  if ($playing.get()) return stopPlay()
  const played = toPlay()
  if (!played) return
  $playing.set(true)
  if (isAtEnd($view.get(), played)) change((view) => fromStart(view, played), GESTURE)
  stood = standsNow()
  wait()
}

/** What was played is one step of undo. */
export function stopPlay(): void {
  clearTimeout(timer)
  if (!$playing.get()) return
  $playing.set(false)
  endGesture()
}

hold({ clear: stopPlay })

function wait(): void {
  timer = setTimeout(goOn, STEP_MS / Number($speed.get()))
}

function goOn(): void {
  const played = toPlay()
  const states = [$network, $beside].map((loaded) => loaded.get().state)
  // Whoever undoes it, goes back or takes a flag has the day in hand.
  if (!played || states.includes('error') || standsNow() !== stood || isAtEnd($view.get(), played)) return stopPlay()
  // A picture that is on its way is waited for: what is shown is always of the day that is named.
  if (!states.includes('loading')) {
    const view = oneOn($view.get(), played)
    if (view === $view.get()) return stopPlay()
    change(() => view, GESTURE)
    stood = standsNow()
  }
  wait()
}

/** What playback changes, and what it goes by. */
function standsNow(): string {
  const { collection, clock, asKnownOn, compare, window } = $view.get()
  return JSON.stringify([collection, clock, asKnownOn, compare, window])
}

function toPlay(): Played | null {
  const axis = $axis.get()
  const standard = $collection.get()?.defaultAsKnownOn
  return axis && standard ? { axis, standard } : null
}

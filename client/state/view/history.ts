import type { View } from './view.ts'
import { stepName } from './step-name.ts'

/** A view that was left, with the name of what was done to it. */
export interface Left {
  readonly view: View
  readonly name: string
}

/** The view, with what undo and redo lead to, the nearest last. */
export interface History {
  readonly now: View
  readonly past: readonly Left[]
  readonly future: readonly Left[]
  /** The gesture that the last step belongs to: further steps of it are one with it. */
  readonly gesture: string | null
}

const MOST_STEPS = 200

export function historyOf(now: View): History {
  return { now, past: [], future: [], gesture: null }
}

/**
 * Goes on to a view. Steps of one gesture, such as a drag, are one step; a view that is the same is none.
 * @param gesture names the gesture while it lasts; null: a step of its own
 */
export function goOn(history: History, view: View, gesture: string | null = null): History {
  if (view === history.now) return history
  const name = stepName(history.now, view)
  if (name === null) return history
  const going = gesture !== null && gesture === history.gesture
  const past = going ? history.past : [...history.past, { view: history.now, name }].slice(-MOST_STEPS)
  return { now: view, past, future: [], gesture }
}

/** Ends a gesture: what comes next is a step of its own. It is named by where it ended; one that ended where it began is no step. */
export function endGesture(history: History): History {
  const { now, past, gesture } = history
  const last = past.at(-1)
  if (gesture === null || !last) return gesture === null ? history : { ...history, gesture: null }
  const name = stepName(last.view, now)
  const before = past.slice(0, -1)
  return { ...history, past: name === null ? before : [...before, { view: last.view, name }], gesture: null }
}

/** Whether the reader did something new between two histories, rather than undoing, redoing, or going on with a gesture. */
export function isStepForth(before: History, after: History): boolean {
  return after.past.at(-1)?.view === before.now && after.now !== before.future.at(-1)?.view
}

export function undo(history: History): History {
  const last = history.past.at(-1)
  if (!last) return history
  return {
    now: last.view,
    past: history.past.slice(0, -1),
    future: [...history.future, { view: history.now, name: last.name }],
    gesture: null,
  }
}

export function redo(history: History): History {
  const next = history.future.at(-1)
  if (!next) return history
  return {
    now: next.view,
    past: [...history.past, { view: history.now, name: next.name }],
    future: history.future.slice(0, -1),
    gesture: null,
  }
}

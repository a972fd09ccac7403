import type { View } from './view.ts'

/** The view with nothing in it that contradicts the rest: two panes are of two days or of two levels, and of two days the earlier is at the left. */
export function settled(view: View): View {
  const { compare, asKnownOn } = view
  if (compare === null) return view
  if (compare === asKnownOn) return { ...view, compare: null, changes: null }
  if (asKnownOn !== null && compare > asKnownOn) return oneLevel({ ...view, compare: asKnownOn, asKnownOn: compare })
  return oneLevel(view)
}

/** Boxes that are opened at the right of both levels would be closed ones of a single one. */
function oneLevel(view: View): View {
  return view.both ? { ...view, both: false, boxes: [] } : view
}

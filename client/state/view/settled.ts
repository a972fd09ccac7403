import type { View } from './view.ts'

/** The view with nothing in it that contradicts the rest: two panes are of two days or of two levels, and of two days the earlier is at the left. */
export function settled(view: View): View {
  const { compare, asKnownOn } = view
  if (compare === null) return view
  if (compare === asKnownOn) return { ...view, compare: null, changes: null }
  if (asKnownOn !== null && compare > asKnownOn) {
    return { ...view, both: false, compare: asKnownOn, asKnownOn: compare }
  }
  return view.both ? { ...view, both: false } : view
}

import { visibility, type View } from '../domain/view.ts'

const counts = new WeakMap<View, readonly number[]>()

/** Events known on the day of the view, by index of the collection: one pass for all of them. */
export function countEvents(view: View): readonly number[] {
  const known = counts.get(view)
  if (known) return known
  const { events, collections } = view.snapshot
  const isKnown = visibility(view)
  const counted = new Array<number>(collections.length).fill(0)
  for (let row = 0; row < events.length; row++) {
    if (!isKnown(row)) continue
    const collection = events.collection[row] ?? 0
    counted[collection] = (counted[collection] ?? 0) + 1
  }
  counts.set(view, counted)
  return counted
}

import { AFTER_ALL } from '../domain/days.ts'
import type { View } from '../domain/view.ts'

const counts = new WeakMap<View, readonly number[]>()

/** Events known on the day of the view, by index of the collection: one pass for all of them. */
export function countEvents(view: View): readonly number[] {
  const known = counts.get(view)
  if (known) return known
  const { events, collections } = view.snapshot
  const counted = new Array<number>(collections.length).fill(0)
  for (let row = 0; row < events.length; row++) {
    const reported = events.reported[row] ?? AFTER_ALL
    if (reported > view.knownOn || reported === AFTER_ALL || events.dead.has(row)) continue
    const collection = events.collection[row] ?? 0
    counted[collection] = (counted[collection] ?? 0) + 1
  }
  counts.set(view, counted)
  return counted
}

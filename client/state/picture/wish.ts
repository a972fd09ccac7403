import type { View } from '../view/view.ts'
import type { PictureWish } from './to-picture.ts'

/** What a view wishes of the picture; the same object as long as that is the same, so that nothing is drawn anew for a selection. */
export function keptWish(): (view: View) => PictureWish {
  let last: PictureWish | null = null
  return ({ level, boxes, unfolded, moved, affiliations }) => {
    const same =
      last?.level === level &&
      last.affiliations === affiliations &&
      isSame(last.boxes, boxes) &&
      isSame(last.unfolded, unfolded) &&
      isSame(last.moved, moved)
    if (!last || !same) last = { level, boxes, unfolded, moved, affiliations }
    return last
  }
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((each, place) => each === b[place]))
}

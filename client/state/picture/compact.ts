import { atom } from 'nanostores'
import type { PictureWish } from './to-picture.ts'

/** Whether the page is too narrow for boxes: every one is closed then, unless the reader has turned it. */
export const $compact = atom(false)

/** Follows the width of the page. @returns what ends it */
export function followWidth(): () => void {
  const narrow = window.matchMedia('(max-width: 719px)')
  const follow = () => $compact.set(narrow.matches)
  follow()
  narrow.addEventListener('change', follow)
  return () => narrow.removeEventListener('change', follow)
}

/** The wish of a narrow page: of the boxes of ACTOR only those are open that the reader opened there. */
export function compactWish(wish: PictureWish): PictureWish {
  if (wish.level === 'TOP') return wish
  return { ...wish, level: 'TOP', boxes: wish.unfolded.filter((owner) => !wish.boxes.includes(owner)) }
}

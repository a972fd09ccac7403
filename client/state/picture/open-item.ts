import { withBoxTurned, withFocus, withSelection } from '../view/steps.ts'
import type { View } from '../view/view.ts'
import { opensOf, type PictureItem } from './items.ts'
import type { Picture } from './picture.ts'

/**
 * What opening an item of the picture does. The title of a box closes it and a closed box opens, while `plain`; else, and of everything
 * else, the details open. With both levels beside each other boxes turn at the right alone.
 * @param compact the page is too narrow for the boxes of ACTOR
 */
export function withOpened(
  view: View,
  picture: Picture,
  pane: 'main' | 'beside',
  item: PictureItem,
  plain: boolean,
  compact = false,
): View {
  const actor = picture.actors.find(({ id }) => id === item.id)
  const turns = item.what === 'title' || (item.what === 'actor' && (actor?.parts.length ?? 0) > 0)
  if (turns && plain && !(view.both && pane === 'main')) return withBoxTurned(view, item.id, compact)
  return withSelection(view, opensOf(picture, item))
}

/** The picture is about this actor. */
export function withFocusOn(view: View, item: PictureItem): View {
  if (item.what !== 'actor' && item.what !== 'title') return view
  return withFocus(view, item.id)
}

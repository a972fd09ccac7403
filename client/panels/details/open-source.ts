import { $letters } from '../../state/help.ts'

/** `O` opens the source of the card that has the focus, else the first one that can be opened. */
export function openSource(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== 'o' || event.ctrlKey || event.metaKey || event.altKey) return
  // A key that is held down opens one page, not one at each repeat.
  if (event.repeat || $letters.get() === 'off') return
  const { target, currentTarget } = event
  if (!(target instanceof Element) || !(currentTarget instanceof Element)) return
  const place = target.closest('.card') ?? currentTarget
  place.querySelector<HTMLAnchorElement>('a.source-link')?.click()
}

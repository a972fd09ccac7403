import { KIND_WORDS } from '../words/words.ts'
import type { View } from './view.ts'

/** What was done between two views, in a few words, as undo and redo name it: `Suspension hidden`. Null: nothing. */
export function stepName(before: View, after: View): string | null {
  const changed = (Object.keys(after) as (keyof View)[]).filter((part) => !isSame(before[part], after[part]))
  const [first] = ORDER.filter((part) => changed.includes(part))
  return first === undefined ? null : nameOf(first, before, after)
}

/** A step that changes several parts is named by the weightiest. */
const ORDER: readonly (keyof View)[] = [
  'collection',
  'ask',
  'compare',
  'both',
  'level',
  'focus',
  'include',
  'asKnownOn',
  'window',
  'clock',
  'changes',
  'boxes',
  'unfolded',
  'hidden',
  'hiddenClaims',
  'affiliations',
  'moved',
  'draw',
  'list',
  'sort',
  'selection',
  'pinned',
]

function nameOf(part: keyof View, before: View, after: View): string {
  switch (part) {
    case 'collection':
      return 'another collection'
    case 'ask':
      return after.ask ? 'question' : 'answer closed'
    case 'include':
      return after.include.length > before.include.length ? 'rule switched on' : 'rule switched off'
    case 'level':
    case 'both':
      return after.both ? 'both levels' : after.level === 'TOP' ? 'top level' : 'level of actors'
    case 'boxes':
    case 'unfolded':
      return 'box opened or closed'
    case 'asKnownOn':
      return 'day of knowing'
    case 'compare':
      return after.compare === null ? 'comparison closed' : 'comparison of days'
    case 'changes':
      return 'filter of changes'
    case 'window':
      return after.window ? 'window of time' : 'window of time taken off'
    case 'clock':
      return 'clock'
    case 'selection':
      return after.selection ? 'details' : 'details closed'
    case 'pinned':
      return after.pinned ? 'details pinned' : 'details no longer pinned'
    case 'draw':
      return 'way to draw a tie'
    case 'focus':
      return after.focus === null ? 'focus left' : 'focus'
    case 'list':
      return after.list === null ? 'picture' : 'list'
    case 'sort':
      return 'order of the list'
    case 'hidden':
      return hiddenName(before, after)
    case 'hiddenClaims':
      return after.hiddenClaims.length > before.hiddenClaims.length ? 'claims hidden' : 'claims shown'
    case 'affiliations':
      return after.affiliations ? 'affiliations shown' : 'affiliations hidden'
    case 'moved':
      return 'place of an actor'
  }
}

function hiddenName(before: View, after: View): string {
  const hid = after.hidden.filter((kind) => !before.hidden.includes(kind))
  const showed = before.hidden.filter((kind) => !after.hidden.includes(kind))
  const [kind] = [...hid, ...showed]
  if (kind === undefined || hid.length + showed.length > 1) return 'kinds of act'
  return `${KIND_WORDS[kind]} ${hid.length > 0 ? 'hidden' : 'shown'}`
}

/** Parts of a view are plain values. */
function isSame(a: View[keyof View], b: View[keyof View]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

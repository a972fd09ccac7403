import type { Collection, Network } from './types.ts'
import { isStepForth, type History } from './view/history.ts'
import type { View } from './view/view.ts'
import { count } from './words/dates.ts'

/** What is heard when a collection has come: what it is, what its headline says, how much there is, and how to go on. */
export function welcomeWords(
  { kind, title, headline }: Pick<Collection, 'kind' | 'title' | 'headline'>,
  known: boolean,
  { actors, ties, events, answered, disputed }: Network['stats'],
): string {
  const amounts = [
    count(actors, 'actor'),
    count(ties, 'tie'),
    count(events, 'event'),
    ...(answered > 0 ? [`${answered} answered`] : []),
    ...(disputed > 0 ? [`${disputed} disputed`] : []),
  ]
  return [
    `${kind === 'DATA_SET' ? 'Data set' : 'Case'} ${title}.`,
    known ? headline : null,
    `${amounts.join(', ')}. Press 1 to 5 for questions, L for the list.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Parts of the view whose change nothing else tells: answers, details, days and panes speak for themselves. */
const UNTOLD: readonly (keyof View)[] = [
  'hidden',
  'hiddenClaims',
  'affiliations',
  'boxes',
  'unfolded',
  'draw',
  'focus',
  'level',
  'list',
  'moved',
  'window',
]

/** What is heard of a step forth; empty where what it led to is heard by itself, and while a drag lasts. */
export function stepWords(before: History, after: History): string {
  const step = after.past.at(-1)
  if (!step || !isStepForth(before, after) || after.gesture !== null) return ''
  const parts = Object.keys(after.now) as (keyof View)[]
  const changed = parts.filter((part) => JSON.stringify(before.now[part]) !== JSON.stringify(after.now[part]))
  if (!changed.every((part) => UNTOLD.includes(part))) return ''
  return `${step.name.charAt(0).toUpperCase()}${step.name.slice(1)}.`
}

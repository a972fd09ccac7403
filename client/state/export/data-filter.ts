import type { EventFilter } from '../../api/generated/graphql.ts'
import { baseFilter } from '../answers/context.ts'
import type { Collection } from '../types.ts'
import { KINDS, type Claim, type View } from '../view/view.ts'

/** What each claim that is hidden leaves out. */
const WITHOUT: Readonly<Record<Claim, EventFilter>> = {
  DISPUTED: { disputed: 'EXCLUDE' },
  ANSWERED: { answered: 'EXCLUDE' },
  NOT_DONE: { stages: ['ACTUAL'] },
  SINGLE_ORIGIN: { minOrigins: 2 },
}

/** What the picture shows: the collection, the day, the window, and what is switched off or in focus. */
export function shownFilter(collection: Collection, asKnownOn: string | null, view: View): EventFilter {
  const { hidden, hiddenClaims, focus } = view
  return Object.assign(
    {},
    baseFilter({ collection, asKnownOn, view }),
    hidden.length === 0 ? {} : { kinds: KINDS.filter((kind) => !hidden.includes(kind)) },
    focus === null ? {} : { actors: [focus] },
    ...hiddenClaims.map((claim) => WITHOUT[claim]),
  ) as EventFilter
}

/** All of the collection, of whatever day: nothing narrows it. */
export function wholeFilter(collection: Collection): EventFilter {
  return { collections: [collection.id] }
}

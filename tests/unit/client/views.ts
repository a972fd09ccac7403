import fc from 'fast-check'
import { ASK_KINDS, type Ask } from '../../../client/state/view/ask.ts'
import { settled } from '../../../client/state/view/settled.ts'
import {
  CHANGES,
  CLAIMS,
  DRAWS,
  KINDS,
  LIST_TABS,
  SWITCHES,
  type Selection,
  type View,
} from '../../../client/state/view/view.ts'

/** What an id may be made of, and what an address has to carry whole. */
export const ids = fc.stringMatching(/^[a-z0-9/&=?#%+é-]{1,12}$/)
export const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })

export const asks: fc.Arbitrary<Ask> = fc.record({
  kind: fc.constantFrom(...ASK_KINDS),
  toward: orNull(ids),
  by: orNull(ids),
  scope: orNull(fc.stringMatching(/^[^\s][^\n\r]{0,20}$/)),
})

export const selections: fc.Arbitrary<Selection> = fc.oneof(
  fc.record({ what: fc.constantFrom('event' as const, 'actor' as const), id: ids }),
  fc.record({ what: fc.constant('tie' as const), actor: ids, target: ids }),
)

export const windows = fc
  .tuple(orNull(days), orNull(days))
  .filter(([since, until]) => since !== null || until !== null)
  .map(([since, until]) => ({ since, until }))

const places = fc.integer({ min: -200, max: 1200 }).map((tenths) => tenths / 10)
export const moves = fc.record({ actor: ids, x: places, y: places })

const parts: fc.Arbitrary<View> = fc.record({
  collection: orNull(ids),
  ask: orNull(asks),
  include: fc.subarray([...SWITCHES]),
  level: fc.constantFrom('ACTOR' as const, 'TOP' as const),
  boxes: fc.uniqueArray(ids, { maxLength: 4 }).map((boxes) => boxes.sort()),
  unfolded: fc.uniqueArray(ids, { maxLength: 4 }).map((boxes) => boxes.sort()),
  both: fc.boolean(),
  asKnownOn: orNull(days),
  compare: orNull(days),
  changes: orNull(fc.constantFrom(...CHANGES)),
  window: orNull(windows),
  clock: fc.constantFrom('HAPPENED' as const, 'KNOWN' as const),
  selection: orNull(selections),
  pinned: orNull(selections),
  draw: fc.constantFrom(...DRAWS),
  focus: orNull(ids),
  list: orNull(fc.constantFrom(...LIST_TABS)),
  sort: orNull(fc.record({ column: fc.stringMatching(/^[a-z]{1,8}$/), descending: fc.boolean() })),
  hidden: fc.subarray([...KINDS]),
  hiddenClaims: fc.subarray([...CLAIMS]),
  affiliations: fc.boolean(),
  moved: fc
    .uniqueArray(moves, { maxLength: 4, selector: ({ actor }) => actor })
    .map((moved) => moved.sort((a, b) => (a.actor < b.actor ? -1 : 1))),
})

/** Any view that steps can lead to. */
export const views = parts.map(settled)

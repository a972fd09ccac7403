import { expect, test } from 'vitest'
import { tiesMeeting } from '../../../server/domain/known-ties.ts'
import { select } from '../../../server/domain/select.ts'
import { tiesOf } from '../../../server/domain/ties.ts'
import { createView, type View } from '../../../server/domain/view.ts'
import { snapshotOf } from '../../support/snapshots.ts'
import { aDay } from '../../support/records.ts'
import { contentsOf } from '../../support/worlds.ts'

const snapshot = snapshotOf(
  contentsOf({
    actors: { uk: 'United Kingdom', us: 'United States', ca: 'Canada' },
    affiliations: [],
    events: [
      { id: 'a', actor: 'uk', target: 'us', occurred: '2025-01-01' },
      { id: 'b', actor: 'ca', target: 'us', kind: 'COOPERATION', occurred: '2025-03-03' },
    ],
  }),
)
const view = createView(snapshot, null, null)

function totals(of: View, kinds?: readonly ('COOPERATION' | 'SUSPENSION')[]): number[] {
  return tiesMeeting(of, kinds ? { kinds } : {}, 'ACTOR').map((tie) => tie.total)
}

test('the same question under the same view is answered by the same list', () => {
  const day = aDay('2025-02-01')
  const first = tiesMeeting(view, { occurredUntil: day, kinds: ['SUSPENSION'] }, 'ACTOR')
  expect(first.map((tie) => tie.total)).toEqual([1])
  expect(tiesMeeting(view, { kinds: ['SUSPENSION'], occurredUntil: day }, 'ACTOR')).toBe(first)
})

test('another filter, level or view is another question', () => {
  expect(totals(view)).toEqual([1, 1])
  expect(totals(view, ['COOPERATION'])).toEqual([1])
  expect(totals(createView(snapshot, aDay('2020-01-01'), null))).toEqual([])
  expect(tiesMeeting(view, {}, 'TOP')).not.toBe(tiesMeeting(view, {}, 'ACTOR'))
})

test('what was found by words is never answered by what other words found', () => {
  const found = (id: string) => tiesMeeting(view, { eventIds: new Set([`world/${id}`]) }, 'ACTOR')
  const actors = (id: string) => found(id).map((tie) => snapshot.actors[tie.actor]?.id)
  expect([actors('a'), actors('b')]).toEqual([['uk'], ['ca']])
})

test('after many other questions a list is made anew, and says the same', () => {
  const first = tiesMeeting(view, {}, 'ACTOR')
  for (let minOrigins = 1; minOrigins <= 40; minOrigins++) tiesMeeting(view, { minOrigins }, 'ACTOR')
  const again = tiesMeeting(view, {}, 'ACTOR')
  expect(again).not.toBe(first)
  const anew = tiesOf(view, select(view, {}, { level: 'ACTOR', purpose: 'AGGREGATE' }), 'ACTOR')
  expect(again.map(({ actor, target, total }) => [actor, target, total])).toEqual(
    anew.map(({ actor, target, total }) => [actor, target, total]),
  )
})

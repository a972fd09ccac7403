import { expect, test } from 'vitest'
import type { Criteria } from '../../../server/domain/criteria.ts'
import type { CollectionContents } from '../../../server/domain/records.ts'
import { select } from '../../../server/domain/select.ts'
import { stats } from '../../../server/domain/stats.ts'
import { createView } from '../../../server/domain/view.ts'
import { actorIndex, snapshotOf } from '../../support/snapshots.ts'
import { aDay } from '../../support/records.ts'
import { contentsOf, type WorldEvent } from '../../support/worlds.ts'

const ACTORS = { uk: 'UK', us: 'US', nato: 'NATO' }
const KINDS = { nato: 'INTERNATIONAL_ORGANISATION' } as const

function told(contents: CollectionContents, criteria: Criteria = {}, asKnownOn: string | null = null) {
  const view = createView(snapshotOf(contents), asKnownOn === null ? null : aDay(asKnownOn), null)
  return stats(view, select(view, criteria, { level: 'ACTOR', purpose: 'AGGREGATE' }), criteria)
}

const events: readonly WorldEvent[] = [
  { actor: 'uk', target: 'us', occurred: '2025-01-01', reported: '2025-01-05' },
  { actor: 'uk', target: 'us', occurred: '2025-01-01', reported: '2025-01-07', stage: 'THREATENED' },
  {
    actor: 'nato',
    target: 'us',
    kind: 'COOPERATION',
    occurred: '2025-01-02',
    reported: '2025-01-06',
    evidence: [{}, { source: 'world/s-2025-01-07' }, { stance: 'DENIES', about: 'CONTENT' }],
  },
]

test('counts events, actors, pairs, origins and what is to be doubted', () => {
  expect(told(contentsOf({ actors: ACTORS, kinds: KINDS, events }))).toEqual({
    events: 3,
    actors: 3,
    ties: 2,
    sources: 3,
    byKind: [
      { kind: 'COOPERATION', events: 1 },
      { kind: 'SUSPENSION', events: 2 },
    ],
    byActorKind: [
      { kind: 'STATE', actors: 2 },
      { kind: 'INTERNATIONAL_ORGANISATION', actors: 1 },
    ],
    disputed: 0,
    answered: 1,
    singleOrigin: 2,
    notDone: 1,
    firstReported: aDay('2025-01-05'),
    lastReported: aDay('2025-01-07'),
    asKnownOn: aDay('2025-01-07'),
  })
})

test('as known on an earlier day there is less, and of nothing everything is 0 or null', () => {
  const contents = contentsOf({ actors: ACTORS, kinds: KINDS, events })
  expect(told(contents, {}, '2025-01-06')).toMatchObject({ events: 2, sources: 2, singleOrigin: 2, ties: 2 })
  expect(told(contents, {}, '2025-01-04')).toMatchObject({
    events: 0,
    actors: 0,
    ties: 0,
    sources: 0,
    byKind: [],
    firstReported: null,
    asKnownOn: aDay('2025-01-04'),
  })
  expect(told(contentsOf({ actors: ACTORS, events: [] })).asKnownOn).toBeNull()
})

test('a meeting coded in both directions is one event and two pairs; who asks for a direction gets its row', () => {
  const acts = ['uk us', 'us uk'].map((pair) => ({
    actor: pair.slice(0, 2),
    target: pair.slice(3),
    kind: 'COOPERATION' as const,
    occurred: '2025-01-01',
    code: '040',
  }))
  const world = contentsOf({ kind: 'DATA_SET', actors: ACTORS, events: acts })
  const contents = {
    ...world,
    events: world.events.map((event) =>
      event.coded && event.actor === 'us' ? { ...event, coded: { ...event.coded, mirror: true } } : event,
    ),
  }
  const us = actorIndex(snapshotOf(contents), 'us')
  expect(told(contents)).toMatchObject({ events: 1, ties: 2, actors: 2 })
  expect(told(contents, { actors: [us] })).toMatchObject({ events: 1, ties: 2 })
  expect(told(contents, { actor: us })).toMatchObject({ events: 1, ties: 1 })
  expect(told(contents, { target: us })).toMatchObject({ events: 1, ties: 1 })
})

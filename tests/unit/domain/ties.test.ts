import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { select } from '../../../server/domain/select.ts'
import { tiesOf, type Tie } from '../../../server/domain/ties.ts'
import { createView, type View } from '../../../server/domain/view.ts'
import { LEVELS, type Level } from '../../../server/domain/words.ts'
import { graph } from '../../support/arbitraries.ts'
import { snapshotOf } from '../../support/snapshots.ts'
import { aDay } from '../../support/records.ts'
import { contentsOf, type WorldEvent } from '../../support/worlds.ts'

const ACTORS = { uk: 'United Kingdom', us: 'United States', ca: 'Canada', staff: 'Admirals', dod: 'Pentagon' }
const AFFILIATIONS = [
  ['staff', 'LEADS', 'dod'],
  ['dod', 'PART_OF', 'us'],
] as const

function viewOf(events: readonly WorldEvent[], asKnownOn: string | null = null): View {
  const snapshot = snapshotOf(contentsOf({ actors: ACTORS, affiliations: AFFILIATIONS, events }))
  return createView(snapshot, asKnownOn === null ? null : aDay(asKnownOn), null)
}

function rowsOf(view: View): Int32Array {
  return select(view, {}, { level: 'ACTOR', purpose: 'AGGREGATE' })
}

/** A tie with ids in place of indexes and rows, which depend on the snapshot. */
function told(view: View, tie: Tie) {
  const { actors, events } = view.snapshot
  return {
    pair: `${actors[tie.actor]?.id} > ${actors[tie.target]?.id}`,
    total: tie.total,
    events: tie.rows.map((row) => events.id.get(row)),
    counts: tie.counts,
    first: tie.first,
    last: tie.last,
    net: tie.net,
    marked: [tie.disputed, tie.answered, tie.notDone, tie.leastOrigins],
  }
}

function toldAll(view: View, level: Level) {
  return tiesOf(view, rowsOf(view), level).map((tie) => told(view, tie))
}

describe('one tie', () => {
  const view = viewOf([
    { id: 'a', actor: 'uk', target: 'us', occurred: '2025-01-01' },
    { id: 'b', actor: 'uk', target: 'us', occurred: '2025-01-31' },
    { id: 'c', actor: 'uk', target: 'us', occurred: '2025-03-03' },
    { id: 'd', actor: 'uk', target: 'us', kind: 'COOPERATION', occurred: '/2025-02-01' },
    { id: 'e', actor: 'uk', target: 'us', kind: 'CONDEMNATION', stage: 'INTENT', occurred: '[2025-01-10..2025-12-31]' },
  ])
  const [tie] = toldAll(view, 'ACTOR')

  test('holds its events in time and counts events and episodes by kind', () => {
    expect(tie?.events).toEqual(['world/d', 'world/a', 'world/e', 'world/b', 'world/c'])
    expect(tie?.counts).toEqual([
      { kind: 'COOPERATION', events: 1, episodes: 1 },
      { kind: 'SUSPENSION', events: 3, episodes: 2 },
      { kind: 'CONDEMNATION', events: 1, episodes: 1 },
    ])
  })

  test('net is the sum of sign times strength over episodes: 3 - 2 - 2 - 1', () => {
    expect(tie?.net).toBe(-2)
  })

  test('first has the least days, last the greatest, each on its own', () => {
    expect(tie?.first).toEqual({ earliest: -0x8000_0000, latest: aDay('2025-01-01') })
    expect(tie?.last).toEqual({ earliest: aDay('2025-03-03'), latest: aDay('2025-12-31') })
  })

  test('counts what is not done', () => {
    expect(tie?.marked).toEqual([0, 0, 1, 1])
  })
})

test('disputed and answered events are counted as of the day', () => {
  const said = { quote: 'No.', stance: 'DENIES' } as const
  const events: WorldEvent[] = [
    { id: 'a', actor: 'uk', target: 'us', occurred: '2025-01-01', reported: '2025-01-02', evidence: [{}] },
    {
      id: 'b',
      actor: 'uk',
      target: 'us',
      occurred: '2025-01-01',
      reported: '2025-01-02',
      evidence: [{}, { ...said, about: 'ACT', source: 'world/s-2025-02-01' }, { ...said, about: 'CONTENT' }],
    },
    { id: 'c', actor: 'uk', target: 'us', occurred: '2025-01-01', reported: '2025-02-01' },
  ]
  expect(toldAll(viewOf(events), 'ACTOR')[0]?.marked).toEqual([1, 1, 0, 1])
  expect(toldAll(viewOf(events, '2025-01-31'), 'ACTOR')[0]).toMatchObject({ total: 2, marked: [0, 1, 0, 1] })
})

test('most events first, then names of actor and target', () => {
  const view = viewOf(
    [
      ['us', 'uk'],
      ['us', 'ca'],
      ['ca', 'us'],
      ['uk', 'us'],
      ['uk', 'us'],
    ].map(([actor = '', target = '']) => ({ actor, target, occurred: '2025-01-01' })),
  )
  expect(toldAll(view, 'ACTOR').map(({ pair }) => pair)).toEqual(['uk > us', 'ca > us', 'us > ca', 'us > uk'])
})

test('actors whose names read the same are ranked by the name of the other end before their ids', () => {
  const contents = contentsOf({
    actors: { c1: 'Congo', c2: 'Congo', zed: 'Zed', ada: 'Ada' },
    events: [
      ['c1', 'zed'],
      ['c2', 'ada'],
      ['c2', 'zed'],
    ].map(([actor = '', target = '']) => ({ actor, target, occurred: '2025-01-01' })),
  })
  const view = createView(snapshotOf(contents), null, null)
  expect(toldAll(view, 'ACTOR').map(({ pair }) => pair)).toEqual(['c2 > ada', 'c1 > zed', 'c2 > zed'])
})

describe('at TOP', () => {
  test('acts of the parts join those of the top, and acts inside are no tie', () => {
    const view = viewOf([
      { id: 'a', actor: 'uk', target: 'dod', occurred: '2025-01-03' },
      { id: 'b', actor: 'uk', target: 'us', occurred: '2025-01-02' },
      { id: 'c', actor: 'uk', target: 'staff', occurred: '2025-01-01' },
      { id: 'd', actor: 'staff', target: 'dod', occurred: '2025-01-01' },
    ])
    expect(toldAll(view, 'TOP')).toMatchObject([
      {
        pair: 'uk > us',
        events: ['world/c', 'world/b', 'world/a'],
        // Named apart, so three episodes.
        counts: [{ kind: 'SUSPENSION', events: 3, episodes: 3 }],
      },
    ])
  })

  test('an episode goes with all its events where its first event goes', () => {
    const contents = contentsOf({
      actors: ACTORS,
      affiliations: [['staff', 'PART_OF', 'us', '2025-01-01', '2025-01-10']],
      events: [
        { id: 'a', actor: 'uk', target: 'staff', occurred: '2025-01-09' },
        { id: 'b', actor: 'uk', target: 'staff', occurred: '2025-01-20' },
        { id: 'c', actor: 'uk', target: 'staff', occurred: '2025-03-20' },
      ],
    })
    const view = createView(snapshotOf(contents), null, null)
    expect(toldAll(view, 'TOP').map(({ pair, events }) => [pair, events])).toEqual([
      ['uk > us', ['world/a', 'world/b']],
      ['uk > staff', ['world/c']],
    ])
  })
})

describe('laws', () => {
  test('at ACTOR ties part the events among them; at TOP only acts inside one actor are missing', () => {
    fc.assert(
      fc.property(graph(), ({ contents }) => {
        const view = createView(snapshotOf(contents), null, null)
        const rows = rowsOf(view)
        const ofTies = tiesOf(view, rows, 'ACTOR').flatMap((tie) => tie.rows)
        expect(ofTies.toSorted((a, b) => a - b)).toEqual(Array.from(rows).sort((a, b) => a - b))
        const atTop = tiesOf(view, rows, 'TOP')
        expect(new Set(atTop.flatMap((tie) => tie.rows)).size).toBe(atTop.reduce((sum, tie) => sum + tie.total, 0))
        for (const tie of atTop) {
          expect(tie.actor).not.toBe(tie.target)
          expect(tie.counts.reduce((sum, count) => sum + count.events, 0)).toBe(tie.total)
        }
      }),
    )
  })

  test('the order in which events and actors came does not matter, nor in how many batches', () => {
    fc.assert(
      fc.property(
        graph(),
        fc.constantFrom(...LEVELS),
        fc.integer({ min: 1, max: 5 }),
        ({ contents }, level, batches) => {
          const backwards = contents.map((each) => ({
            ...each,
            actors: each.actors.toReversed(),
            events: each.events.toReversed(),
          }))
          const there = toldAll(createView(snapshotOf(contents), null, null), level)
          expect(toldAll(createView(snapshotOf(backwards, batches), null, null), level)).toEqual(there)
        },
      ),
    )
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neighbourhood } from '../../../server/domain/neighbourhood.ts'
import { select } from '../../../server/domain/select.ts'
import { tiesOf } from '../../../server/domain/ties.ts'
import { createView, type View } from '../../../server/domain/view.ts'
import { graph } from '../../support/arbitraries.ts'
import { snapshotOf } from '../../support/snapshots.ts'
import { contentsOf } from '../../support/worlds.ts'

const PAIRS = ['a b', 'c a', 'a c', 'b c', 'b d', 'd e', 'f g']
const view = createView(
  snapshotOf(
    contentsOf({
      actors: { a: 'Ada', b: 'Bob', c: 'Cid', d: 'Dan', e: 'Eve', f: 'Fay', g: 'Guy' },
      affiliations: [
        ['c', 'MEMBER_OF', 'b'],
        ['e', 'MEMBER_OF', 'a'],
      ],
      events: PAIRS.map((pair) => ({ actor: pair[0] ?? '', target: pair[2] ?? '', occurred: '2025-01-01' })),
    }),
  ),
  null,
  null,
)

function around(of: View, centre: string, depth: number, first: number) {
  const id = (index: number) => of.snapshot.actors[index]?.id ?? ''
  const ties = tiesOf(of, select(of, {}, { level: 'ACTOR', purpose: 'AGGREGATE' }), 'ACTOR')
  const found = neighbourhood(of, ties, of.snapshot.actorIndex.get(centre) ?? -1, depth, first)
  return {
    members: found.members.map(({ actor, distance, events }) => `${id(actor)} ${distance} ${events}`),
    ties: found.ties.map((tie) => `${id(tie.actor)}${id(tie.target)}`),
    affiliations: found.affiliations.map((each) => `${id(each.actor)}${id(each.to)}`),
    total: found.total,
    truncated: found.truncated,
  }
}

test('one step in either direction, most events first, with what ties the members to each other', () => {
  expect(around(view, 'a', 1, 10)).toEqual({
    members: ['c 1 3', 'b 1 2'],
    ties: ['ab', 'ac', 'bc', 'ca'],
    affiliations: ['cb'],
    total: 2,
    truncated: false,
  })
})

test('further steps come after nearer ones and count only events toward the centre', () => {
  expect(around(view, 'a', 4, 10).members).toEqual(['c 1 3', 'b 1 2', 'd 2 1', 'e 3 1'])
})

test('a cut says how many there are, and shows no tie of those left out', () => {
  expect(around(view, 'a', 3, 1)).toEqual({
    members: ['c 1 3'],
    ties: ['ac', 'ca'],
    affiliations: [],
    total: 4,
    truncated: true,
  })
})

test('equals stand by name', () => {
  expect(around(view, 'd', 1, 10).members).toEqual(['b 1 1', 'e 1 1'])
})

test('an actor without a tie is alone', () => {
  const alone = createView(snapshotOf(contentsOf({ actors: { a: 'Ada' }, events: [] })), null, null)
  expect(around(alone, 'a', 2, 10)).toEqual({ members: [], ties: [], affiliations: [], total: 0, truncated: false })
})

test('each member beyond the first step is one tie from one a step nearer; another step only adds', () => {
  fc.assert(
    fc.property(graph(), fc.integer({ min: 1, max: 3 }), ({ contents, actors }, depth) => {
      const of = createView(snapshotOf(contents), null, null)
      const ties = tiesOf(of, select(of, {}, { level: 'ACTOR', purpose: 'AGGREGATE' }), 'ACTOR')
      const centre = of.snapshot.actorIndex.get(actors[0] ?? '') ?? -1
      const { members } = neighbourhood(of, ties, centre, depth, 100)
      const distances = new Map([[centre, 0], ...members.map(({ actor, distance }) => [actor, distance] as const)])
      const between = (a: number, b: number) =>
        ties.some((tie) => (tie.actor === a && tie.target === b) || (tie.actor === b && tie.target === a))
      for (const { actor, distance } of members) {
        const nearer = [...distances].filter(([other, steps]) => between(actor, other) && steps < distance)
        expect(nearer.length).toBeGreaterThan(0)
        expect(nearer.every(([, steps]) => steps === distance - 1)).toBe(true)
      }
      const further = neighbourhood(of, ties, centre, depth + 1, 100).members
      expect(further.slice(0, members.length)).toEqual(members)
    }),
  )
})

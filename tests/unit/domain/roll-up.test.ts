import { describe, expect, it } from 'vitest'
import { createView } from '../../../server/domain/view.ts'
import { actorIndex, snapshotOf } from '../../support/snapshots.ts'
import { aDay } from '../../support/records.ts'
import { contentsOf, type World } from '../../support/worlds.ts'

const NAMES = { a: 'A', b: 'B', c: 'C', d: 'D', person: 'Person' }

function rollUp(affiliations: World['affiliations'], on = '2025-06-01') {
  const snapshot = snapshotOf(contentsOf({ actors: NAMES, affiliations: affiliations ?? [], events: [] }))
  const { rollUp: up } = createView(snapshot, aDay('2030-01-01'), null)
  const id = (index: number) => snapshot.actors[index]?.id
  return {
    top: (actor: string, when = on) => id(up.top(actorIndex(snapshot, actor), aDay(when))),
    isUnder: (actor: string, above: string) =>
      up.isUnder(actorIndex(snapshot, actor), actorIndex(snapshot, above), aDay(on)),
    mayBeUnder: (above: string) => new Set([...up.mayBeUnder(actorIndex(snapshot, above))].map(id)),
  }
}

describe('roll-up', () => {
  it('climbs the whole chain', () => {
    const up = rollUp([
      ['person', 'LEADS', 'c'],
      ['c', 'PART_OF', 'b'],
      ['b', 'PART_OF', 'a'],
    ])
    expect(['person', 'c', 'b', 'a', 'd'].map((actor) => up.top(actor))).toEqual(['a', 'a', 'a', 'a', 'd'])
    expect([up.isUnder('person', 'b'), up.isUnder('b', 'b'), up.isUnder('a', 'b')]).toEqual([true, true, false])
  })

  it('takes PART_OF before REPRESENTS before LEADS', () => {
    expect(
      rollUp([
        ['person', 'LEADS', 'a'],
        ['person', 'PART_OF', 'b'],
      ]).top('person'),
    ).toBe('b')
    expect(
      rollUp([
        ['person', 'LEADS', 'a'],
        ['person', 'REPRESENTS', 'c'],
      ]).top('person'),
    ).toBe('c')
  })

  it('never climbs along membership and residence', () => {
    expect(
      rollUp([
        ['b', 'MEMBER_OF', 'a'],
        ['c', 'BASED_IN', 'a'],
      ]).top('b'),
    ).toBe('b')
  })

  it('goes by the days on which an affiliation may hold, both ends included', () => {
    const up = rollUp([
      ['person', 'LEADS', 'a', '2025-03', '2025-05-10'],
      ['person', 'LEADS', 'b', '2025-05-11'],
    ])
    expect(
      ['2025-02-28', '2025-03-01', '2025-05-10', '2025-05-11', '2029-01-01'].map((on) => up.top('person', on)),
    ).toEqual(['person', 'a', 'a', 'b', 'b'])
    expect(up.mayBeUnder('a')).toEqual(new Set(['a', 'person']))
  })

  it('takes two parents with one top', () => {
    const up = rollUp([
      ['d', 'PART_OF', 'b'],
      ['d', 'PART_OF', 'c'],
      ['b', 'PART_OF', 'a'],
      ['c', 'PART_OF', 'a'],
    ])
    expect(up.top('d')).toBe('a')
    expect([up.isUnder('d', 'b'), up.isUnder('d', 'c')]).toEqual([true, true])
  })

  it('does not roll up where the tops differ, nor round a circle', () => {
    const diverging = rollUp([
      ['d', 'PART_OF', 'b'],
      ['d', 'PART_OF', 'c'],
    ])
    expect([diverging.top('d'), diverging.isUnder('d', 'b')]).toEqual(['d', false])
    const circle = rollUp([
      ['a', 'PART_OF', 'b'],
      ['b', 'PART_OF', 'a'],
      ['c', 'PART_OF', 'a'],
    ])
    expect(['a', 'b', 'c'].map((actor) => circle.top(actor))).toEqual(['a', 'b', 'a'])
  })
})

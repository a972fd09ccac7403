import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOST_PATHS } from '../../../server/domain/path-search.ts'
import { paths, type PathOptions } from '../../../server/domain/paths.ts'
import { select } from '../../../server/domain/select.ts'
import { tiesOf } from '../../../server/domain/ties.ts'
import { createView, type View } from '../../../server/domain/view.ts'
import { graph } from '../../support/arbitraries.ts'
import { snapshotOf } from '../../support/snapshots.ts'
import { contentsOf } from '../../support/worlds.ts'

type Asked = Partial<Omit<PathOptions, 'from' | 'to'>>

function viewOf(pairs: readonly string[], affiliations: readonly string[] = []): View {
  const ids = [...new Set([...pairs, ...affiliations].flatMap((pair) => pair.split(' ')))]
  const contents = contentsOf({
    actors: Object.fromEntries(ids.map((id) => [id, id.toUpperCase()])),
    affiliations: affiliations.map((pair) => [pair.split(' ')[0] ?? '', 'MEMBER_OF', pair.split(' ')[1] ?? '']),
    events: pairs.map((pair) => ({
      actor: pair.split(' ')[0] ?? '',
      target: pair.split(' ')[1] ?? '',
      occurred: '2025-01-01',
    })),
  })
  return createView(snapshotOf(contents), null, null)
}

function search(view: View, from: string, to: string, asked: Asked = {}) {
  const { actorIndex } = view.snapshot
  const ties = tiesOf(view, select(view, {}, { level: 'ACTOR', purpose: 'AGGREGATE' }), 'ACTOR')
  const options = { affiliations: true, maxLength: 4, first: 5, ...asked }
  return paths(view, ties, { ...options, from: actorIndex.get(from) ?? -1, to: actorIndex.get(to) ?? -1 })
}

function found(view: View, from: string, to: string, asked: Asked = {}): string[] {
  const id = (index: number) => view.snapshot.actors[index]?.id ?? ''
  return search(view, from, to, asked).items.map(
    (path) => `${[from, ...path.steps.map((step) => id(step.to))].join('')} ${path.events}`,
  )
}

describe('order', () => {
  test('shortest first, then most events, then names', () => {
    const view = viewOf(['a d', 'd z', 'b a', 'z b', 'z b', 'a c', 'c z', 'a e', 'e f', 'f z', 'f z', 'f z', 'z a'])
    expect(found(view, 'a', 'z')).toEqual(['az 1', 'abz 3', 'acz 2', 'adz 2', 'aefz 5'])
  })

  test('nobody is met twice, and no way is longer than allowed', () => {
    const view = viewOf(['a b', 'b c', 'c a', 'c d'])
    expect(found(view, 'a', 'd')).toEqual(['acd 2', 'abcd 3'])
    expect(found(view, 'a', 'd', { maxLength: 2 })).toEqual(['acd 2'])
    expect(found(view, 'a', 'd', { maxLength: 1 })).toEqual([])
  })

  test('a cut says how many there are', () => {
    expect(search(viewOf(['a b', 'b c', 'c a', 'c d']), 'a', 'd', { first: 1 })).toMatchObject({
      total: 2,
      truncated: true,
    })
  })
})

describe('affiliations', () => {
  const view = viewOf(['a b', 'b a'], ['a b', 'c b'])
  test('are steps where asked for, beside the ties', () => {
    expect(found(view, 'a', 'c')).toEqual(['abc 2'])
    expect(found(view, 'a', 'c', { affiliations: false })).toEqual([])
    const [first, second] = search(view, 'a', 'c').items[0]?.steps ?? []
    expect([first?.ties.length, first?.affiliations.length]).toEqual([2, 1])
    expect([second?.ties.length, second?.affiliations.length]).toEqual([0, 1])
  })
})

test('from an actor to itself there is no path', () => {
  expect(search(viewOf(['a b']), 'a', 'a')).toEqual({ items: [], total: 0, truncated: false })
})

test('where there are too many to count, the best still come first', () => {
  // Every one of 24 with every other: 22 * 21 * 20 * 19 * 18 ways of six steps alone.
  const ids = Array.from({ length: 24 }, (_, i) => `n${String(i).padStart(2, '0')}`)
  const all = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => `${a} ${b}`))
  const heavy = Array.from({ length: 50 }, () => ['n00 n23', 'n23 n22', 'n22 n21', 'n21 n01']).flat()
  const view = viewOf([...all, ...heavy])
  const from = search(view, 'n00', 'n01', { maxLength: 4, first: 7000 })
  expect(from.total).toBe(1 + 22 + 22 * 21 + 22 * 21 * 20)
  const cut = search(view, 'n00', 'n01', { maxLength: 6, first: 9730 })
  expect([cut.total, cut.truncated]).toEqual([MOST_PATHS, true])
  expect(cut.items.slice(0, 7000)).toEqual(from.items)
  const id = (index: number) => view.snapshot.actors[index]?.id ?? ''
  const best = cut.items
    .filter((path) => path.length === 5)
    .map((path) => [path.events, ...path.steps.map((s) => id(s.to))])
  // One further actor somewhere on the heavy way; three of the four heavy steps stay.
  expect(best.slice(0, 2)).toEqual([
    [155, 'n02', 'n23', 'n22', 'n21', 'n01'],
    [155, 'n03', 'n23', 'n22', 'n21', 'n01'],
  ])
})

test('agrees with trying every way', () => {
  fc.assert(
    fc.property(
      graph(),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      ({ contents, actors }, maxLength, affiliations) => {
        const view = createView(snapshotOf(contents), null, null)
        const ties = tiesOf(view, select(view, {}, { level: 'ACTOR', purpose: 'AGGREGATE' }), 'ACTOR')
        const links = [
          ...ties.map((tie) => [tie.actor, tie.target, tie.total] as const),
          ...(affiliations ? view.rollUp.affiliations() : []).map((each) => [each.actor, each.to, 0] as const),
        ]
        const between = (a: number, b: number) => links.filter(([x, y]) => (x === a && y === b) || (x === b && y === a))
        const [from = -1, to = -1] = [actors[0], actors[1]].map((id) => view.snapshot.actorIndex.get(id ?? '') ?? -1)
        const tried: string[] = []
        const follow = (way: number[], events: number) => {
          const here = way.at(-1) ?? -1
          if (here === to) return void tried.push(`${way.join('-')} ${events}`)
          if (way.length > maxLength) return
          for (const { index } of view.snapshot.actors) {
            const step = between(here, index)
            if (!way.includes(index) && step.length > 0) {
              follow(
                [...way, index],
                step.reduce((sum, [, , total]) => sum + total, events),
              )
            }
          }
        }
        follow([from], 0)
        const answer = paths(view, ties, { from, to, affiliations, maxLength, first: 1000 })
        expect(
          answer.items.map((path) => `${[from, ...path.steps.map((step) => step.to)].join('-')} ${path.events}`).sort(),
        ).toEqual(tried.sort())
        expect(answer.total).toBe(tried.length)
        const few = paths(view, ties, { from, to, affiliations, maxLength, first: 2 })
        expect(few.items).toEqual(answer.items.slice(0, 2))
        for (const [i, path] of answer.items.entries()) {
          const before = answer.items[i - 1]
          if (before) expect(path.length > before.length || path.events <= before.events).toBe(true)
        }
      },
    ),
  )
})

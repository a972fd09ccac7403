import { describe, expect, test } from 'vitest'
import { pageOfActors, selectActors, type ActorCriteria } from '../../../server/domain/actor-list.ts'
import { CursorError } from '../../../server/domain/cursor.ts'
import type { Source } from '../../../server/domain/snapshot.ts'
import { pageOfSources, selectSources, type SourceCriteria } from '../../../server/domain/source-list.ts'
import { snapshotOf } from '../../support/snapshots.ts'
import { aDay } from '../../support/records.ts'
import { contentsOf } from '../../support/worlds.ts'

const world = contentsOf({
  id: 'one',
  actors: { us: 'United States', turk: 'Volker Türk', turk2: 'Volker Tu\u0308rk', zz: 'Ångland', nato: 'NATO' },
  kinds: { turk: 'PERSON', nato: 'INTERNATIONAL_ORGANISATION' },
  events: [],
})
const snapshot = snapshotOf([
  { ...world, actors: world.actors.map((each) => (each.actor === 'us' ? { ...each, aliases: ['America'] } : each)) },
  contentsOf({ id: 'two', actors: { nato: 'NATO', ca: 'Canada' }, events: [] }),
])

describe('actors', () => {
  const chosen = (criteria: ActorCriteria) =>
    pageOfActors(selectActors(snapshot.actors, criteria), 50, null).items.map((actor) => actor.id)

  test('by name in code point order, then id, however an accent was typed', () => {
    expect(chosen({})).toEqual(['ca', 'nato', 'us', 'turk', 'turk2', 'zz'])
  })

  test('of some kinds, named by some collections, found by any name', () => {
    expect(chosen({ kinds: ['PERSON', 'INTERNATIONAL_ORGANISATION'] })).toEqual(['nato', 'turk'])
    expect(chosen({ collections: [1] })).toEqual(['ca', 'nato'])
    expect(chosen({ text: 'amer' })).toEqual(['us'])
    expect(chosen({ text: 'TURCK' })).toEqual(['turk', 'turk2'])
    expect(chosen({ text: ' ' })).toEqual([])
    expect(chosen({ kinds: [], collections: [] })).toHaveLength(6)
    expect(chosen({ kinds: ['STATE'], collections: [1], text: 'can' })).toEqual(['ca'])
  })

  test('page by page, also between names that read the same', () => {
    const first = pageOfActors(snapshot.actors, 4, null)
    const last = first.items.at(-1)
    const next = pageOfActors(snapshot.actors, 4, last ? first.cursorOf(last) : null)
    expect([first, next].map((page) => page.items.map((actor) => actor.id))).toEqual([
      ['ca', 'nato', 'us', 'turk'],
      ['turk2', 'zz'],
    ])
    expect(next).toMatchObject({ total: 6, hasNextPage: false, hasPreviousPage: true })
  })
})

describe('sources', () => {
  const source = (id: string, publisher: string, published: string | null, more: Partial<Source> = {}): Source => ({
    id,
    index: 0,
    collection: 0,
    publisher,
    title: null,
    url: null,
    published: published === null ? null : aDay(published),
    reliability: 'B',
    ...more,
  })
  const sources = [
    source('a/5', 'CNN', null),
    source('a/4', 'CNN', '2025-11-11', { title: 'Britain suspends sharing' }),
    source('a/3', 'BBC', '2025-11-11', { reliability: 'A' }),
    source('b/2', 'BBC', '2025-11-11', { collection: 1 }),
    source('b/1', 'Reuters', '2025-11-10', { collection: 1, reliability: 'C' }),
  ]
  const chosen = (criteria: SourceCriteria) =>
    pageOfSources(selectSources(sources, criteria), 50, null).items.map((each) => each.id)

  test('by date, publisher, id; those without a date last', () => {
    expect(chosen({})).toEqual(['b/1', 'a/3', 'b/2', 'a/4', 'a/5'])
  })

  test('narrowed by collection, reliability, date and words', () => {
    expect(chosen({ collections: [1] })).toEqual(['b/1', 'b/2'])
    expect(chosen({ reliabilities: ['A', 'C'] })).toEqual(['b/1', 'a/3'])
    expect(chosen({ publishedSince: aDay('2025-11-11') })).toEqual(['a/3', 'b/2', 'a/4'])
    expect(chosen({ publishedUntil: aDay('2025-11-10') })).toEqual(['b/1'])
    expect(chosen({ text: 'cnn' })).toEqual(['a/4', 'a/5'])
    expect(chosen({ text: 'CNN brit' })).toEqual(['a/4'])
    expect(chosen({ collections: [], reliabilities: [] })).toHaveLength(5)
  })

  test('a cursor of actors is none of sources', () => {
    const page = pageOfActors(snapshot.actors, 1, null)
    const [first] = page.items
    expect(() => pageOfSources(sources, 1, first ? page.cursorOf(first) : '')).toThrow(CursorError)
  })
})

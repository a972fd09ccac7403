import { expect, test } from 'vitest'
import { Mill, type MillOptions } from '../../../server/ingest/import/mill.ts'
import { unpack } from '../../../server/ingest/import/packed.ts'
import type { Part } from '../../../server/ingest/import/part.ts'
import type { Item } from '../../../server/ingest/rows/row.ts'
import { createNames } from '../../../server/ingest/names/create-names.ts'
import { knownActor, plainNames, rowItem, sourceRow, surface } from './rows.ts'

function ground(items: readonly Item[], options: Partial<MillOptions> = {}): readonly Part[] {
  const names = plainNames()
  const plain = { collection: 'set', names, merged: new Map(), atOnce: 100, tellAside: true, textOf: () => null }
  const mill = new Mill({ ...plain, ...options })
  return [...mill.grind(items, 10), ...mill.rest(20)]
}

const eventsOf = (parts: readonly Part[]) => parts.flatMap(({ events }) => (events ? unpack(events, 'set') : []))
const rowsOf = (parts: readonly Part[]) => parts.reduce((sum, { rows }) => sum + rows, 0)
const asideOf = (parts: readonly Part[]) => parts.flatMap(({ aside }) => aside)

test('a row becomes an event with its surface names, its meaning and its day', () => {
  const parts = ground([rowItem({ code: '163', key: '77', line: 5 })])
  expect(eventsOf(parts)).toEqual([
    expect.objectContaining({
      id: 'set/77',
      collection: 'set',
      actor: 'alpha',
      target: 'beta',
      occurred: '2018-09-01',
      summary: null,
      evidence: [],
      coded: expect.objectContaining({
        code: '163',
        actorName: 'Alpha',
        targetName: 'Beta',
        publisher: null,
        locator: null,
        reported: 17_775,
        mirror: false,
      }),
    }),
  ])
  expect(parts.flatMap(({ actors }) => actors.map(({ actor, collection }) => [actor, collection]))).toEqual([
    ['alpha', 'set'],
    ['beta', 'set'],
  ])
})

test('texts that only some rows have stand with their rows', () => {
  const rows = [
    sourceRow({ key: '1' }),
    { ...sourceRow({ key: '2' }), summary: 'Said.', publisher: 'Herald', locator: 'p. 2', reported: 5, mirror: true },
    sourceRow({ key: '3' }),
  ]
  const events = eventsOf(ground(rows.map((row) => ({ type: 'row', row }))))
  expect(events.map(({ summary, coded }) => [summary, coded?.publisher, coded?.locator, coded?.mirror])).toEqual([
    [null, null, null, false],
    ['Said.', 'Herald', 'p. 2', true],
    [null, null, null, false],
  ])
  expect(events.map(({ coded }) => coded?.reported)).toEqual([17_775, 5, 17_775])
})

test('rows with one actor, with none, toward themselves, and toward the same actor are set aside, each for its reason', () => {
  const same = { how: 'known', actor: knownActor('United Kingdom'), candidates: [] } as const
  const names = plainNames({ Britain: same, 'United Kingdom': same })
  const items = [
    rowItem({ actor: null }),
    rowItem({ target: null }),
    rowItem({ actor: null, target: null }),
    rowItem({ target: 'Alpha' }),
    rowItem({ actor: 'Britain', target: 'United Kingdom' }),
    { type: 'aside', file: 0, line: 6, reason: 'A heading.' } as const,
  ]
  const parts = ground(items, { names })
  expect(eventsOf(parts)).toEqual([])
  expect(rowsOf(parts)).toBe(6)
  expect(asideOf(parts)).toEqual([
    ['It names one actor only.', 2],
    ['It names no actor.', 1],
    ['Actor and target are the same name.', 1],
    ['Both names mean the same actor.', 1],
    ['A heading.', 1],
  ])
  expect(parts.flatMap(({ left }) => left.map(({ outcome }) => outcome))).toEqual(Array(6).fill('aside'))
  expect(ground(items, { names, tellAside: false }).flatMap(({ left }) => left)).toEqual([])
})

test('actors that were merged are one', () => {
  const merged = new Map([['beta', 'gamma']])
  expect(eventsOf(ground([rowItem()], { merged }))).toMatchObject([{ actor: 'alpha', target: 'gamma' }])
  const parts = ground([rowItem({ actor: 'Gamma', target: 'Beta' })], { merged })
  expect(asideOf(parts)).toEqual([['Both names mean the same actor.', 1]])
})

test('a code that is in no table, and what is no day, are rejected with place and reason', () => {
  const [part] = ground([rowItem({ code: '43', line: 7 }), rowItem({ on: '31/12/2018', line: 8 })])
  expect(part?.left).toEqual([
    expect.objectContaining({
      outcome: 'rejected',
      line: 7,
      class: 'unknown code',
      text: expect.stringContaining('Alpha\t43\tBeta'),
    }),
    expect.objectContaining({
      line: 8,
      class: 'no day',
      reason: '"31/12/2018" is no day. Write it as 2025-11-11.',
    }),
  ])
})

test('rows that say the same become events with an ordinal', () => {
  const ids = eventsOf(ground([rowItem(), rowItem(), rowItem({ code: '011' }), rowItem()])).map(({ id }) => id)
  expect(ids[1]).toBe(`${ids[0]}-2`)
  expect(ids[3]).toBe(`${ids[0]}-3`)
  expect(new Set(ids).size).toBe(4)
})

test("a source's id that stands again comes in a part of its own, after the first", () => {
  const items = [rowItem({ key: '1' }), rowItem({ key: '1' }), rowItem({ key: '2' }), rowItem({ key: '1' })]
  const parts = ground(items).filter(({ events }) => events)
  expect(parts.map(({ again, events }) => [again, events?.ids])).toEqual([
    [false, ['set/1', 'set/2']],
    [true, ['set/1']],
    [true, ['set/1']],
  ])
  expect(rowsOf(parts)).toBe(4)
})

test('parts are of the size that was asked for, and each actor is written once', () => {
  const items = Array.from({ length: 25 }, (_, n) => rowItem({ key: `${n}`, line: n + 1 }))
  const parts = ground(items, { atOnce: 10 })
  expect(parts.map(({ events }) => events?.ids.length)).toEqual([10, 10, 5])
  expect(parts.map(({ actors }) => actors.length)).toEqual([2, 0, 0])
  expect(parts.map(({ bytes }) => bytes)).toEqual([10, 10, 20])
  expect([...(parts[2]?.events?.line ?? [])]).toEqual([21, 22, 23, 24, 25])
})

test('what rows together tell is an event and no row', () => {
  const made = { type: 'made', row: sourceRow({ key: 'm' }) } as const
  const parts = ground([{ type: 'used', file: 0, line: 1 }, { type: 'used', file: 0, line: 2 }, made])
  expect([rowsOf(parts), parts[0]?.used, [...(parts[0]?.events?.made ?? [])]]).toEqual([2, 2, [1]])
})

test('an actor brings those that it belongs to', () => {
  const state = knownActor('France')
  const ministry = knownActor('Ministry (France)', [{ type: 'PART_OF', to: state }])
  const names = plainNames({ Ministry: { how: 'known', actor: ministry, candidates: [] } })
  const [part] = ground([rowItem({ actor: 'Ministry' })], { names })
  expect(part?.actors.map(({ actor }) => actor).sort()).toEqual(['beta', 'france', 'ministry-france-'])
  expect(part?.affiliations).toEqual([
    expect.objectContaining({ id: 'set/ministry-france--part-of-france', type: 'PART_OF', evidence: [] }),
  ])
})

test('one name under two codes is two actors: a state and its government', () => {
  const usa = (text: string) => ({ ...surface('UNITED STATES'), code: { system: 'CAMEO', text } as const })
  const row = (actor: string, target: string): Item => ({
    type: 'row',
    row: { ...sourceRow(), actor: usa(actor), target: usa(target) },
  })
  const parts = ground([row('USA', 'USAGOV'), row('USA', 'USA')], { names: createNames() })
  const [event, ...others] = eventsOf(parts)
  expect(others).toEqual([])
  expect(event?.actor).not.toBe(event?.target)
  expect(asideOf(parts)).toEqual([['Actor and target are the same name.', 1]])
})

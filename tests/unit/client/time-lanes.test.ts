import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toActs } from '../../../client/state/time/acts.ts'
import { axisOf, endOf, startOf } from '../../../client/state/time/axis.ts'
import { toBuckets } from '../../../client/state/time/buckets.ts'
import { toStacks } from '../../../client/state/time/stacks.ts'
import { isCovered, toFlagLines } from '../../../client/state/time/flag-lines.ts'
import { toTicks } from '../../../client/state/time/ticks.ts'
import { toTracks } from '../../../client/state/time/tracks.ts'
import type { EventKind, EventRow } from '../../../client/state/types.ts'
import { addDays } from '../../../client/state/words/dates.ts'
import { eventRow } from './made.ts'

const AXIS = axisOf('2025-08-01', '2025-11-30')
const WIDTH = 1000

function act(
  id: string,
  earliest: string | null,
  latest: string | null,
  extent: 'ONE_DAY' | 'THROUGHOUT' = 'ONE_DAY',
  kind: EventKind = 'CONDEMNATION',
): EventRow {
  return eventRow(id, 'a', 'b', kind, { occurred: { earliest, latest, extent, openStart: false, openEnd: false } })
}

const CASE = [
  act('doubt', '2025-09-01', '2025-10-11', 'ONE_DAY', 'SUSPENSION'),
  act('shared', null, '2025-08-31', 'THROUGHOUT', 'COOPERATION'),
  act('one', '2025-09-01', '2025-11-11'),
  act('two', '2025-09-01', '2025-11-11', 'ONE_DAY', 'SUSPENSION'),
  act('three', '2025-09-01', '2025-11-11'),
  act('day', '2025-10-03', '2025-10-03'),
]

test('acts are lines, bands and days; three or more with the same doubt are one, which counts its kinds', () => {
  const acts = toActs(CASE)
  expect(acts.map(({ id, shape, kind, events }) => [id, shape, kind, events.length])).toEqual([
    ['shared', 'line', 'COOPERATION', 1],
    ['doubt', 'band', 'SUSPENSION', 1],
    ['day', 'day', 'CONDEMNATION', 1],
    ['two', 'band', null, 3],
  ])
  expect(acts.at(-1)?.label).toBe('3 acts, some day Sep to 11 Nov 2025: suspension 1, condemnation 2')
})

test('an event that is open stands alone, so that its clocks can be tied', () => {
  const acts = toActs(CASE, 'two')
  expect(acts.filter(({ id }) => ['one', 'two', 'three'].includes(id)).map(({ events }) => events.length)).toEqual([
    1, 1, 1,
  ])
})

test('in a track one act follows another; an act without a start comes from the edge', () => {
  const placed = toTracks(toActs(CASE), AXIS, WIDTH)
  const by = Object.fromEntries(placed.map((each) => [each.act.id, each]))
  expect(by.shared).toMatchObject({ track: 0, left: 0 })
  expect(by.doubt?.track).toBe(0)
  expect(by.doubt?.left).toBeCloseTo(startOf(AXIS, '2025-09-01') * WIDTH)
  // A day is too narrow to hold its label, which then stands beside it.
  expect(by.day?.labelLeft).toBeGreaterThan((by.day?.left ?? 0) + 4)
})

const days = fc.integer({ min: 0, max: 121 }).map((day) => addDays('2025-08-01', day))
const anAct = fc.record({ a: fc.option(days), b: fc.option(days), lasts: fc.boolean() }).map(({ a, b, lasts }) => {
  const [from, to] = a !== null && b !== null && b < a ? [b, a] : [a, b]
  return { from, to, extent: lasts ? ('THROUGHOUT' as const) : ('ONE_DAY' as const) }
})

test('whatever the days and the width, no two acts or labels of a track lie over each other', () => {
  fc.assert(
    fc.property(fc.array(anAct, { maxLength: 30 }), fc.integer({ min: 260, max: 1300 }), (given, width) => {
      const acts = toActs(given.map(({ from, to, extent }, at) => act(`${at}`, from, to, extent)))
      const placed = toTracks(acts, AXIS, width)
      expect(placed).toHaveLength(acts.length)
      for (const [, track] of Map.groupBy(placed, (each) => each.track)) {
        const sorted = [...track].sort((x, y) => x.left - y.left)
        for (const [at, each] of sorted.entries()) {
          const next = sorted[at + 1]?.left ?? width + 6
          expect(each.left + each.width).toBeLessThanOrEqual(next + 6)
          expect(each.labelLeft + each.labelWidth).toBeLessThanOrEqual(Math.max(next, each.labelLeft) + 0.5)
        }
      }
    }),
  )
})

test('what became known on a day is a stack that ends with the day; stacks that would touch become bars', () => {
  const known = (day: string, at: number) => eventRow(`${day} ${at}`, 'a', 'b', 'PRESSURE', { reportedOn: day })
  const many = Array.from({ length: 17 }, (_, at) => known('2025-11-11', at))
  const [stack] = toStacks(many, AXIS, WIDTH, 3)
  expect(stack).toMatchObject({ day: '2025-11-11', rows: 3, width: 42 })
  expect((stack?.left ?? 0) + 42).toBeCloseTo(endOf(AXIS, '2025-11-11') * WIDTH)
  const two = toStacks([...many, known('2025-11-10', 0)], AXIS, WIDTH, 3)
  expect(two.map(({ rows, events }) => [rows, events.length])).toEqual([
    [0, 1],
    [0, 17],
  ])
})

test('bars count what began on a day, by kind; what has no start counts in the first', () => {
  expect(toBuckets(CASE, AXIS)).toEqual([
    { start: '2025-08-01', end: '2025-08-01', counts: [{ kind: 'COOPERATION', events: 1 }] },
    {
      start: '2025-09-01',
      end: '2025-09-01',
      counts: [
        { kind: 'SUSPENSION', events: 2 },
        { kind: 'CONDEMNATION', events: 2 },
      ],
    },
    { start: '2025-10-03', end: '2025-10-03', counts: [{ kind: 'CONDEMNATION', events: 1 }] },
  ])
  expect(toBuckets(CASE, axisOf('2025-01-01', '2025-12-31')).map(({ start, end }) => [start, end])).toContainEqual([
    '2025-10-01',
    '2025-10-31',
  ])
})

test('the tag of a flag covers no name of the axis where either side is free; else the name gives way', () => {
  const ticks = toTicks(AXIS, WIDTH)
  const one = (day: string) => toFlagLines(AXIS, WIDTH, ticks, day, null)[0]
  expect(one('2025-10-01')?.side).toBe('after')
  expect(one('2025-11-12')?.side).toBe('after')
  expect(one('2025-10-31')?.side).toBe('before')
  expect(one('2025-11-30')?.side).toBe('before')
  const named = (day: string) => {
    const flags = toFlagLines(AXIS, WIDTH, ticks, day, null)
    return ticks.filter((tick) => !isCovered(tick, WIDTH, flags)).map(({ name }) => name)
  }
  expect(named('2025-10-31')).toContain('November')
  expect(named('2025-10-01')).toEqual(['August 2025', 'September', 'November'])
})

test('of two flags neither passes the other, and the earlier stands at the left whichever it is', () => {
  const lines = (known: string, compared: string) =>
    toFlagLines(AXIS, WIDTH, [], known, compared).map(({ flag, day, least, most }) => [flag, day, least, most])
  expect(lines('2025-11-11', '2025-10-01')).toEqual([
    ['compared', '2025-10-01', '2025-08-01', '2025-11-10'],
    ['known', '2025-11-11', '2025-10-02', '2025-11-30'],
  ])
  expect(lines('2025-10-01', '2025-11-11').map(([flag]) => flag)).toEqual(['known', 'compared'])
})

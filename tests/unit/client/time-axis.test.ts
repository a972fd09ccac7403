import fc from 'fast-check'
import { expect, test } from 'vitest'
import { axisOf, dayAt, endOf, startOf, statedDays, toAxis } from '../../../client/state/time/axis.ts'
import { readDay, readWindow } from '../../../client/state/time/read-day.ts'
import { toTicks } from '../../../client/state/time/ticks.ts'
import { addDays } from '../../../client/state/words/dates.ts'
import { eventRow } from './made.ts'

const autumn = axisOf('2025-08-01', '2025-11-30')

test('the axis has whole months around a season, whole years around a decade, and the bare days of a month', () => {
  expect(toAxis(['2025-08-31', '2025-11-11', '2025-10-11'])).toEqual({ ...autumn, days: 122 })
  expect(toAxis(['2012-03-04', '2025-11-11'])).toMatchObject({ first: '2012-01-01', last: '2025-12-31' })
  expect(toAxis(['2018-08-29', '2018-09-27'])).toMatchObject({ first: '2018-08-28', last: '2018-09-28' })
  expect(toAxis(['2024-02-29'])).toEqual({ first: '2024-02-28', last: '2024-03-01', days: 3 })
  expect(toAxis([])).toBeNull()
})

test('the days of an event are those that its source states, on both clocks', () => {
  const occurred = {
    earliest: null,
    latest: '2025-08-31',
    extent: 'THROUGHOUT',
    openStart: false,
    openEnd: false,
  } as const
  expect(statedDays([eventRow('e', 'a', 'b', 'PRESSURE', { occurred })])).toEqual(['2025-08-31', '2025-11-11'])
})

test('a place on the axis is in the day that begins before it and ends after it', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (place) => {
      const day = dayAt(autumn, place)
      expect(startOf(autumn, day)).toBeLessThanOrEqual(place + 1e-9)
      expect(endOf(autumn, day)).toBeGreaterThanOrEqual(place - 1e-9)
    }),
  )
  expect(startOf(autumn, '2020-01-01')).toBe(0)
  expect(endOf(autumn, '2031-01-01')).toBe(1)
  expect(endOf(autumn, '2025-11-10')).toBe(startOf(autumn, '2025-11-11'))
})

test('names on the axis keep clear of each other at every width and length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 9000 }), fc.integer({ min: 200, max: 1400 }), (days, width) => {
      const ticks = toTicks(axisOf('2001-03-05', addDays('2001-03-05', days - 1)), width)
      for (const [index, { at, name }] of ticks.slice(0, -1).entries()) {
        const room = ((ticks[index + 1]?.at ?? 1) - at) * width
        expect(room).toBeGreaterThan(name.length * 4.5)
      }
    }),
  )
  expect(toTicks(autumn, 1100).map(({ name }) => name)).toEqual(['August 2025', 'September', 'October', 'November'])
  expect(toTicks(autumn, 280).map(({ name }) => name)).toEqual(['Aug', 'Sep', 'Oct', 'Nov'])
})

test.each([
  ['2025-10-01', '2025-10-01'],
  ['2025-1-9', '2025-01-09'],
  [' 1 Oct 2025 ', '2025-10-01'],
  ['1st October, 2025', '2025-10-01'],
  ['Oct. 1, 2025', '2025-10-01'],
  ['Oct 2025', '2025-10-31'],
  ['sept 2024', '2024-09-30'],
  ['2024-02', '2024-02-29'],
  ['2025', '2025-12-31'],
])('%s is read as %s', (typed, day) => expect(readDay(typed)).toBe(day))

test('a window begins on the first day of what is typed and ends on the last, and says which end cannot be read', () => {
  const window = (since: string | null, until: string | null) => ({ window: { since, until }, wrong: null })
  expect(readWindow('Oct 2025', 'Oct 2025')).toEqual(window('2025-10-01', '2025-10-31'))
  expect(readWindow('2024', '2025-02')).toEqual(window('2024-01-01', '2025-02-28'))
  expect(readWindow('9 Oct 2025', '')).toEqual(window('2025-10-09', null))
  expect(readWindow(' ', '')).toEqual(window(null, null))
  const { wrong } = readWindow('someday', '')
  expect([wrong, readWindow('', '31/08').wrong, readWindow('soon', 'late').wrong]).toEqual(['since', 'until', 'both'])
  expect(readWindow('Nov 2025', 'Oct 2025').wrong).toBe('turned')
})

test.each(['', '1/10/2025', '31 Feb 2025', '2025-13-01', 'Octopus 2025', 'ma 2025', '11 Nov', '25-10-01', 'yesterday'])(
  '%s could be two days or none, so is not read',
  (typed) => expect(readDay(typed)).toBeNull(),
)

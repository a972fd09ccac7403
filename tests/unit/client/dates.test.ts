import { expect, test } from 'vitest'
import { delayWords, doubtWords, occurredWords, timeWords, type Occurred } from '../../../client/state/words/dates.ts'

const day = (earliest: string | null, latest: string | null, given: Partial<Occurred> = {}): Occurred => ({
  earliest,
  latest,
  extent: 'ONE_DAY',
  openStart: false,
  openEnd: false,
  ...given,
})
const throughout = (earliest: string | null, latest: string | null, given: Partial<Occurred> = {}) =>
  day(earliest, latest, { extent: 'THROUGHOUT', ...given })

test.each([
  ['11 Nov 2025', day('2025-11-11', '2025-11-11')],
  ['Oct 2025, month', day('2025-10-01', '2025-10-31')],
  ['2025, year', day('2025-01-01', '2025-12-31')],
  ['Sep to 11 Oct 2025', day('2025-09-01', '2025-10-11')],
  ['Sep to Oct 2025', day('2025-09-01', '2025-10-31')],
  ['5 Dec 2024 to 2 Jan 2025', day('2024-12-05', '2025-01-02')],
  ['by 11 Nov 2025, start not stated', day(null, '2025-11-11')],
  ['until 31 Aug 2025, start not stated', throughout(null, '2025-08-31')],
  ['until 31 Aug 2025, without a beginning', throughout(null, '2025-08-31', { openStart: true })],
  ['since 1 Sep 2025', throughout('2025-09-01', null, { openEnd: true })],
  ['from 1 Sep 2025, end not stated', throughout('2025-09-01', null)],
  ['all along, Sep to 11 Nov 2025', throughout('2025-09-01', '2025-11-11')],
  ['all along, Sep 2025', throughout('2025-09-01', '2025-09-30')],
  ['days not stated', day(null, null)],
])('%s', (words, occurred) => {
  expect(occurredWords(occurred)).toBe(words)
})

test('a set of days is never told as one day: some day within', () => {
  expect(doubtWords(day('2025-09-01', '2025-10-11'))).toBe('some day within')
  expect(doubtWords(day('2025-11-11', '2025-11-11'))).toBe('day')
  expect(doubtWords(throughout('2025-09-01', '2025-10-11'))).toBeNull()
})

test('the days until it became known are told with both ends, and not at all where the start is not stated', () => {
  expect(delayWords(day('2025-09-01', '2025-10-11'), '2025-11-11')).toBe('31 to 71 days later')
  expect(delayWords(day('2025-11-10', '2025-11-10'), '2025-11-11')).toBe('1 day later')
  expect(delayWords(day('2025-11-11', '2025-11-11'), '2025-11-11')).toBe('the same day')
  expect(delayWords(throughout('2025-09-01', '2025-11-11'), '2025-11-11')).toBe('71 days after it began')
  expect(delayWords(day(null, '2025-11-11'), '2025-11-11')).toBeNull()
})

test('a time is of the clock of the reader, and names its day where that is another', () => {
  const at = new Date(2026, 10, 23, 9, 5, 59)
  expect(timeWords(at.toISOString(), new Date(2026, 10, 23, 23, 59))).toBe('09:05')
  expect(timeWords(at.toISOString(), new Date(2026, 10, 24, 0, 1))).toBe('23 Nov 2026, 09:05')
})

import { expect, test } from 'vitest'
import { axisOf } from '../../../client/state/time/axis.ts'
import { fromStart, isAtEnd, oneOn, playStep } from '../../../client/state/time/playback.ts'
import { dayBefore, withComparison, withFlag, withWindowOn } from '../../../client/state/time/steps.ts'
import { FIRST_VIEW, type View } from '../../../client/state/view/view.ts'

const STANDARD = '2025-11-11'
const compared: View = { ...FIRST_VIEW, compare: '2025-10-01', clock: 'KNOWN' }
const played = { axis: axisOf('2025-08-01', '2025-11-30'), standard: STANDARD }

test('the flag at the last day that anything became known is the default', () => {
  const earlier = withFlag(FIRST_VIEW, 'known', '2025-10-01', STANDARD)
  expect(earlier).toEqual({ ...FIRST_VIEW, asKnownOn: '2025-10-01' })
  expect(withFlag(earlier, 'known', STANDARD, STANDARD)).toEqual(FIRST_VIEW)
  expect(withFlag(FIRST_VIEW, 'known', STANDARD, STANDARD)).toBe(FIRST_VIEW)
})

test('of two flags the earlier stands at the left, whichever is moved, and never both on one day', () => {
  expect(withFlag(compared, 'compared', '2025-10-03', STANDARD)).toEqual({ ...compared, compare: '2025-10-03' })
  const crossed: View = { ...compared, compare: '2025-09-09', asKnownOn: '2025-10-01' }
  expect(withFlag(compared, 'known', '2025-09-09', STANDARD)).toEqual(crossed)
  expect(withFlag(compared, 'compared', '2025-11-12', STANDARD)).toEqual({
    ...compared,
    compare: STANDARD,
    asKnownOn: '2025-11-12',
  })
  expect(withFlag(compared, 'compared', STANDARD, STANDARD)).toBe(compared)
  expect(withFlag(FIRST_VIEW, 'compared', STANDARD, STANDARD)).toBe(FIRST_VIEW)
})

test('a comparison begins at the last day before on which anything became known, else a month before', () => {
  expect(dayBefore('2025-11-11', ['2025-11-11', '2025-10-04', '2025-10-02'])).toBe('2025-10-04')
  expect(dayBefore('2025-11-11', ['2025-11-11'])).toBe('2025-10-12')
})

test('a comparison goes by what was known, unless a window on the other clock stands', () => {
  expect(withComparison(FIRST_VIEW, '2025-10-01')).toEqual(compared)
  const window = { since: '2025-09-01', until: null }
  expect(withComparison({ ...FIRST_VIEW, window }, '2025-10-01').clock).toBe('HAPPENED')
})

test('the lane that is dragged across says which clock the window is of', () => {
  const window = { since: '2025-09-01', until: '2025-09-30' }
  const narrowed = withWindowOn(FIRST_VIEW, 'KNOWN', window)
  expect(narrowed).toEqual({ ...FIRST_VIEW, window, clock: 'KNOWN' })
  expect(withWindowOn(narrowed, 'HAPPENED', null)).toEqual({ ...FIRST_VIEW, clock: 'KNOWN' })
})

/** All views of a playback. */
function play(view: View): readonly View[] {
  const views = [fromStart(view, played)]
  for (let now = views[0]; now && !isAtEnd(now, played); now = views.at(-1)) views.push(oneOn(now, played))
  return views
}

test('playback of what became known moves the flag by a day from the day it is compared with to the default', () => {
  expect(isAtEnd(compared, played)).toBe(true)
  const days = play(compared).map(({ asKnownOn }) => asKnownOn)
  expect(days.slice(0, 2)).toEqual(['2025-10-02', '2025-10-03'])
  expect(days.slice(-2)).toEqual(['2025-11-10', null])
  expect(days).toHaveLength(41)
})

test('playback of what happened opens the window day by day, and leaves none at its end', () => {
  const windows = play(FIRST_VIEW).map(({ window }) => window)
  expect(windows[0]).toEqual({ since: null, until: '2025-08-01' })
  expect(windows.at(-2)).toEqual({ since: null, until: '2025-11-29' })
  expect(windows.at(-1)).toBeNull()
})

test('a year is played by days, a decade by steps that are longer', () => {
  expect(playStep(axisOf('2025-01-01', '2025-06-30'))).toBe(1)
  expect(playStep(axisOf('2015-01-01', '2025-12-31'))).toBe(21)
})

import { computed } from 'nanostores'
import type { Clock } from '../view/view.ts'
import { toActs } from './acts.ts'
import { $buckets, $timeEvent, $timeEvents, type TimeSize } from './shown.ts'

/** Heights in px. */
export const TRACK: Readonly<Record<TimeSize, number>> = { full: 15, slim: 15, compare: 18, phone: 44 }
export const KNOWN_LANE: Readonly<Record<TimeSize, number>> = { full: 22, slim: 15, compare: 24, phone: 44 }
export const SQUARE_ROWS: Readonly<Record<TimeSize, number>> = { full: 3, slim: 2, compare: 3, phone: 3 }

/** More than this would be a wall of lines. */
const MOST_ACTS = 60

/** What stands in the lane of when it happened; null where there is too much to draw each act. */
export const $acts = computed([$timeEvents, $timeEvent, $buckets], (events, alone, buckets) => {
  const acts = buckets ? null : toActs(events, alone)
  return acts && acts.length > MOST_ACTS ? null : acts
})

/** What the lane of a clock is called. */
export const CLOCK_WORDS: Readonly<Record<Clock, string>> = { HAPPENED: 'Happened', KNOWN: 'Became known' }

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Criteria } from '../../../server/domain/criteria.ts'
import { formatDay } from '../../../server/domain/days.ts'
import { select } from '../../../server/domain/select.ts'
import { FLAG } from '../../../server/domain/snapshot.ts'
import { BUCKETS, timeline, type Bucket } from '../../../server/domain/timeline.ts'
import { createView } from '../../../server/domain/view.ts'
import { graph } from '../../support/arbitraries.ts'
import { snapshotOf } from '../../support/snapshots.ts'
import { aDay } from '../../support/records.ts'
import { contentsOf, type WorldEvent } from '../../support/worlds.ts'

function told(events: readonly Omit<WorldEvent, 'actor' | 'target'>[], bucket: Bucket, criteria: Criteria = {}) {
  const acts = events.map((event) => ({ actor: 'uk', target: 'us', ...event }))
  const view = createView(snapshotOf(contentsOf({ actors: { uk: 'UK', us: 'US' }, events: acts })), null, null)
  const rows = select(view, criteria, { level: 'ACTOR', purpose: 'AGGREGATE' })
  const answer = timeline(view.snapshot.events, rows, criteria, bucket)
  return {
    ...answer,
    buckets: answer.buckets.map((each) =>
      [formatDay(each.start), formatDay(each.end), ...each.counts.map((count) => `${count.kind} ${count.events}`)].join(
        ' ',
      ),
    ),
  }
}

test.each<[Bucket, string, string, string]>([
  ['DAY', '2024-02-29', '2024-02-29', '2024-02-29'],
  ['WEEK', '2025-11-10', '2025-11-10', '2025-11-16'],
  ['WEEK', '2025-11-16', '2025-11-10', '2025-11-16'],
  ['WEEK', '1969-12-31', '1969-12-29', '1970-01-04'],
  ['MONTH', '2024-02-29', '2024-02-01', '2024-02-29'],
  ['MONTH', '2025-12-31', '2025-12-01', '2025-12-31'],
  ['YEAR', '1969-07-01', '1969-01-01', '1969-12-31'],
  ['YEAR', '0099-07-01', '0099-01-01', '0099-12-31'],
])('%s of %s is %s to %s', (bucket, occurred, start, end) => {
  expect(told([{ occurred }], bucket).buckets).toEqual([`${start} ${end} SUSPENSION 1`])
})

test('an event counts once, where it may have begun, by kind', () => {
  const events = [
    { occurred: '2025-01-30/2025-03-01' },
    { occurred: '[2025-03-01..2025-05-01]' },
    { occurred: '2025-03-02', kind: 'COOPERATION' },
    { occurred: '2025-03-02', kind: 'COOPERATION' },
  ] as const
  expect(told(events, 'MONTH')).toEqual({
    bucket: 'MONTH',
    buckets: ['2025-01-01 2025-01-31 SUSPENSION 1', '2025-03-01 2025-03-31 COOPERATION 2 SUSPENSION 1'],
    withoutStart: 0,
    total: 4,
  })
})

test('what began before the window counts on its first day', () => {
  const events = [{ occurred: '2025-01-30/2025-03-01' }, { occurred: '2025-04-01' }]
  expect(told(events, 'MONTH', { occurredSince: aDay('2025-02-10'), occurredUntil: aDay('2025-03-10') })).toMatchObject(
    {
      buckets: ['2025-02-01 2025-02-28 SUSPENSION 1'],
      total: 1,
    },
  )
})

describe('starts that are unknown or open stand in the first bucket and are told apart', () => {
  const events = [{ occurred: '/2025-06-30' }, { occurred: '../2025-06-01' }]
  test('that of the least known start', () => {
    expect(told([...events, { occurred: '2025-02-03' }, { occurred: '2025-03-03' }], 'MONTH')).toMatchObject({
      buckets: ['2025-02-01 2025-02-28 SUSPENSION 3', '2025-03-01 2025-03-31 SUSPENSION 1'],
      withoutStart: 2,
    })
  })
  test('even of what ended before it', () => {
    expect(told([{ occurred: '/2025-01-10' }, { occurred: '2025-02-03' }], 'MONTH').buckets).toEqual([
      '2025-02-01 2025-02-28 SUSPENSION 2',
    ])
  })
  test('that in which the window begins, though nothing else is there', () => {
    const criteria = { occurredSince: aDay('2025-01-15') }
    expect(told([...events, { occurred: '2025-02-03' }], 'MONTH', criteria)).toMatchObject({
      buckets: ['2025-01-01 2025-01-31 SUSPENSION 2', '2025-02-01 2025-02-28 SUSPENSION 1'],
      withoutStart: 2,
    })
  })
  test('that of the least latest day, where no start is known', () => {
    expect(told(events, 'DAY').buckets).toEqual(['2025-06-01 2025-06-01 SUSPENSION 2'])
  })
})

test('of nothing there is no bucket', () => {
  expect(told([], 'YEAR')).toEqual({ bucket: 'YEAR', buckets: [], withoutStart: 0, total: 0 })
})

test('totals are the rows, mirrored ones once unless the direction is asked for', () => {
  fc.assert(
    fc.property(graph(), fc.constantFrom(...BUCKETS), fc.boolean(), ({ contents }, bucket, isDirected) => {
      const view = createView(snapshotOf(contents), null, null)
      const { events } = view.snapshot
      const criteria: Criteria = isDirected ? { actor: 0 } : {}
      const rows = select(view, criteria, { level: 'ACTOR', purpose: 'AGGREGATE' })
      const answer = timeline(events, rows, criteria, bucket)
      const counted = [...rows].filter((row) => isDirected || !((events.flags[row] ?? 0) & FLAG.MIRROR))
      const sum = answer.buckets.flatMap((each) => each.counts).reduce((all, count) => all + count.events, 0)
      expect([sum, answer.total]).toEqual([counted.length, counted.length])
      expect(timeline(events, rows.toReversed(), criteria, bucket)).toEqual(answer)
      const starts = answer.buckets.map((each) => each.start)
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
    }),
  )
})

import { expect, test } from 'vitest'
import { growthPlot } from '../../../scripts/bench/growth-plot.ts'
import { quantile, toFigures } from '../../../scripts/bench/measure.ts'
import { withPart } from '../../../scripts/bench/report.ts'
import { toSizes } from '../../../scripts/bench/sizes.ts'

test('a part takes the place of what was there of it, and leaves the others', () => {
  const both = withPart(withPart('# Title\n', 'one', 'first'), 'two', 'second')
  const again = withPart(both, 'one', 'anew')
  expect(again).toBe(both.replace('first', 'anew'))
  expect(again).toContain('second')
  expect(again.startsWith('# Title\n')).toBe(true)
})

test('the median and p95 are figures that were measured; CPU is the mean', () => {
  expect(quantile([3, 1, 2], 0.5)).toBe(2)
  expect(
    quantile(
      Array.from({ length: 100 }, (_, n) => 100 - n),
      0.95,
    ),
  ).toBe(95)
  expect(quantile([], 0.5)).toBe(0)
  expect(toFigures([4, 1, 9].map((wall) => ({ wall, cpu: wall === 9 ? 30 : 0 })))).toEqual({
    median: 4,
    p95: 9,
    cpu: 10,
  })
})

test('sizes are said with k and m, and come ascending', () => {
  expect(toSizes('5m,10k,7')).toEqual([7, 10_000, 5_000_000])
  expect(() => toSizes('10k,many')).toThrow('"many" is no number of events')
  expect(() => toSizes('0')).toThrow()
})

test('ten times as many events lie as far apart as ten times the milliseconds say', () => {
  const svg = growthPlot([{ name: 'a < b', points: [10, 100, 1000].map((events) => ({ events, ms: events })) }])
  const spots = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  )
  const [first, second, third] = spots
  expect((second?.[0] ?? 0) - (first?.[0] ?? 0)).toBeCloseTo((third?.[0] ?? 0) - (second?.[0] ?? 0), 0)
  expect((first?.[1] ?? 0) - (second?.[1] ?? 0)).toBeCloseTo((second?.[1] ?? 0) - (third?.[1] ?? 0), 0)
  expect((first?.[1] ?? 0) > (third?.[1] ?? 0)).toBe(true)
  expect(svg).toContain('a &lt; b')
  expect(growthPlot([])).toBe('')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inside } from '../../../client/canvas/geometry.ts'
import { toPointGrid } from '../../../client/canvas/point-grid.ts'

const place = fc.integer({ min: -300, max: 900 })
const side = fc.integer({ min: 0, max: 200 })
const points = fc.array(fc.record({ x: place, y: place, line: fc.constantFrom('one', 'other') }), { maxLength: 200 })

test('a grid finds the points in a rectangle that looking at all of them finds', () => {
  fc.assert(
    fc.property(points, fc.record({ x: place, y: place, w: side, h: side }), fc.nat(20), (all, rect, gap) => {
      const grid = toPointGrid(all)
      const there = all.filter((point) => inside(point, rect, gap))
      expect(grid.count(rect, gap)).toBe(there.length)
      expect(grid.some(rect, gap, ({ line }) => line === 'one')).toBe(there.some(({ line }) => line === 'one'))
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareCodePoints } from '../../../server/domain/code-points.ts'
import { compareNames } from '../../../server/domain/names.ts'

const points = (text: string) => [...text].map((sign) => sign.codePointAt(0) ?? 0)

test('texts compare by code point, also beyond the basic plane', () => {
  expect(compareCodePoints('\u{1F600}', '\uFB01')).toBeGreaterThan(0)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      const left = points(a)
      const right = points(b)
      const at = left.findIndex((point, i) => point !== right[i])
      const expected = at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1)
      expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(expected))
    }),
  )
})

test('names that read the same are equal, capitals come before small letters and accents last', () => {
  expect(compareNames('Tu\u0308rk', 'T\u00FCrk')).toBe(0)
  expect(['b', 'B', 'é', 'a'].sort(compareNames)).toEqual(['B', 'a', 'b', 'é'])
})

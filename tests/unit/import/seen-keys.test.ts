import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SeenKeys } from '../../../server/ingest/import/seen-keys.ts'
import { numRuns } from '../../support/samples.ts'

test('counts as a map does, also where keys share their halves', () => {
  const half = fc.constantFrom(0, 1, 2, 0x7fff_ffff, 0xffff_fffe, 0xffff_ffff)
  fc.assert(
    fc.property(fc.array(fc.tuple(half, half), { maxLength: 2_000, size: 'max' }), (keys) => {
      const seen = new SeenKeys()
      const naive = new Map<string, number>()
      for (const [high, low] of keys) {
        const key = `${high},${low}`
        naive.set(key, (naive.get(key) ?? 0) + 1)
        expect(seen.see(high, low)).toBe(naive.get(key))
      }
      expect(seen.size).toBe(naive.size)
    }),
    { numRuns: numRuns(30, 1_000) },
  )
})

test('a hundred thousand keys, each seen three times, take at most 16 bytes each', () => {
  const seen = new SeenKeys()
  const keyOf = (n: number): [number, number] => [Math.imul(n, 0x9e37_79b1) >>> 0, Math.imul(n, 0x85eb_ca6b) >>> 0]
  const times = new Set<number>()
  for (let round = 1; round <= 3; round++) {
    for (let n = 0; n < 100_000; n++) times.add(seen.see(...keyOf(n)) - round)
    expect([...times]).toEqual([0])
  }
  expect(seen.size).toBe(100_000)
  expect(seen.bytes / seen.size).toBeLessThanOrEqual(16)
})

test('what is seen a thousand times is counted to the end', () => {
  const seen = new SeenKeys()
  for (let n = 1; n <= 1_000; n++) expect(seen.see(7, 9)).toBe(n)
  for (let n = 0; n < 5_000; n++) seen.see(n, n * 7)
  expect(seen.see(7, 9)).toBe(1_001)
})

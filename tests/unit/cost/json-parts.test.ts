import { expect, test } from 'vitest'
import { hasTooManyParts, MOST_NESTED, MOST_PARTS } from '../../../server/http/limits/json-parts.ts'

const list = (items: number) => JSON.stringify(Array.from({ length: items }, () => 1))

test('as many parts as are allowed pass, one more does not', () => {
  expect(hasTooManyParts(list(MOST_PARTS))).toBe(false)
  expect(hasTooManyParts(list(MOST_PARTS + 1))).toBe(true)
  expect(hasTooManyParts(`{"a": ${'{'.repeat(MOST_PARTS)}`)).toBe(true)
})

test('so do lists and objects inside each other', () => {
  expect(hasTooManyParts('['.repeat(MOST_NESTED))).toBe(false)
  expect(hasTooManyParts('['.repeat(MOST_NESTED + 1))).toBe(true)
  expect(hasTooManyParts('{"a":'.repeat(MOST_NESTED + 1))).toBe(true)
  expect(hasTooManyParts('[[]]'.repeat(MOST_NESTED + 1))).toBe(false)
})

test('what stands in strings does not count, whatever is quoted in them', () => {
  for (const text of [','.repeat(1_000_000), '["\\'.repeat(50_000), '\\'.repeat(100_001)]) {
    expect(hasTooManyParts(JSON.stringify({ query: text }))).toBe(false)
  }
  expect(hasTooManyParts(`"never ends ${'['.repeat(1_000)}`)).toBe(false)
  expect(hasTooManyParts(`"\\"${','.repeat(30_000)}" ${list(MOST_PARTS + 1)}`)).toBe(true)
})

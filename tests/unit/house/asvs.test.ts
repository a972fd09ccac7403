import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const ROOT = new URL('../../../', import.meta.url)
const text = readFileSync(new URL('docs/asvs.md', ROOT), 'utf8')
const rows = text
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

test('every file that docs/asvs.md names is there', () => {
  const named = [...text.matchAll(/`([\w.-]+\/[\w./-]+|[\w-]+\.(?:md|graphql))`/g)].map(([, path]) => path ?? '')
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([])
})

test('each row has a number of the standard, once, and says in one word whether it holds', () => {
  const numbers = rows.flatMap(([, numbers = '']) => numbers.split(', '))
  expect(numbers.filter((number) => !/^V(1[0-7]|[1-9])\.\d+\.\d+$/.test(number))).toEqual([])
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(rows.filter(([, , , holds = '']) => !/^(yes|in part|operator|no)$/.test(holds))).toEqual([])
  expect(rows.length).toBeGreaterThan(130)
})

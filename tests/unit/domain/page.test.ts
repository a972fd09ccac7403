import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ascending, pageOf } from '../../../server/domain/page.ts'

test('a page of a list many times its size is what sorting the whole list would give', () => {
  const listing = ascending<{ n: number; id: string }>('numbers', ['number', 'string'], ({ n, id }) => [n, id])
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 300 }), { minLength: 200, maxLength: 600 }),
      fc.nat({ max: 3 }),
      (numbers, first) => {
        const items = numbers.map((n, i) => ({ n, id: String(i).padStart(3, '0') }))
        const sorted = items.toSorted((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1))
        const page = pageOf(items, listing, first + 1, null)
        expect(page.items).toEqual(sorted.slice(0, first + 1))
        const next = pageOf(items, listing, first + 1, page.cursorOf(sorted[99] ?? { n: 0, id: '' }))
        expect(next.items).toEqual(sorted.slice(100, 101 + first))
        expect([page.hasNextPage, next.hasPreviousPage, next.total]).toEqual([true, true, items.length])
      },
    ),
  )
})

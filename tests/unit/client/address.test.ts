import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromAddress, isDate, toAddress } from '../../../client/state/view/address.ts'
import { FIRST_VIEW } from '../../../client/state/view/view.ts'
import { views } from './views.ts'

test('an address says the whole view: what is read from it is what was written', () => {
  fc.assert(
    fc.property(views, (view) => {
      expect(fromAddress(toAddress(view))).toEqual(view)
    }),
  )
})

test('the first view has no address', () => {
  expect(toAddress(FIRST_VIEW)).toBe('')
})

test('what cannot be read in an address stands at its default', () => {
  const broken = [
    'level=sideways',
    'known=2025-02-30',
    'open=nothing',
    'pin=tie:a',
    'with=STRICT%20WEAK',
    'hide=RED',
    'ask=why&toward=usa',
    'happened=..',
    'compare=tomorrow',
    'changes=vanished',
    'clock=stopped',
    'draw=knots',
    'show=everything',
    'sort=-',
    'moved=usa:left:up%20iran:1',
  ]
  expect(fromAddress(broken.join('&'))).toEqual({ ...FIRST_VIEW, include: ['WEAK'] })
})

test('what contradicts itself is settled: the earlier day at the left, never two days and two levels, no day beside itself', () => {
  const read = fromAddress('known=2025-10-01&compare=2025-11-11&level=both')
  expect(read).toEqual({ ...FIRST_VIEW, asKnownOn: '2025-11-11', compare: '2025-10-01' })
  expect(fromAddress('known=2025-10-01&compare=2025-10-01')).toEqual({ ...FIRST_VIEW, asKnownOn: '2025-10-01' })
})

test('any text at all is read as a view, and that view is written and read the same', () => {
  const names = fc.constantFrom(
    'ask',
    'level',
    'boxes',
    'known',
    'happened',
    'open',
    'pin',
    'moved',
    'hide',
    'sort',
    'show',
  )
  const parts = fc.array(fc.tuple(names, fc.oneof(fc.string(), fc.stringMatching(/^[a-z:>. 0-9-]*$/))), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(parts, (given) => {
      const view = fromAddress(new URLSearchParams(given).toString())
      expect(fromAddress(toAddress(view))).toEqual(view)
    }),
  )
})

test.each(['2025-13-01', '2025-02-29', '2025-1-1', 'today', ''])('%s is no day', (text) => {
  expect(isDate(text)).toBe(false)
})

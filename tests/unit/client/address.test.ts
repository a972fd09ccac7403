import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromAddress, isDate, toAddress } from '../../../client/state/view/address.ts'
import { FIRST_VIEW, KINDS, SWITCHES, type View } from '../../../client/state/view/view.ts'

const id = fc.string({ minLength: 1 })
const selection = fc.oneof(
  fc.record({
    what: fc.constantFrom('event' as const, 'actor' as const),
    id: id.filter((text) => !/[\n\r]/.test(text)),
  }),
  fc.record({
    what: fc.constant('tie' as const),
    kind: fc.constantFrom(...KINDS),
    id: id.filter((text) => !/[\n\r]/.test(text)),
  }),
)
const views: fc.Arbitrary<View> = fc.record({
  collection: fc.option(id, { nil: null }),
  question: fc.option(id, { nil: null }),
  include: fc.subarray([...SWITCHES]),
  level: fc.constantFrom('ACTOR' as const, 'TOP' as const),
  asKnownOn: fc.constantFrom(null, '2025-11-10', '2024-02-29'),
  selection: fc.option(selection, { nil: null }),
  list: fc.boolean(),
  hidden: fc.subarray([...KINDS]),
})

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
  expect(fromAddress('level=sideways&known=2025-02-30&open=nothing&with=STRICT%20WEAK&hide=RED')).toEqual({
    ...FIRST_VIEW,
    include: ['WEAK'],
  })
})

test.each(['2025-13-01', '2025-02-29', '2025-1-1', 'today', ''])('%s is no day', (text) => {
  expect(isDate(text)).toBe(false)
})

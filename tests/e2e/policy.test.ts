import { expect, test } from 'vitest'
import { eventually, pageTests } from '../support/page-tests.ts'

const { open } = pageTests()

/** Each of them would be a hole; what it makes must stay without effect. */
const HOLES: readonly (readonly [directive: string, hole: () => unknown])[] = [
  ['require-trusted-types-for', () => (document.createElement('p').innerHTML = '<b>bold</b>')],
  ['trusted-types', () => (window as unknown as TrustedTypesWindow).trustedTypes.createPolicy('mine', {})],
  ['style-src', () => document.body.setAttribute('style', 'display: none')],
  ['require-trusted-types-for', () => document.body.setAttribute('onclick', 'canary()')],
  ['img-src', () => (new Image().src = 'http://elsewhere.invalid/image.png')],
  ['connect-src', () => fetch('http://elsewhere.invalid/')],
  ['frame-src', () => document.body.append(Object.assign(document.createElement('iframe'), { src: '/' }))],
]

interface TrustedTypesWindow {
  readonly trustedTypes: { readonly createPolicy: (name: string, rules: object) => unknown }
}

test('the page lets no hole be made, and both witnesses tell of each', async () => {
  const { page, violations, hosts } = await open()
  for (const [directive, hole] of HOLES) {
    await page.evaluate(hole).catch(() => {})
    const told = (by: string) => violations.some((each) => each.startsWith(`${by}: ${directive}`))
    await eventually(() => [told('content policy'), told('noted')]).toEqual([true, true])
    violations.length = 0
  }
  expect([...hosts]).toHaveLength(1)
})

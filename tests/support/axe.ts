import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
  readonly passes: readonly unknown[]
}

/** Rules that ask for colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** Not among those that axe looks at unless told: a target of 24 pixels, or with as much room around it. */
const BESIDES = { 'target-size': { enabled: true } }

/** What axe finds on a page as it stands, or within one region of it, as rule and element. */
export async function axeFindings(page: Page, within = 'html'): Promise<readonly string[]> {
  const { violations, passes } = await run(page, within, { rules: BESIDES })
  expect(passes.length).toBeGreaterThan(10)
  return toLines(violations)
}

/** What axe finds by day, and what its rules of colours find by night: nothing else differs between the two. */
export async function axeFindingsInBoth(page: Page, within = 'html'): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const { violations } = await run(page, within, { runOnly: { type: 'rule', values: OF_COLOURS } })
  await page.emulateMedia({ colorScheme: 'light' })
  return [...toLines(violations).map((finding) => `dark ${finding}`), ...(await axeFindings(page, within))]
}

/** Only of violations every element is named: naming those that pass takes longer than all the rest. */
async function run(page: Page, within: string, options: object): Promise<AxeResult> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  return page.evaluate(
    ([place, asked]) =>
      (window as unknown as { axe: { run: (place: string, options: object) => Promise<AxeResult> } }).axe.run(
        place,
        asked,
      ),
    [within, { ...options, resultTypes: ['violations'], preload: false }] as const,
  )
}

function toLines(violations: AxeResult['violations']): readonly string[] {
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
  readonly passes: readonly unknown[]
}

/** What axe finds on a page as it stands, or within one region of it, as rule and element. */
export async function axeFindings(page: Page, within = 'html'): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const { violations, passes } = await page.evaluate(
    (place) => (window as unknown as { axe: { run: (place: string) => Promise<AxeResult> } }).axe.run(place),
    within,
  )
  expect(passes.length).toBeGreaterThan(10)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** What axe finds by day and by night. */
export async function axeFindingsInBoth(page: Page, within = 'html'): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await axeFindings(page, within)).map((finding) => `${colorScheme} ${finding}`))
  }
  return found
}

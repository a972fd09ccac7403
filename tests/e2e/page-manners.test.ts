import { expect, test } from 'vitest'
import { axeFindings, axeFindingsInBoth } from '../support/axe.ts'
import { askByKey, drawnScene } from '../support/browser.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const { open } = pageTests()

test('axe finds nothing on the first screen, an answer, the evidence and the list, by day and by night', async () => {
  const { page, troubles } = await open('', { reducedMotion: 'reduce' })
  expect(await axeFindingsInBoth(page)).toEqual([])
  await page.setViewportSize({ width: 412, height: 823 })
  await page.locator('.phone-tabs').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })
  await askByKey(page, '1')
  expect(await axeFindingsInBoth(page)).toEqual([])
  await page.locator('#table').getByRole('button', { name: /CNN/ }).click()
  await page.getByText('ASSERTS').first().waitFor()
  expect(await axeFindingsInBoth(page)).toEqual([])
  await page.keyboard.press('l')
  await page.locator('#list').waitFor()
  expect(await axeFindingsInBoth(page)).toEqual([])
  expect(troubles).toEqual([])
})

/** What moves before anybody has touched the page, as Chromium counts it: 0 is nothing. */
async function shiftOf(query: string, viewport: { readonly width: number; readonly height: number }) {
  const { page } = await open(query, {
    viewport,
    before: (watched) =>
      watched.addInitScript(() => {
        const seen = { shift: 0 }
        Object.assign(window, { seen })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
      }),
    // Everything comes late, each in its turn.
    onRequest: async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await route.continue()
    },
  })
  await page
    .locator(query === '' ? '.facts' : '#table')
    .first()
    .waitFor()
  return page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift)
}

test('nothing jumps while the page comes, at rest and with an answer, on any width', async () => {
  const sizes = [
    { width: 1440, height: 900 },
    { width: 1350, height: 940 },
    { width: 412, height: 823 },
  ]
  const asked = '?ask=distancing&toward=us'
  const openings = [['', sizes[0]], ['', sizes[2]], ...sizes.map((size) => [asked, size])] as [
    string,
    (typeof sizes)[number],
  ][]
  const shifts = await Promise.all(openings.map((opening) => shiftOf(...opening)))
  expect(shifts.filter((shift) => shift >= 0.01)).toEqual([])
})

test('under 500 ms of latency a question that is overtaken never lands, and undo leads back to what stood', async () => {
  const { page } = await open('', {
    onRequest: async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      await route.continue()
    },
  })
  const before = await drawnScene(page)
  await page.keyboard.press('1')
  await page.keyboard.press('3')
  const heading = page.getByRole('region', { name: 'Answer' }).locator('h1')
  await eventually(() => heading.innerText()).toContain('condemned')
  expect(await page.locator('ol button[aria-pressed="true"]').innerText()).toContain('Who condemned whom')
  await page.keyboard.press('Control+z')
  await eventually(() => heading.innerText()).toContain('Two did')
  await page.keyboard.press('Control+z')
  await eventually(() => page.locator('ol button[aria-pressed="true"]').count()).toBe(0)
  const places = ({ actors }: typeof before) => actors.map(({ id }) => id).sort()
  expect(places(await drawnScene(page))).toEqual(places(before))
})

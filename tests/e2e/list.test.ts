import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindingsInBoth } from '../support/axe.ts'
import { drawnScene } from '../support/browser.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const tests = pageTests()
const STILL = { reducedMotion: 'reduce' } as const
const open = async (...how: Parameters<typeof tests.open>) => (await tests.open(...how)).page
/** A page whose picture is not shown. */
const openList = (path: string, more = {}) => open(path, { ready: '[data-list] tbody tr', ...STILL, ...more })

const names = (page: Page) => page.locator('[data-list] tbody th').allInnerTexts()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')
const address = (page: Page) => new URL(page.url()).searchParams

test('the list says what is drawn: each actor, each line, each event, and counts them', async () => {
  const page = await open('', STILL)
  const { actors, lines } = await drawnScene(page)
  await page.keyboard.press('l')
  const grid = page.getByRole('grid')
  await page.getByRole('tab', { name: 'Events 17', selected: true }).waitFor()
  expect(await grid.getAttribute('aria-rowcount')).toBe('18')
  await page.getByRole('tab', { name: 'Ties 15' }).click()
  await page.getByText('A row for each of the 17 lines of 15 ties.').waitFor()
  expect(await axeFindingsInBoth(page, '#list')).toEqual([])
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(lines.length + 1))
  await page.getByRole('tab', { name: 'Actors 26' }).click()
  const seen = new Set(await names(page))
  await page.locator('[data-cell="0 0"]').focus()
  await page.keyboard.press('Control+End')
  await eventually(() => focused(page)).toBe('1')
  for (const name of await names(page)) seen.add(name)
  expect([...seen].sort()).toEqual(actors.map(({ name }) => name).sort())
  expect(address(page).get('show')).toBe('actors')
})

test('by keyboard alone: through the cells, a row opened, a column sorted, another tab, and the link opens all of it again', async () => {
  const page = await openList('?show=events')
  await page.locator('[data-cell="0 0"]').focus()
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe('Canada')
  await page.keyboard.press('ArrowRight')
  expect(await focused(page)).toContain('Cooperation')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: 'Details' }).getByText('Operation Caribbean').first().waitFor()
  expect(address(page).get('open')).toMatch(/^event:.*canada/)
  expect(await page.getByRole('row', { selected: true }).innerText()).toContain('Operation Caribbean')

  await page.locator('[data-cell="1 1"]').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await focused(page)).toBe('Who')
  await page.keyboard.press('Enter')
  await eventually(() => address(page).get('sort')).toBe('who')
  expect(await page.getByRole('columnheader', { name: 'Who' }).getAttribute('aria-sort')).toBe('ascending')
  const ascending = await names(page)
  expect(ascending[0]).toBe('Allies of Donald Trump')
  expect(ascending).toEqual([...ascending].sort((a, b) => a.localeCompare(b, 'en')))
  await page.keyboard.press('Enter')
  await eventually(() => address(page).get('sort')).toBe('-who')

  const again = await openList(new URL(page.url()).search)
  expect(await again.getByRole('columnheader', { name: 'Who' }).getAttribute('aria-sort')).toBe('descending')
  expect(await again.getByRole('row', { selected: true }).innerText()).toContain('Operation Caribbean')

  await page.getByRole('tab', { name: /^Events/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('tab', { name: /^Ties/, selected: true }).waitFor()
  expect(await focused(page)).toMatch(/^Ties/)
})

test('what is selected elsewhere is brought into sight, and the list opens where it stands', async () => {
  const page = await open('?open=actor:us', STILL)
  await page.keyboard.press('l')
  await page.getByRole('tab', { name: /^Actors/, selected: true }).waitFor()
  const row = page.getByRole('row', { selected: true })
  expect(await row.locator('th').innerText()).toBe('United States')
  await eventually(() =>
    row.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      const seen = element.closest('.list-scroll')?.getBoundingClientRect()
      return seen !== undefined && top >= seen.top && bottom <= seen.bottom
    }),
  ).toBe(true)
  await page.keyboard.press('l')
  await page.locator('#picture').waitFor({ state: 'visible' })
  expect(address(page).get('open')).toBe('actor:us')
})

test('only rows in sight are drawn, all of them on paper', async () => {
  const page = await openList('?show=actors', { viewport: { width: 1440, height: 720 } })
  const drawn = () => page.locator('[data-list] tbody tr[data-row]').count()
  expect(await drawn()).toBeLessThan(26)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await eventually(drawn).toBe(26)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await eventually(drawn).toBeLessThan(26)
})

test('what is switched off is left out, said, and brought back by one click', async () => {
  const page = await openList('?show=events&hide=cooperation+answered')
  await page.getByText('Switched off: Cooperation; what is answered.').waitFor()
  expect(await page.getByRole('tab', { name: /^Events/ }).innerText()).toBe('Events 9')
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByRole('tab', { name: 'Events 17' }).waitFor()
})

test('axe finds nothing in it on a wide page and on a phone, by day and by night', async () => {
  const page = await openList('?show=actors&open=actor:us')
  expect(await axeFindingsInBoth(page, '#list')).toEqual([])
  const phone = await openList('?show=events', { viewport: { width: 390, height: 844 } })
  expect(await axeFindingsInBoth(phone, '#list')).toEqual([])
  const widths = await phone.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(widths[0]).toBe(widths[1])
})

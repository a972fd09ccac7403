import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, axeFindingsInBoth } from '../support/axe.ts'
import { askByKey, drawnScene } from '../support/browser.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const tests = pageTests()
const open = async (...how: Parameters<typeof tests.open>) => (await tests.open(...how)).page

const sentence = (page: Page) => page.getByRole('region', { name: 'Answer' }).locator('h1')
const slot = (page: Page, name: RegExp) => page.getByRole('group', { name: 'Question' }).getByRole('button', { name })

test('each slot of the question asks again: whom, in which scope, when', async () => {
  const page = await open()
  await askByKey(page, '1')
  await slot(page, /^Scope: any scope/).click()
  await page.getByRole('combobox', { name: 'Scope' }).fill('lethal')
  await page.keyboard.press('Enter')
  await eventually(() => sentence(page).innerText()).toMatch(/^One did\. Canada is reported to have restricted/)
  expect(await page.locator('#table tbody').count()).toBe(1)
  await slot(page, /^Scope: lethal/).click()
  await page.getByRole('option', { name: 'Any scope' }).click()
  await eventually(() => sentence(page).innerText()).toMatch(/^Two did/)

  await slot(page, /^Whom: United States/).click()
  const whom = page.getByRole('combobox', { name: 'Whom' })
  // What is said to be active is there and chosen, round both ends of the list.
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown']) {
    await page.keyboard.press(key)
    const active = await whom.getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"][role="option"]`).getAttribute('aria-selected')).toBe('true')
  }
  await whom.fill('pentagon lead')
  await page.getByRole('option', { name: /^Pentagon leadership/ }).waitFor()
  await page.keyboard.press('Enter')
  await eventually(() => sentence(page).innerText()).toBe('None is recorded as known on 11 Nov 2025.')
  await page.locator('[data-switch="THREATENED"]').click()
  await eventually(() => sentence(page).innerText()).toMatch(
    /^One did\. Alvin Holsey is reported to have offered to resign/,
  )

  await slot(page, /^Happened: any time to 11 Nov 2025/).click()
  await page.getByRole('textbox', { name: 'Until' }).fill('31/08')
  await page.keyboard.press('Enter')
  await page.getByText('That date could not be read. Try 2025-10-01 or Oct 2025.').waitFor()
  await page.getByRole('textbox', { name: 'Until' }).fill('31 Aug 2025')
  await page.keyboard.press('Enter')
  await eventually(() => sentence(page).innerText()).toBe('None is recorded until 31 Aug 2025 as known on 11 Nov 2025.')
  await slot(page, /^Happened: until 31 Aug 2025/).waitFor()
  await page.getByRole('button', { name: 'at any time' }).click()
  await eventually(() => sentence(page).innerText()).toMatch(/^One did\. Alvin Holsey/)
})

test('a question that lacks an actor asks for it; who moved first is said only where the days tell', async () => {
  const page = await open('?ask=connection&by=volker-turk')
  await eventually(() => sentence(page).innerText()).toBe('Choose to whom Volker Türk may be connected.')
  expect(await page.locator('#table').count()).toBe(0)
  await slot(page, /^Whom: choose an actor/).click()
  await page.getByRole('combobox', { name: 'Whom' }).fill('southcom')
  await page
    .getByRole('option', { name: /SOUTHCOM/ })
    .first()
    .click()
  await eventually(() => sentence(page).innerText()).toMatch(/^Volker Türk is connected to SOUTHCOM in 3 steps/)
  await page.goto(`${tests.address()}/?ask=moved_first&toward=us`)
  await eventually(() => sentence(page).innerText()).toBe(
    'Nobody surely moved first away from the United States: the days of the United Kingdom and Canada overlap or are not known.',
  )
  await page.goto(`${tests.address()}/?ask=distancing&toward=nobody-here`)
  await page.getByText('This link names an actor that is no longer here: nobody-here.').waitFor()
  expect((await drawnScene(page)).lines.filter(({ lit }) => lit)).toEqual([])
  await page.getByRole('button', { name: '11 Nov · 17 acts became known.' }).waitFor()
  await page.getByRole('button', { name: 'Back to the case' }).click()
  await eventually(() => sentence(page).innerText()).toMatch(/^The United Kingdom is reported to have suspended/)
})

test('nothing earlier is shown as new while the server is slow or gone, and the answer comes when it is back', async () => {
  const server = { gone: false }
  const onRequest = async (route: Route) => {
    if (server.gone) return route.abort()
    await new Promise((resolve) => setTimeout(resolve, 500))
    return route.continue()
  }
  const page = await open('', { onRequest })
  await page.keyboard.press('1')
  const strip = page.getByRole('region', { name: 'Answer' })
  await page.locator('#answer[aria-busy="true"]').waitFor()
  expect(await page.locator('#table').count()).toBe(0)
  await page.locator('#answer[aria-busy="false"]').waitFor()
  // A slot that changes keeps the rows where they are, as those of the answer before.
  const copy = strip.getByRole('button', { name: 'Copy answer with sources' })
  expect(await copy.getAttribute('aria-disabled')).toBe('false')
  await slot(page, /^Scope: any scope/).click()
  await page.getByRole('combobox', { name: 'Scope' }).fill('lethal')
  await page.keyboard.press('Enter')
  await page.locator('#table[aria-busy="true"]').waitFor()
  expect(await page.locator('#table tbody').count()).toBe(2)
  expect(await copy.getAttribute('aria-disabled')).toBe('true')
  await strip.getByText('Loading the answer …').waitFor()
  await eventually(() => sentence(page).innerText()).toMatch(/^One did\. Canada/)
  expect(await page.locator('#table tbody').count()).toBe(1)
  await page.keyboard.press('Control+z')
  await eventually(() => sentence(page).innerText()).toMatch(/^Two did/)
  await page.locator('#answer[aria-busy="false"]').waitFor()
  const before = await sentence(page).innerText()
  server.gone = true
  await page.locator('[data-switch="CONDEMNATION"]').click()
  await strip.getByText('Above stands the answer from before.').waitFor()
  expect(await sentence(page).innerText()).toBe(before)
  expect(await page.locator('#table').getAttribute('aria-busy')).toBe('true')
  expect(await copy.getAttribute('aria-disabled')).toBe('true')
  server.gone = false
  // Whoever counts down asks again by itself; whoever is there asks at once.
  const again = page.getByRole('button', { name: /^(?:Try again|Try now)$/ }).first()
  await again.click()
  await eventually(() => sentence(page).innerText()).toMatch(/^Five did/)
})

test('of many rows the first are shown, then those that follow; the focus goes to the first that has come', async () => {
  // As where there are more rows than a page of the server has.
  const onRequest = (route: Route) =>
    route.continue({ postData: (route.request().postData() ?? '').replace('first: 40', 'first: 5') })
  const page = await open('?ask=distancing&with=condemnation+threatened+weak', { onRequest })
  const table = page.getByRole('region', { name: 'Table' })
  await table.getByRole('button', { name: /^Show the first \d+$/ }).click()
  const rows = table.locator('[data-answer="rows"] tr[data-line]')
  const lines = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-line')))
  const first = await lines()
  const [, shown, total] =
    /^(\d+) of (\d+) rows are shown$/.exec(await table.getByText(/rows are shown/).innerText()) ?? []
  expect(Number(shown)).toBe(5)
  expect(Number(total)).toBeGreaterThan(5)
  await table.getByRole('button', { name: /^Show \d more$/ }).click()
  await eventually(async () => (await lines()).length).toBeGreaterThan(first.length)
  const all = await lines()
  expect(all.slice(0, first.length)).toEqual(first)
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-line'))).toBe(all[first.length])
})

test('axe finds nothing, in light and dark, in an answer, its table, its picker, and on a phone', async () => {
  const page = await open('?level=top', { reducedMotion: 'reduce' })
  await askByKey(page, '1')
  for (const region of ['#answer', '#table']) expect(await axeFindingsInBoth(page, region)).toEqual([])
  await slot(page, /^Whom/).click()
  await page.getByRole('listbox', { name: 'Whom' }).waitFor()
  expect(await axeFindings(page, '.popover')).toEqual([])
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Who distanced themselves from the United States?', expanded: false }).click()
  expect(await axeFindings(page, '#answer')).toEqual([])
  expect(await axeFindings(page, '#table')).toEqual([])
})

import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindingsInBoth } from '../support/axe.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const { open } = pageTests()

const field = (page: Page) => page.getByRole('combobox', { name: /^Ask or search/ })
const options = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')
const option = (page: Page, name: string | RegExp) =>
  page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name })
const group = (page: Page, name: string) => page.getByRole('group', { name })

/** What a reader of the screen hears of the line that is on: its name as the browser makes it, and its place. */
async function heard(page: Page): Promise<string> {
  const id = await field(page).getAttribute('aria-activedescendant')
  if (id === null) return ''
  const line = page.locator(`[id="${id}"]`)
  const [, name = ''] = /^- option "(.*)"/u.exec(await line.ariaSnapshot()) ?? []
  return `${name}, ${await line.getAttribute('aria-posinset')} of ${await line.getAttribute('aria-setsize')}`
}

/** Types into the box from the page, as a reader does. */
async function typeInBox(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type(text)
}

const asked = (page: Page) => new URL(page.url()).searchParams
const sentence = (page: Page) => page.getByRole('region', { name: 'Answer' }).locator('h1').innerText()

test('a question is typed: chips, lines with counts, Tab takes one, Enter asks', async () => {
  const { page, troubles } = await open('', { reducedMotion: 'reduce' })
  await page.keyboard.press('/')
  await group(page, 'Questions you can type').waitFor()
  expect(await heard(page)).toBe('')
  await page.keyboard.type('who suspended toward uni')
  await option(page, 'who suspended any scope toward United States, 2 actors').waitFor()
  await option(page, 'who suspended any scope toward United Kingdom, none').waitFor()
  expect(await heard(page)).toBe('who suspended any scope toward United States, 2 actors, 1 of 10')
  expect(await field(page).getAttribute('aria-label')).toBe('Ask or search: who suspended any scope toward')
  expect(await field(page).inputValue()).toBe('uni')
  for (const name of ['Finish the question', 'Actors', 'Other questions you can type']) {
    expect(await group(page, name).getByRole('option').count()).toBeGreaterThan(2)
  }
  expect(await option(page, /^United States, state, 8 parts, 9 ties$/).count()).toBe(1)
  expect(await axeFindingsInBoth(page)).toEqual([])

  await page.keyboard.press('Tab')
  expect(await field(page).inputValue()).toBe('')
  expect(await field(page).getAttribute('aria-label')).toContain('toward United States')
  await page.keyboard.press('Enter')
  await eventually(() => sentence(page)).toContain('United Kingdom')
  expect(Object.fromEntries(asked(page))).toEqual({ ask: 'distancing', toward: 'us' })
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer')
  expect(await field(page).inputValue()).toBe('')
  expect(troubles).toEqual([])
})

test('typed through and asked at once, with other names and a day, whatever the server has answered yet', async () => {
  const { page, troubles } = await open('', {
    onRequest: async (route: Route) => {
      await new Promise((resolve) => setTimeout(resolve, 500))
      await route.continue()
    },
  })
  await typeInBox(page, 'does canada still cooperate with the usa?')
  await page.keyboard.press('Enter')
  await eventually(() => Object.fromEntries(asked(page))).toMatchObject({
    ask: 'cooperation',
    by: 'canada',
    toward: 'us',
  })
  await eventually(() => sentence(page)).toContain('Canada')
  await page.keyboard.press('Escape')
  await typeInBox(page, 'what was known on 1 October 2025')
  await page.keyboard.press('Enter')
  await eventually(() => Object.fromEntries(asked(page))).toMatchObject({ ask: 'known_on', known: '2025-10-01' })
  await typeInBox(page, 'what was known on 1/10/2025')
  await page.getByText('That date could not be read. Try 2025-10-01 or Oct 2025.').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  expect(await field(page).inputValue()).toBe('')
  await page.keyboard.type('what changed between 1 oct 2025 and 11 nov 2025')
  await page.keyboard.press('Enter')
  await eventually(() => asked(page).get('compare')).toBe('2025-10-01')
  expect(asked(page).get('ask')).toBeNull()
  expect(troubles).toEqual([])
})

test('what is no question is a search: other names, typing errors, words inside; what finds nobody says so', async () => {
  const { page, troubles } = await open()
  await typeInBox(page, 'Alvin Holsy')
  await option(page, /^Alvin Holsey, person/).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: 'Alvin Holsey' }).waitFor()
  await field(page).fill('tell me of holsey')
  await page.getByText('No actor by that name. Nearest:').waitFor()
  await option(page, /^Alvin Holsey/).waitFor()
  await field(page).fill('zzzz')
  await page.getByText('No actor by that name.', { exact: true }).waitFor()
  await group(page, 'Other questions you can type').waitFor()
  const address = page.url()
  await page.keyboard.press('Enter')
  expect(page.url()).toBe(address)
  expect(troubles).toEqual([])
})

test('a pattern is filled in slot by slot; Backspace and a click on a slot go back, Esc closes, then empties', async () => {
  const { page } = await open()
  await field(page).click()
  await option(page, /^does … still cooperate with …/).click()
  expect(await field(page).getAttribute('placeholder')).toBe('who')
  await page.getByRole('button', { name: 'Change: whom' }).waitFor()
  await page.keyboard.type('cana')
  await option(page, /^does Canada still cooperate with whom/).waitFor()
  await page.keyboard.press('Tab')
  expect(await field(page).getAttribute('aria-label')).toBe('Ask or search: does Canada still cooperate with')
  await page.getByRole('button', { name: 'Change: Canada' }).click()
  expect(await field(page).inputValue()).toBe('Canada')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Backspace')
  expect(await field(page).inputValue()).toBe('still cooperate with')
  await page.keyboard.press('Escape')
  expect(await options(page).count()).toBe(0)
  expect(await field(page).inputValue()).toBe('still cooperate with')
  await page.keyboard.press('Escape')
  expect(await field(page).inputValue()).toBe('')
  expect(await field(page).getAttribute('aria-label')).toBe('Ask or search')
})

test('a server that goes away while a question is typed: names of the page are found meanwhile, and nothing typed is lost', async () => {
  const server = { away: false }
  const { page } = await open('', {
    onRequest: (route: Route) => (server.away ? route.abort() : route.continue()),
  })
  await typeInBox(page, 'who condemned ')
  server.away = true
  await page.keyboard.type('united s')
  await page.getByText(/Names that the page knows are found meanwhile\.$/).waitFor()
  await option(page, 'who condemned United States in which words').waitFor()
  server.away = false
  await option(page, 'who condemned United States in which words, 3 events').waitFor()
  expect(await field(page).inputValue()).toBe('united s')
  await page.keyboard.press('Enter')
  await eventually(() => asked(page).get('toward')).toBe('us')
})

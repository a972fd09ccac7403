import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { askByKey } from '../support/browser.ts'
import { focus, pressUntil } from '../support/focus.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

// One browser has one clipboard: whatever looks at it stands in this file, where tests take turns.
const { open, address } = pageTests()

const PERMISSIONS = ['clipboard-read', 'clipboard-write']
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const said = (page: Page) => page.getByRole('status').allInnerTexts()
const words = async (page: Page) => (await focus(page)).words

test('ask, rows, quote, its citation, the answer with its sources, link, and the same again from the link: by keyboard alone', async () => {
  const { page, troubles } = await open('', { permissions: PERMISSIONS })
  await page.keyboard.press('1')
  const sentence = page.getByRole('region', { name: 'Answer' }).locator('h1')
  await page.locator('#table').waitFor()
  const answer = await sentence.innerText()
  await eventually(() => said(page)).toContainEqual(expect.stringContaining('left out by the strict rule'))

  await pressUntil(page, 'F6', ({ region }) => region === 'table')
  await pressUntil(page, 'Tab', (at) => at.words.startsWith('United Kingdom, suspended'))
  await page.keyboard.press('ArrowDown')
  expect(await words(page)).toMatch(/^Canada, suspended/)
  await page.keyboard.press('ArrowUp')
  for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowRight')
  expect(await focus(page)).toMatchObject({ column: 'Origins', words: expect.stringMatching(/^1 · CNN/) })
  await page.keyboard.press('Escape')
  expect(await words(page)).toMatch(/^United Kingdom/)
  await pressUntil(page, 'ArrowRight', (at) => at.words.startsWith('1 · CNN'))
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByText('ASSERTS').first().waitFor()
  await pressUntil(page, 'Tab', (at) => at.words.startsWith('Evidence 1 of'))
  expect(await words(page)).toMatch(/Asserts\. .*CNN.*Paraphrase\./)
  const panel = await details.locator('h2').first().innerText()
  await pressUntil(page, 'Tab', (at) => at.words === 'Copy citation')
  await page.keyboard.press('Enter')
  await eventually(() => said(page)).toContainEqual(expect.stringContaining('Citation copied.'))
  expect(await copied(page)).toMatch(
    /^Unnamed sources to CNN: The United Kingdom suspended .* \(paraphrase\)\. CNN, carried by Realist English, 11 Nov 2025, reliability F: cannot be judged yet\. Asserts: The United Kingdom is reported .* http:\S+open=event\S+$/,
  )

  await page.keyboard.press('Shift+F6')
  await pressUntil(page, 'Shift+F6', ({ region }) => region === 'answer')
  await page.keyboard.press('c')
  await eventually(() => copied(page)).toMatch(/^http.*ask=distancing.*open=event/)
  const link = await copied(page)

  await page.keyboard.press('Escape')
  await details.waitFor({ state: 'detached' })
  await pressUntil(page, 'F6', ({ region }) => region === 'answer')
  await pressUntil(page, 'Tab', (at) => at.words === 'Copy answer with sources')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  expectAnswer(await copied(page), answer)

  const again = await open(new URL(link).search)
  expect(await again.page.getByRole('complementary', { name: 'Details' }).locator('h2').first().innerText()).toBe(panel)
  await again.page.keyboard.press('Escape')
  await eventually(() => again.page.getByRole('region', { name: 'Answer' }).locator('h1').innerText()).toBe(answer)
  expect(new URL(again.page.url()).searchParams.get('known')).toBe('2025-11-11')
  expect([...troubles, ...again.troubles]).toEqual([])
})

function expectAnswer(text: string, sentence: string): void {
  expect(text).toMatch(/^Who distanced themselves from the United States\?\n/)
  expect(text).toContain(sentence)
  expect(text).toContain('As known on 11 Nov 2025, happened any time to 11 Nov 2025, at the level of actors.')
  expect(text).toMatch(/\n1\. United Kingdom; Act: suspended \(intelligence\); .* \[1\]\n2\. Canada; .* \[2\]\n/)
  expect(text).toMatch(/\n\[1\] CNN, carried by Realist English, .*reliability F: cannot be judged yet/)
  const link = new URL(text.split('\n').at(-1) ?? '')
  expect(link.origin).toBe(address())
  expect(Object.fromEntries(link.searchParams)).toMatchObject({ ask: 'distancing', toward: 'us', known: '2025-11-11' })
}

test('a link that is copied opens the same view, under the day that held', async () => {
  const violence = (of: Page) =>
    of
      .locator('section', { has: of.getByRole('heading', { name: /^Kinds of act/ }) })
      .getByRole('checkbox', { name: /^Violence/ })
  const { page } = await open('', { permissions: PERMISSIONS })
  await violence(page).uncheck()
  await askByKey(page, '5')
  await page.getByRole('button', { name: 'Copy link' }).click()
  await eventually(() => said(page)).toContainEqual(expect.stringContaining('Link copied.'))
  const link = await copied(page)
  expect(new URL(link).searchParams.get('known')).toBe('2025-11-11')
  const heading = await page.locator('h1').innerText()
  await page.goto(link)
  await page.locator('#table').waitFor()
  expect(await page.locator('h1').innerText()).toBe(heading)
  expect(await violence(page).isChecked()).toBe(false)

  // Where the browser lets no page copy, the link is shown.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.getByRole('button', { name: 'Copy link' }).click()
  const field = page.getByRole('dialog', { name: 'Link to this view' }).getByRole('textbox')
  expect(await field.inputValue()).toMatch(/hide=violence/)
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })
})

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { drawnScene, litEvents } from '../support/browser.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const { open } = pageTests()

const PERMISSIONS = ['clipboard-read', 'clipboard-write']
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** What has the focus: the region that holds it, and its own words. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    const region = at?.closest('nav, section[aria-label], aside, [role=application]')
    return {
      region: region?.id ?? '',
      id: at?.id ?? '',
      words: (at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim(),
    }
  })

/** Presses a key until the focus is where it is wanted. */
async function pressUntil(page: Page, key: string, there: (at: Awaited<ReturnType<typeof focus>>) => boolean) {
  for (let press = 0; press < 40; press++) {
    if (there(await focus(page))) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead there; the focus is on ${JSON.stringify(await focus(page))}.`)
}

test('ask, row, quote, answer with sources, link, and the same again from the link: by keyboard alone', async () => {
  const { page, troubles } = await open('', { permissions: PERMISSIONS })
  await page.keyboard.press('1')
  const sentence = page.getByRole('region', { name: 'Answer' }).locator('h1')
  await page.locator('#table').waitFor()
  const answer = await sentence.innerText()
  await eventually(() => page.getByRole('status').allInnerTexts()).toContainEqual(
    expect.stringContaining('left out by the strict rule'),
  )

  await pressUntil(page, 'F6', ({ region }) => region === 'table')
  await pressUntil(page, 'Tab', ({ words }) => words.startsWith('United Kingdom, suspended'))
  await pressUntil(page, 'ArrowRight', ({ words }) => words.startsWith('1 · CNN'))
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByText('ASSERTS').first().waitFor()
  await pressUntil(page, 'Tab', ({ words }) => words.startsWith('Evidence 1 of'))
  expect((await focus(page)).words).toMatch(/Asserts\. .*CNN.*Paraphrase\./)
  const panel = await details.locator('h2').first().innerText()

  await page.keyboard.press('Shift+F6')
  await pressUntil(page, 'Shift+F6', ({ region }) => region === 'answer')
  await page.keyboard.press('c')
  await eventually(() => copied(page)).toMatch(/^http.*ask=distancing.*open=event/)
  const link = await copied(page)

  await page.keyboard.press('Escape')
  await details.waitFor({ state: 'detached' })
  await pressUntil(page, 'F6', ({ region }) => region === 'answer')
  await pressUntil(page, 'Tab', ({ words }) => words === 'Copy answer with sources')
  await page.keyboard.press('Enter')
  await eventually(() => copied(page)).toContain('United Kingdom')
  const text = await copied(page)
  expect(text).toContain(answer)
  expect(text).toContain('CNN')
  expect(text).toContain('11 Nov 2025')
  expect(text).toContain('http')

  const again = await open(new URL(link).search)
  expect(await again.page.getByRole('complementary', { name: 'Details' }).locator('h2').first().innerText()).toBe(panel)
  await again.page.keyboard.press('Escape')
  await eventually(() => again.page.getByRole('region', { name: 'Answer' }).locator('h1').innerText()).toBe(answer)
  expect(new URL(again.page.url()).searchParams.get('known')).toBe('2025-11-11')
  expect([...troubles, ...again.troubles]).toEqual([])
})

test('F6 goes through the regions and back, the first stops of Tab skip to them, and each has its name', async () => {
  const { page } = await open()
  await page.keyboard.press('1')
  await page.locator('#table').waitFor()
  const through: string[] = []
  for (let press = 0; press < 6; press++) {
    await page.keyboard.press('F6')
    through.push((await focus(page)).id)
  }
  expect(through).toEqual(['questions', 'answer', 'picture', 'table', 'time', 'questions'])
  await page.keyboard.press('Shift+F6')
  expect((await focus(page)).id).toBe('time')
  for (const name of ['Answer', 'Picture', 'Table', 'Time']) {
    expect(await page.getByRole('region', { name, exact: true }).count(), name).toBe(1)
  }
  expect(await page.getByRole('navigation', { name: 'Questions' }).count()).toBe(1)

  await page.reload()
  await page.locator('#table').waitFor()
  await page.keyboard.press('Tab')
  await pressUntil(page, 'Tab', ({ words }) => words === 'Skip to the table')
  await page.keyboard.press('Enter')
  expect((await focus(page)).region).toBe('table')
})

test('along the picture every actor and every line is reached, and Escape leads back step by step', async () => {
  const { page, troubles } = await open()
  await page.keyboard.press('1')
  await page.locator('#table').waitFor()
  await page.locator('#picture').focus()
  const reached = new Set<string>()
  const { actors, lines } = await drawnScene(page)
  const at = () => page.locator('#picture').getAttribute('data-focused')
  for (const actor of actors) {
    await page.keyboard.press('ArrowDown')
    const start = await at()
    reached.add(start ?? actor.id)
    await page.keyboard.press('ArrowRight')
    const first = await at()
    for (let guard = 0; guard <= lines.length && first !== start; guard++) {
      reached.add((await at()) ?? actor.id)
      await page.keyboard.press('ArrowDown')
      if ((await at()) === first) break
    }
    await page.keyboard.press('ArrowLeft')
    expect(await at()).toBe(start)
  }
  expect([...reached].sort()).toEqual([...actors, ...lines].map(({ id }) => id).sort())
  await page.keyboard.press('Shift+Enter')
  await page.getByRole('complementary', { name: 'Details' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('complementary', { name: 'Details' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await eventually(() => page.locator('ol button[aria-pressed="true"]').count()).toBe(0)
  expect(await litEvents(page)).toEqual([])
  expect(troubles).toEqual([])
})

test('the list of keys opens beside the picture, gives the focus back, and switches single letters off', async () => {
  const { page } = await open()
  await page.locator('#picture').focus()
  await page.keyboard.press('?')
  const sheet = page.getByRole('complementary', { name: 'Keyboard' })
  await sheet.waitFor()
  expect((await focus(page)).id).toBe('details')
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  expect((await focus(page)).id).toBe('picture')

  await page.keyboard.press('?')
  await sheet.getByRole('checkbox', { name: /^Keys of a single letter/ }).uncheck()
  await page.keyboard.press('Escape')
  for (const key of ['1', 'l', 't', '?', '/']) await page.keyboard.press(key)
  expect(new URL(page.url()).search).toBe('')
  expect(await sheet.count()).toBe(0)
  expect((await focus(page)).id).toBe('picture')
  await page.keyboard.press('F6')
  expect((await focus(page)).id).toBe('time')
  await page.reload()
  await page.locator('#picture').waitFor()
  await page.keyboard.press('t')
  await page.getByRole('button', { name: 'Keyboard' }).click()
  expect(await sheet.getByRole('checkbox', { name: /^Keys of a single letter/ }).isChecked()).toBe(false)
  expect(new URL(page.url()).search).toBe('')
})

test('letters do nothing in a field, and the level, the way to draw, the focus and the list have each their letter', async () => {
  const { page } = await open()
  const search = () => new URL(page.url()).search
  await page.keyboard.press('/')
  await page.keyboard.type('lt')
  expect(search()).toBe('')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('#picture').focus()
  await page.keyboard.press('t')
  expect(search()).toBe('?level=top')
  await page.keyboard.press('t')
  await page.keyboard.press('b')
  expect(search()).toBe('?draw=events')
  await page.keyboard.press('l')
  expect(search()).toBe('?draw=events&show=events')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  expect(search()).toBe('')
  await page.keyboard.press('Control+Shift+z')
  expect(search()).toBe('?draw=events')
  await eventually(() => page.getByRole('status').allInnerTexts()).toContainEqual(
    expect.stringContaining('Done again: way to draw a tie.'),
  )
})

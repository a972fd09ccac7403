import { expect, test } from 'vitest'
import { drawnScene, litEvents } from '../support/browser.ts'
import { focus, pressUntil } from '../support/focus.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const { open } = pageTests()

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

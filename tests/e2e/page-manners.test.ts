import type { Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { overlap, type Rect } from '../../client/canvas/geometry.ts'
import { axeFindings } from '../support/axe.ts'
import { askByKey, drawnScene, litEvents } from '../support/browser.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const { open } = pageTests()

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('axe finds nothing on the first screen, an answer, the evidence and the list, and nothing is reported', async () => {
    const { page, troubles } = await open('', { colorScheme })
    expect(await axeFindings(page)).toEqual([])
    await askByKey(page, '1')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: /^Open: United Kingdom/ }).click()
    await page.getByText('ASSERTS').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('l')
    await page.locator('table[data-list="events"]').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('/')
    await page.keyboard.type('Turk')
    await page.getByRole('option').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(troubles).toEqual([])
  })
})

const SCREENS = [
  ['the first screen', 1440, 900, []],
  ['an answer', 1440, 900, ['1']],
  ['all events', 1440, 900, ['4']],
  ['a small window', 1024, 700, ['3']],
  ['a large window', 1920, 1080, []],
] as const

describe.each(SCREENS)('on %s of %d × %d', (_, width, height, keys) => {
  test.each(['', '?level=top'])(
    'no label touches another, a chip, or an actor that it does not name %s',
    async (query) => {
      const { page } = await open(query, { viewport: { width, height } })
      for (const key of keys) await askByKey(page, key)
      const { actors, labels, chips } = await drawnScene(page)
      const touching = (a: Rect, others: readonly { readonly rect: Rect }[]) =>
        others.filter(({ rect }) => overlap(a, rect))
      for (const label of labels) {
        const others = labels.filter((other) => other !== label)
        expect(touching(label.rect, others), label.text).toEqual([])
        expect(touching(label.rect, chips), label.text).toEqual([])
        expect(
          touching(
            label.rect,
            actors.filter(({ box }) => !box),
          ),
          label.text,
        ).toEqual([])
      }
      const named = new Set(labels.map(({ of }) => of))
      expect(actors.filter(({ id }) => !named.has(id)).map(({ name }) => name)).toEqual([])
    },
  )

  test('boxes stand apart, and everything is in the window', async () => {
    const { page } = await open('', { viewport: { width, height } })
    for (const key of keys) await askByKey(page, key)
    const { actors } = await drawnScene(page)
    const boxes = actors.filter(({ box }) => box)
    for (const box of boxes) {
      expect(boxes.filter((other) => other !== box && overlap(box.rect, other.rect)).map(({ name }) => name)).toEqual(
        [],
      )
    }
    expect(boxes.length).toBe(5)
    const { labels, camera } = await drawnScene(page)
    const outside = [...actors, ...labels].filter(({ rect }) => {
      const [x, y] = [rect.x * camera.zoom + camera.pan.x, rect.y * camera.zoom + camera.pan.y]
      const [w, h] = [(rect.w / 2) * camera.zoom, (rect.h / 2) * camera.zoom]
      return x - w < 0 || y - h < 0 || x + w > camera.width || y + h > camera.height
    })
    expect(outside).toEqual([])
  })
})

test('no actor moves while kinds are switched off and an answer is closed and asked again', async () => {
  const { page } = await open()
  const before = await drawnScene(page)
  await page.getByLabel(/^Condemnation/).uncheck()
  await eventually(async () => (await drawnScene(page)).lines.length).toBe(before.lines.length - 5)
  expect((await drawnScene(page)).actors).toEqual(before.actors)
  await askByKey(page, '1')
  await page.keyboard.press('Escape')
  await eventually(async () => (await drawnScene(page)).actors).toEqual(before.actors)
})

test('the whole way by keyboard: ask, go to the table, open the evidence, back to where it was, along the picture', async () => {
  const { page, troubles } = await open()
  await page.keyboard.press('1')
  await page.locator('#table').waitFor()
  for (let press = 0; press < 4; press++) await page.keyboard.press('F6')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('table')
  const openButton = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  for (let press = 0; press < 12 && !(await openButton()).startsWith('Open: United Kingdom'); press++) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: 'Details' }).getByText('ASSERTS').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('details')
  await page.keyboard.press('Escape')
  await page.getByRole('complementary', { name: 'Details' }).waitFor({ state: 'detached' })
  expect(await openButton()).toMatch(/^Open: United Kingdom/)

  await page.locator('#picture').focus()
  const reached = new Set<string>()
  const { actors, lines } = await drawnScene(page)
  for (const actor of actors) {
    await page.keyboard.press('ArrowRight')
    const at = () => page.locator('#picture').getAttribute('data-focused')
    const start = await at()
    for (let guard = 0; guard <= lines.length; guard++) {
      reached.add((await at()) ?? actor.id)
      await page.keyboard.press('ArrowDown')
      if ((await at()) === start) break
    }
  }
  expect([...reached].sort()).toEqual([...actors, ...lines].map(({ id }) => id).sort())
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: 'Details' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await eventually(() => page.locator('ol button[aria-pressed="true"]').count()).toBe(0)
  expect(await litEvents(page)).toEqual([])
  expect(troubles).toEqual([])
})

test('a server that is away is a sentence that says what to do; the picture stays, and Try again asks again', async () => {
  let away = false
  const { page } = await open('', { onRequest: (route) => (away ? route.abort() : route.continue()) })
  away = true
  await page.keyboard.press('1')
  const alert = page.getByRole('alert')
  await alert.waitFor()
  expect(await alert.innerText()).toContain('The server does not answer. Nothing is lost.')
  expect((await drawnScene(page)).actors).toHaveLength(26)
  away = false
  await alert.getByRole('button', { name: 'Try again' }).click()
  await page.locator('#table').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('while the server is away nothing is asked again by itself', async () => {
  let asked = 0
  const errors = [{ message: 'Not ready.', extensions: { code: 'SERVICE_UNAVAILABLE' } }]
  const onRequest = (route: Route) => {
    asked++
    return route.fulfill({ status: 503, json: { errors } })
  }
  const { page } = await open('', { ready: '[role="alert"]', onRequest })
  expect(await page.getByRole('alert').first().innerText()).toContain('Not ready.')
  await page.keyboard.press('l')
  await page.keyboard.press('l')
  expect(asked).toBe(1)
})

test('beside the details no table scrolls sideways, and a long sentence takes three lines until all of it is wanted', async () => {
  const { page } = await open()
  await askByKey(page, '1')
  await page.getByLabel(/^Condemnations/).click()
  await eventually(() => page.locator('table[data-answer="rows"] tbody').count()).toBe(5)
  for (const key of ['1', '2', '3', '4', '5', '6']) {
    await askByKey(page, key)
    await page
      .getByRole('button', { name: /^Open: / })
      .first()
      .click()
    await page.getByRole('complementary', { name: 'Details' }).locator('h2').waitFor()
    const wider = () => page.locator('#table').evaluate((table) => table.scrollWidth - table.clientWidth)
    expect(await wider(), key).toBe(0)
    if (key !== '1') continue
    const lines = () =>
      page.locator('h1').evaluate((h1) => h1.clientHeight / parseFloat(getComputedStyle(h1).lineHeight))
    expect(await lines()).toBeCloseTo(3)
    const more = page.getByRole('button', { name: 'Show all' })
    expect(await more.getAttribute('aria-expanded')).toBe('false')
    await more.click()
    expect(await lines()).toBeGreaterThan(6)
    await page.getByRole('button', { name: 'Show less' }).click()
    expect(await lines()).toBeCloseTo(3)
  }
})

test('a day that is emptied is the latest again', async () => {
  const { page } = await open()
  const day = page.getByLabel('As known on')
  await day.fill('2025-10-01')
  await page.getByRole('button', { name: 'Latest' }).waitFor()
  await day.fill('')
  await page.getByRole('button', { name: 'Latest' }).waitFor({ state: 'detached' })
  await page.locator('h1').click()
  expect(await day.inputValue()).toBe('2025-11-11')
})

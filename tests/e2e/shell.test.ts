import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFindingsInBoth } from '../support/axe.ts'
import { askByKey, drawnScene, onScreen } from '../support/browser.ts'
import { weighPage } from '../support/bundle.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const { open } = pageTests()

const said = (page: Page) => page.getByRole('status').allInnerTexts()
const kinds = (page: Page) => page.locator('section', { has: page.getByRole('heading', { name: /^Kinds of act/ }) })
const sizeOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).boundingBox()
  return box && [Math.round(box.width), Math.round(box.height)]
}

test('the page weighs what it may: 280 kB until it answers, 480 in all', () => {
  const { shell, whole } = weighPage(fileURLToPath(new URL('../../dist/client', import.meta.url)), 'index.html')
  expect(shell).toBeGreaterThan(50_000)
  expect(shell).toBeLessThan(280_000)
  expect(whole).toBeGreaterThan(shell + 100_000)
  expect(whole).toBeLessThan(480_000)
})

test('the regions stand in their places, and the page says what it is', async () => {
  const { page, troubles } = await open('', { reducedMotion: 'reduce' })
  expect(await sizeOf(page, '.top-bar')).toEqual([1440, 48])
  expect(await sizeOf(page, '#questions')).toEqual([264, 852])
  expect(await sizeOf(page, '.ask-box')).toEqual([560, 32])
  expect(await sizeOf(page, '#time')).toEqual([1176, 152])
  await eventually(() => said(page)).toContainEqual(
    expect.stringMatching(/^Case Caribbean strikes, 2025\. .*17 events, 5 answered\. Press 1 to 5 for questions/),
  )
  expect(
    await page.locator('#questions .left-inside').evaluate((column) => column.scrollHeight - column.clientHeight),
  ).toBe(0)
  await askByKey(page, '1')
  await eventually(() => sizeOf(page, '#time')).toEqual([1176, 84])
  // A low window that is not wide holds picture, answer and time whole.
  await page.setViewportSize({ width: 1180, height: 800 })
  await eventually(() => page.locator('.middle').evaluate((it) => it.scrollHeight - it.clientHeight)).toBe(0)
  expect((await sizeOf(page, '.picture'))?.[1]).toBeGreaterThanOrEqual(320)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.keyboard.press('?')
  await page.getByRole('complementary', { name: 'Keyboard' }).waitFor()
  expect((await sizeOf(page, '#details'))?.[0]).toBe(376)
  expect(await axeFindingsInBoth(page)).toEqual([])
  expect(troubles).toEqual([])
})

test('light and dark go with the system until one is chosen, which stays', async () => {
  const { page } = await open('', { colorScheme: 'dark' })
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await ground()).toBe('rgb(20, 23, 27)')
  await page.emulateMedia({ colorScheme: 'light' })
  await eventually(ground).toBe('rgb(255, 255, 255)')
  await page.getByRole('button', { name: 'Colours' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await eventually(ground).toBe('rgb(20, 23, 27)')
  await page.reload()
  await page.locator('#picture').waitFor()
  expect(await ground()).toBe('rgb(20, 23, 27)')
  await page.emulateMedia({ media: 'print' })
  expect(await ground()).toBe('rgb(255, 255, 255)')
})

test('undo and redo name their step and take it back; back and forward lead through the same steps', async () => {
  const { page } = await open()
  const condemnation = kinds(page).getByRole('checkbox', { name: /^Condemnation/ })
  await condemnation.uncheck()
  await eventually(() => said(page)).toContainEqual(expect.stringContaining('Condemnation hidden.'))
  await page.getByRole('checkbox', { name: /^Part of, leads/ }).uncheck()
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.hover()
  expect(await page.getByRole('tooltip').innerText()).toContain('Undo: affiliations hidden')
  await undo.click()
  await undo.click()
  expect(await condemnation.isChecked()).toBe(true)
  expect(await undo.getAttribute('aria-disabled')).toBe('true')
  await eventually(() => said(page)).toContainEqual(expect.stringContaining('Undone: Condemnation hidden.'))
  await page.getByRole('button', { name: 'Redo' }).click()
  expect(await condemnation.isChecked()).toBe(false)

  await askByKey(page, '3')
  await page.goBack()
  await eventually(() => page.locator('ol button[aria-pressed="true"]').count()).toBe(0)
  expect(await condemnation.isChecked()).toBe(false)
  await page.goForward()
  await eventually(() => page.locator('ol button[aria-pressed="true"]').count()).toBe(1)
})

test('kinds and claims are hidden by a click, one alone is shown by Alt-click, and no actor moves', async () => {
  const { page } = await open()
  const before = await drawnScene(page)
  const events = async () => (await drawnScene(page)).lines.flatMap((line) => line.events).length
  expect(await events()).toBe(17)
  await kinds(page)
    .getByRole('checkbox', { name: /^Condemnation/ })
    .uncheck()
  await eventually(events).toBe(12)
  await kinds(page)
    .getByText('Suspension')
    .click({ modifiers: ['Alt'] })
  await eventually(events).toBe(3)
  await kinds(page)
    .getByText('Suspension')
    .click({ modifiers: ['Alt'] })
  await eventually(events).toBe(17)
  await page.getByRole('checkbox', { name: /^Answered/ }).uncheck()
  await eventually(events).toBe(12)
  const places = ({ actors }: typeof before) => actors.map(({ id, rect }) => [id, rect.x, rect.y])
  expect(places(await drawnScene(page))).toEqual(places(before))
})

describe('where room is scarce', () => {
  test('a rail lets the left column float; Escape closes it and gives the focus back, and so does what lies beside', async () => {
    const { page } = await open('', { viewport: { width: 1024, height: 768 }, reducedMotion: 'reduce' })
    expect((await sizeOf(page, '#questions'))?.[0]).toBe(48)
    const button = page.getByRole('button', { name: 'Kinds of act' })
    await button.click()
    await kinds(page)
      .getByRole('checkbox', { name: /^Coercion/ })
      .uncheck()
    expect(await axeFindingsInBoth(page)).toEqual([])
    await page.keyboard.press('Escape')
    await kinds(page).waitFor({ state: 'hidden' })
    expect(await button.evaluate((it) => it === document.activeElement)).toBe(true)
    expect(new URL(page.url()).search).toBe('?hide=coercion')
    await button.click()
    await kinds(page).waitFor()
    await page.locator('#answer').click({ position: { x: 500, y: 8 } })
    await kinds(page).waitFor({ state: 'hidden' })
  })

  test('a phone shows one part at a time, and what is asked in the filters is answered at once', async () => {
    const { page } = await open('', { viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: 'reduce' })
    const tab = (name: string) =>
      page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('button', { name })
    expect(await sizeOf(page, '.top-bar')).toEqual([390, 52])
    expect(await sizeOf(page, '.picture')).toEqual([390, 232])
    expect(await sizeOf(page, '.phone-tabs')).toEqual([390, 60])
    // Boxes are closed here; a finger opens one, which the link carries, and two fingers come nearer.
    const closed = await drawnScene(page)
    const disc = closed.actors.find(({ id }) => id === 'us')?.rect ?? { x: 0, y: 0 }
    const at = await onScreen(page, closed, disc)
    await page.touchscreen.tap(at.x, at.y)
    await eventually(() => new URL(page.url()).searchParams.get('unfolded')).toBe('us')
    await eventually(async () => (await drawnScene(page)).actors.find(({ id }) => id === 'us')?.box).toBe(true)
    const finger = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: apart === 0 ? [] : [195 - apart, 195 + apart].map((x) => ({ x, y: 400 })),
      })
    const { zoom } = (await drawnScene(page)).camera
    await touch('touchStart', 30)
    for (const apart of [45, 60]) await touch('touchMove', apart)
    await touch('touchEnd', 0)
    await eventually(async () => (await drawnScene(page)).camera.zoom / zoom).toBeGreaterThan(1.5)
    // On a wide page every box is open; what was opened on the phone closes none.
    await page.setViewportSize({ width: 1440, height: 900 })
    await eventually(async () => (await drawnScene(page)).actors.find(({ id }) => id === 'us')?.box).toBe(true)
    await page.setViewportSize({ width: 390, height: 844 })
    await tab('Time').click()
    expect(await page.locator('#time').isVisible()).toBe(true)
    expect(await page.locator('#answer').isVisible()).toBe(false)
    await tab('Filters').click()
    expect(await axeFindingsInBoth(page)).toEqual([])
    await page.getByRole('button', { name: /^Who condemned whom/ }).click()
    await page.locator('#table').waitFor()
    expect(await tab('Answer').getAttribute('aria-current')).toBe('true')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Undo' }).click()
    await page.locator('#table').waitFor({ state: 'detached' })
  })
})

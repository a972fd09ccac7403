import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { SceneDescription } from '../../client/canvas/describe.ts'
import { axeFindings } from '../support/axe.ts'
import { drawnScene, onScreen } from '../support/browser.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const { open, address } = pageTests()

const placeOf = ({ actors }: SceneDescription, id: string) => {
  const rect = actors.find((actor) => actor.id === id)?.rect
  if (!rect) throw new Error(`${id} is not drawn.`)
  return { x: rect.x, y: rect.y }
}
const places = ({ actors }: SceneDescription) =>
  new Map(actors.map(({ id, rect }) => [id, `${Math.round(rect.x)} ${Math.round(rect.y)}`]))
const lineOf = ({ lines }: SceneDescription, event: string) => {
  const line = lines.find(({ events }) => events.some((id) => id.endsWith(`/${event}`)))
  if (!line) throw new Error(`${event} is not drawn.`)
  return line
}
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })

test('the pointer says what a line is, a click opens it, and what is opened stands out where it stood', async () => {
  const { page } = await open()
  const before = await drawnScene(page)
  const line = await onScreen(page, before, lineOf(before, 'uk-suspends-intelligence').on)
  await page.mouse.move(line.x, line.y)
  await eventually(() => page.locator('.tooltip').innerText()).toMatch(
    /maritime intelligence.*Sep to 11 Oct 2025.*reported/,
  )
  await page.mouse.click(line.x, line.y)
  await details(page).waitFor()
  await eventually(async () => (await drawnScene(page)).lines.filter(({ lit }) => lit).map(({ kind }) => kind)).toEqual(
    ['SUSPENSION'],
  )
  await page.keyboard.press('Escape')
  await eventually(async () => places(await drawnScene(page))).toEqual(places(before))
  // Neither does an answer move anybody.
  await page.keyboard.press('L')
  await page.keyboard.press('L')
  await eventually(async () => places(await drawnScene(page))).toEqual(places(before))
})

test('an actor stays where it is dragged, in one step of undo, and the link brings it there again', async () => {
  const { page } = await open()
  const before = await drawnScene(page)
  const from = await onScreen(page, before, placeOf(before, 'canada'))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y - 40, { steps: 4 })
  await page.mouse.move(from.x + 110, from.y - 60, { steps: 4 })
  await page.mouse.up()
  await eventually(() => page.url()).toContain('moved=canada')
  const after = await drawnScene(page)
  expect(Math.abs(placeOf(after, 'canada').x - placeOf(before, 'canada').x - 110)).toBeLessThan(12)
  const others = (scene: SceneDescription) => [...places(scene)].filter(([id]) => id !== 'canada')
  expect(others(after)).toEqual(others(before))
  const { page: again } = await open(page.url().replace(`${address()}/`, ''))
  await eventually(async () => places(await drawnScene(again))).toEqual(places(after))
  await page.keyboard.press('Control+z')
  await eventually(async () => places(await drawnScene(page))).toEqual(places(before))
})

test('a double click is about one actor: the camera comes nearer, the rest is veiled, and Esc goes back', async () => {
  const { page } = await open('', { reducedMotion: 'reduce' })
  const before = await drawnScene(page)
  const disc = await onScreen(page, before, placeOf(before, 'volker-turk'))
  await page.mouse.dblclick(disc.x, disc.y)
  await eventually(() => page.url()).toContain('focus=volker-turk')
  const focused = await drawnScene(page)
  const { width, height } = focused.camera
  const seen = {
    x: placeOf(focused, 'volker-turk').x + focused.camera.pan.x,
    y: placeOf(focused, 'volker-turk').y + focused.camera.pan.y,
  }
  expect(seen.x > 0 && seen.x < width && seen.y > 0 && seen.y < height).toBe(true)
  const span = (scene: SceneDescription) => Math.abs(placeOf(scene, 'canada').x - placeOf(scene, 'mexico').x)
  expect(span(focused)).toBeGreaterThan(span(before))
  expect(focused.actors.find(({ id }) => id === 'canada')?.dimmed).toBe(true)
  for (let step = 0; step < 2 && page.url().includes('focus='); step++) await page.keyboard.press('Escape')
  await eventually(async () => places(await drawnScene(page))).toEqual(places(before))
})

test('two days stand beside each other: one layout, ghosts at the left, one camera', async () => {
  const { page } = await open('?ask=known_on&known=2025-11-11&compare=2025-10-01&level=top', {
    reducedMotion: 'reduce',
  })
  const right = await drawnScene(page)
  const left = await drawnScene(page, '#picture-beside')
  for (const { id, rect } of left.actors) {
    const other = placeOf(right, id)
    expect(Math.hypot(rect.x - other.x, rect.y - other.y), id).toBeLessThan(2)
  }
  expect(new Set(left.lines.map(({ mark }) => mark))).toEqual(new Set(['GHOST']))
  expect(right.lines.every(({ mark }) => mark === null)).toBe(true)
  expect(left.actors.find(({ id }) => id === 'canada')?.dimmed).toBe(true)
  expect(left.labels.filter(({ text }) => text.includes('not yet reported'))).toHaveLength(left.lines.length)
  await page.getByText('2 had happened, drawn as ghosts').waitFor()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await eventually(async () => places(await drawnScene(page))).not.toEqual(places(right))
  const away = async () => {
    const [one, other] = [await drawnScene(page), await drawnScene(page, '#picture-beside')]
    return Math.hypot(
      placeOf(one, 'canada').x - placeOf(other, 'canada').x,
      placeOf(one, 'canada').y - placeOf(other, 'canada').y,
    )
  }
  await eventually(away).toBeLessThan(3)
  expect(await axeFindings(page)).toEqual([])
})

test('the pair that is opened is drawn as a band, a line a kind, or a line an event with its words', async () => {
  const { page } = await open('?ask=cooperation&by=canada&toward=us&open=tie%3Acanada%3Eus&draw=events')
  const words = async () => (await drawnScene(page)).labels.map(({ text }) => text.replaceAll('\n', ' '))
  await eventually(words).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^suspension · restriction .*lethal missions.* Sep to 11 Nov 2025$/),
    ]),
  )
  await page.locator('body').press('b')
  await eventually(async () => (await drawnScene(page)).chips.map(({ text }) => text)).toContain('2')
})

test('the answer and its table are there before the canvas, and without it', async () => {
  const { page } = await open('?ask=distancing&toward=us', {
    ready: '#table',
    before: (opening) => opening.route(/graph-canvas/, () => {}),
  })
  await page.getByRole('row', { name: /^United Kingdom/ }).waitFor()
  expect(await page.locator('#picture[data-actors]').count()).toBe(0)
})

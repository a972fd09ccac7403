import { expect, test } from 'vitest'
import type { SceneDescription } from '../../client/canvas/describe.ts'
import { axeFindingsInBoth } from '../support/axe.ts'
import { drawnScene, onScreen } from '../support/browser.ts'
import { eventually, pageTests } from '../support/page-tests.ts'
import { serverMoods } from '../support/server-moods.ts'

const { open, address } = pageTests()

const names = ({ actors }: SceneDescription) => actors.map(({ name }) => name)
const placeOf = ({ actors }: SceneDescription, id: string) => {
  const rect = actors.find((actor) => actor.id === id)?.rect
  if (!rect) throw new Error(`${id} is not drawn.`)
  return { x: rect.x, y: rect.y }
}
const labelOf = ({ labels }: SceneDescription, words: string) => {
  const label = labels.find(({ text }) => text === words)
  if (!label) throw new Error(`Nothing says ${words}.`)
  return label.rect
}

test('the title of a box closes it, the closed box opens it, and nothing else moves meanwhile', async () => {
  const { page } = await open()
  const before = await drawnScene(page)
  expect(names(before)).toContain('UK officials')
  const title = await onScreen(page, before, labelOf(before, 'United Kingdom'))
  await page.mouse.click(title.x, title.y)
  await eventually(async () => names(await drawnScene(page))).not.toContain('UK officials')
  const closed = await drawnScene(page)
  // Acts of its parts are its own now.
  expect(closed.lines.filter(({ id }) => id.includes('uk-officials'))).toEqual([])
  expect(closed.actors.find(({ id }) => id === 'uk')?.box).toBe(false)
  for (const id of ['canada', 'mexico', 'legal-experts'])
    expect(
      Math.hypot(placeOf(closed, id).x - placeOf(before, id).x, placeOf(closed, id).y - placeOf(before, id).y),
      id,
    ).toBeLessThan(24)
  const disc = await onScreen(page, closed, placeOf(closed, 'uk'))
  await page.mouse.click(disc.x, disc.y)
  await eventually(async () => names(await drawnScene(page))).toContain('UK officials')
  await page.keyboard.press('Control+z')
  await eventually(async () => names(await drawnScene(page))).not.toContain('UK officials')
})

test('the keyboard closes and opens a box, and shows the events that it holds', async () => {
  const { page } = await open('?level=top')
  const top = await drawnScene(page)
  const inside = await onScreen(page, top, labelOf(top, '3 events inside'))
  await page.mouse.click(inside.x, inside.y)
  await page.getByRole('complementary', { name: 'Details' }).getByText('inside').first().waitFor()
  await page.keyboard.press('Escape')
  await page.locator('#picture').focus()
  for (let step = 0; (await page.locator('#picture').getAttribute('data-focused')) !== 'us'; step++) {
    if (step > 40) throw new Error('The keyboard never came to the United States.')
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await eventually(async () => names(await drawnScene(page))).toContain('SOUTHCOM')
  expect((await drawnScene(page)).actors.find(({ id }) => id === 'us')?.box).toBe(true)
})

test('both levels stand beside each other, with the chain in words and in the picture', async () => {
  const { page } = await open('?level=both&open=actor%3Aalvin-holsey')
  const strip = page.getByRole('region', { name: 'Answer' })
  await eventually(() => strip.locator('h1').innerText()).toMatch(
    /Alvin Holsey\s+leads\s+SOUTHCOM\s+part of\s+Department of Defense\s+part of\s+United States/,
  )
  const left = await drawnScene(page)
  const right = await drawnScene(page, '#picture-beside')
  expect(left.actors.length).toBe(26)
  expect(right.actors.length).toBe(13)
  expect(await strip.innerText()).toMatch(/26 actors become 13.*15 ties become 11.*3 events/)
  expect(await axeFindingsInBoth(page)).toEqual([])
  const disc = await onScreen(page, right, placeOf(right, 'us'), '#picture-beside')
  await page.mouse.click(disc.x, disc.y)
  await eventually(async () => names(await drawnScene(page, '#picture-beside'))).toContain('SOUTHCOM')
  expect(await strip.innerText()).toContain('Open on the right: 1 of 5 boxes')
  await page.getByRole('button', { name: 'Close both levels' }).click()
  await eventually(() => page.locator('#picture-beside').count()).toBe(0)
})

test('while the server is slow or away the picture stays what it was, says so, and becomes what was turned meanwhile', async () => {
  const server = serverMoods()
  const { page, troubles } = await open('?level=top', { onRequest: server.onRequest })
  const drawn = async () => names(await drawnScene(page)).sort()
  const turn = async (id: string) => {
    const scene = await drawnScene(page)
    const disc = await onScreen(page, scene, placeOf(scene, id))
    await page.mouse.click(disc.x, disc.y)
  }
  const still = page.getByText(/the picture is still as it was before\.$/)
  const away = page.getByRole('status').filter({ hasText: 'does not answer' })
  const acts = async () => (await drawnScene(page)).lines.map(({ id, events }) => `${id}: ${events.length}`).sort()
  const [tops, ofTops] = [await drawn(), await acts()]

  // Turned three times under way: what comes for another turn is never drawn.
  server.turn('slow')
  await page.locator('#picture').focus()
  for (let press = 0; press < 3; press++) await page.keyboard.press('t')
  await still.waitFor()
  expect(await drawn()).toEqual(tops)
  server.turn('there')
  await still.waitFor({ state: 'detached' })
  await eventually(drawn).toHaveLength(26)

  // The parts of a box are not in what was read for the top level.
  const afresh = async () => {
    server.turn('there')
    await page.goto(`${address()}/?level=top`)
    await eventually(drawn).toEqual(tops)
  }
  await afresh()
  server.turn('slow')
  await turn('us')
  await still.waitFor()
  // Its parts stand in it at once; what is told of them waits.
  expect(await acts()).toEqual(ofTops)
  server.turn('there')
  await still.waitFor({ state: 'detached' })
  await eventually(acts).not.toEqual(ofTops)
  const [opened, ofOpened] = [await drawn(), await acts()]
  expect(opened).toContain('SOUTHCOM')
  await afresh()
  server.turn('away')
  await turn('us')
  await away.waitFor()
  await turn('uk')
  await eventually(() => new URL(page.url()).searchParams.get('boxes')).toBe('uk us')
  expect(await acts()).toEqual(ofTops)
  server.turn('there')
  await page.getByRole('button', { name: 'Try now' }).click()
  await away.waitFor({ state: 'detached' })
  await eventually(drawn).toEqual([...opened, 'UK officials'].sort())
  await eventually(acts).not.toEqual(ofTops)
  await page.keyboard.press('Control+z')
  await eventually(async () => [await drawn(), await acts()]).toEqual([opened, ofOpened])
  await page.keyboard.press('Control+z')
  await eventually(async () => [await drawn(), await acts()]).toEqual([tops, ofTops])
  // The browser itself notes each request that fails.
  expect(troubles.filter((each) => !each.includes('Failed to load resource'))).toEqual([])
})

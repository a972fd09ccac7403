import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindingsInBoth } from '../support/axe.ts'
import { eventually, pageTests } from '../support/page-tests.ts'
import { serverMoods } from '../support/server-moods.ts'

const { open } = pageTests()

/** Colours that are on their way to others would be measured half-way. */
const STILL = { reducedMotion: 'reduce' } as const

const time = (page: Page) => page.getByRole('region', { name: 'Time' })
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' })
const heard = (page: Page) => page.locator('[aria-live=polite]').innerText()
const part = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)

/** Drags across the lanes, from a share of their width to another, at a height from their top. */
async function drag(page: Page, from: number, to: number, top: number): Promise<void> {
  const area = await time(page).getByRole('toolbar', { name: 'Became known' }).boundingBox()
  const lanes = await time(page).getByRole('toolbar', { name: 'Happened' }).boundingBox()
  if (!area || !lanes) throw new Error('There are no lanes.')
  await page.mouse.move(area.x + from * area.width, lanes.y + top)
  await page.mouse.down()
  for (const share of [0.3, 0.6, 1]) {
    await page.mouse.move(area.x + (from + (to - from) * share) * area.width, lanes.y + top)
  }
  await page.mouse.up()
}

test('two lanes show when everything happened and when it became known, and each act opens', async () => {
  const { page } = await open('', STILL)
  const happened = time(page).getByRole('toolbar', { name: 'Happened' })
  await happened.getByRole('button').first().waitFor()
  const names = await happened.getByRole('button').evaluateAll((acts) => acts.map((act) => act.ariaLabel))
  expect(names).toHaveLength(6)
  expect(names[0]).toContain('Cooperation. Happened until 31 Aug 2025, start not stated. Became known 11 Nov 2025.')
  expect(names[4]).toBe(
    '10 acts, some day Sep to 11 Nov 2025: cooperation 1, suspension 2, condemnation 5, coercion 2.',
  )
  expect(await axeFindingsInBoth(page, '#time')).toEqual([])

  // One stop for Tab; arrows go on from act to act.
  await happened.getByRole('button').first().focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('Suspension')
  await page.keyboard.press('Enter')
  await eventually(() => part(page, 'open')).toContain('uk-suspends-intelligence')
  await eventually(() => time(page).innerText()).toContain('31 to 71 days later')
  expect(await axeFindingsInBoth(page, '#time')).toEqual([])
  await page.keyboard.press('Escape')

  await time(page).getByRole('button', { name: '11 Nov · 17 acts became known.' }).click()
  const menu = page.getByRole('menu', { name: '17 acts' })
  expect(await menu.getByRole('menuitem').count()).toBe(17)
  await page.keyboard.press('Escape')
  await eventually(() => menu.count()).toBe(0)
  await time(page)
    .getByRole('button', { name: /^10 acts/ })
    .click()
  await page.getByRole('menuitem', { name: /Volker Türk/ }).click()
  await eventually(() => part(page, 'open')).toContain('turk-condemns-strikes')
})

test('dragging across a lane narrows the window of its clock, in one step that undo takes back', async () => {
  const { page } = await open()
  await time(page).getByRole('toolbar', { name: 'Happened' }).getByRole('button').first().waitFor()
  await drag(page, 0.05, 0.2, 30)
  await eventually(() => part(page, 'happened')).toBe('2025-08-07..2025-08-25')
  await eventually(() => answer(page).innerText()).toContain('2 events')
  const until = time(page).getByRole('slider', { name: 'Happened until' })
  expect(await until.getAttribute('aria-valuetext')).toBe('25 August 2025')
  await until.focus()
  for (let day = 0; day < 7; day++) await page.keyboard.press('ArrowRight')
  await eventually(() => part(page, 'happened')).toBe('2025-08-07..2025-09-01')
  await eventually(() => answer(page).innerText()).toContain('14 events')
  // A drag that ends over an act has not opened it.
  expect(part(page, 'open')).toBeNull()
  // Let go over the picture it is over all the same.
  const lanes = await time(page).getByRole('toolbar', { name: 'Happened' }).boundingBox()
  if (!lanes) throw new Error('There are no lanes.')
  await page.mouse.move(lanes.x + lanes.width / 2, lanes.y + 30)
  await page.mouse.down()
  await page.mouse.move(lanes.x + lanes.width * 0.6, lanes.y + 30)
  await page.mouse.move(lanes.x + lanes.width * 0.7, lanes.y - 200)
  await page.mouse.up()
  await eventually(() => part(page, 'happened')).not.toBe('2025-08-07..2025-09-01')
  // It has ended there: what moves on is no part of it, and one step takes it back.
  await page.mouse.move(lanes.x + lanes.width * 0.9, lanes.y + 30)
  await page.keyboard.press('Control+z')
  await eventually(() => part(page, 'happened')).toBe('2025-08-07..2025-09-01')

  await time(page).getByRole('button', { name: 'Days shown: 7 Aug – 1 Sep 2025' }).click()
  const dialog = page.getByRole('dialog', { name: 'Days shown: 7 Aug – 1 Sep 2025' })
  await dialog.getByRole('textbox', { name: 'Until' }).fill('someday')
  await page.keyboard.press('Enter')
  await eventually(() => dialog.getByRole('alert').innerText()).toContain('could not be read')
  await dialog.getByRole('textbox', { name: 'Until' }).fill('Oct 2025')
  await dialog.getByRole('button', { name: 'Became known' }).click()
  await page.keyboard.press('Tab')
  await dialog.getByRole('button', { name: 'Set' }).click()
  await eventually(() => part(page, 'happened')).toBe('2025-08-07..2025-10-31')
  expect(part(page, 'clock')).toBe('known')
  await time(page).getByRole('button', { name: 'All days' }).click()
  await eventually(() => part(page, 'happened')).toBeNull()
  await eventually(() => answer(page).innerText()).toContain('17 events')
})

test('the flag is typed, moved by keys and dragged; where it rests, what was known is heard', async () => {
  const { page } = await open('', STILL)
  await time(page).getByRole('button', { name: 'As known on 11 Nov 2025' }).click()
  const dialog = page.getByRole('dialog', { name: 'As known on 11 Nov 2025' })
  await dialog.getByRole('textbox').fill('1/10/2025')
  await page.keyboard.press('Enter')
  await eventually(() => dialog.getByRole('alert').innerText()).toBe(
    'That date could not be read. Try 2025-10-01 or Oct 2025.',
  )
  expect(await axeFindingsInBoth(page)).toEqual([])
  await dialog.getByRole('textbox').fill('10 November 2025')
  await page.keyboard.press('Enter')
  await eventually(() => part(page, 'known')).toBe('2025-11-10')
  await eventually(() => heard(page)).toContain('10 November 2025: 0 known.')

  const flag = time(page).getByRole('slider', { name: 'As known on' })
  await flag.focus()
  await page.keyboard.press('ArrowRight')
  await eventually(() => part(page, 'known')).toBeNull()
  await eventually(() => heard(page)).toContain('11 November 2025: 17 known.')
  const box = await flag.boundingBox()
  if (!box) throw new Error('There is no flag.')
  await page.mouse.move(box.x + 4, box.y + 4)
  await page.mouse.down()
  await page.mouse.move(box.x - 120, box.y + 4, { steps: 3 })
  await page.mouse.move(box.x - 240, box.y + 4, { steps: 3 })
  await page.mouse.up()
  await eventually(() => part(page, 'known')).toMatch(/^2025-10-1\d$/)
  await eventually(() => heard(page)).toMatch(/1\d October 2025: 0 known\./)
})

test('two days are compared: the difference as a sentence, counts that filter, a list of changes', async () => {
  const { page } = await open('', STILL)
  await page.keyboard.press('4')
  await eventually(() => answer(page).getByRole('heading').innerText()).toBe(
    'On 1 October 2025 the sources of this case had reported none of the 17 events. All 17 became known on 11 November.',
  )
  expect(await axeFindingsInBoth(page)).toEqual([])
  await answer(page).getByRole('button', { name: 'had happened, not yet reported 2' }).click()
  await eventually(() => part(page, 'changes')).toBe('unreported')
  await answer(page).getByRole('button', { name: 'List of changes' }).click()
  const grid = page.getByRole('grid', { name: '2 changes' })
  await eventually(() => grid.getByRole('row').count()).toBe(3)
  const [, shared] = await grid.getByRole('row').allInnerTexts()
  expect(shared?.split(/\s*\n\s*|\t/u).filter(Boolean)).toEqual(
    expect.arrayContaining(['Appeared', 'had happened', 'Not yet reported', 'Reported']),
  )
  expect(await axeFindingsInBoth(page)).toEqual([])
  await answer(page)
    .getByRole('button', { name: /^appeared 17/ })
    .click()
  await page.getByRole('grid', { name: '17 changes' }).waitFor()
  await answer(page).getByRole('button', { name: 'List of changes' }).click()

  // The earlier flag past the day on which all became known: the later one stays, and nothing is left that changed.
  await answer(page).getByRole('button', { name: 'Later day, 11 Nov 2025' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('20 Nov 2025')
  await page.keyboard.press('Enter')
  await answer(page).getByRole('button', { name: 'Earlier day, 1 Oct 2025' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('12 Nov 2025')
  await page.keyboard.press('Enter')
  await eventually(() => answer(page).getByRole('heading').innerText()).toBe(
    'On 12 November 2025 the sources of this case had reported 17 events. Nothing changed until 20 November 2025.',
  )
  await eventually(() => heard(page)).toContain('20 November 2025: 17 known, as many as on 12 November.')
  await answer(page).getByRole('button', { name: 'Close the comparison' }).click()
  await eventually(() => part(page, 'compare')).toBeNull()
  await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Compare dates')
})

test('playback moves the later flag day by day to the end, and is one step of undo', async () => {
  const { page } = await open('?compare=2025-11-05&known=2025-11-08&clock=known')
  await time(page).getByRole('button', { name: '4×' }).click()
  const flags: (string | null)[] = []
  await page.exposeFunction('flagStands', (day: string | null) => flags.push(day))
  await page.evaluate(() => {
    const { flagStands } = window as unknown as { flagStands: (day: string | null) => void }
    const flag = document.querySelector('[role=slider][aria-label="Later day"]')
    if (flag) new MutationObserver(() => flagStands(flag.ariaValueText)).observe(flag, { attributes: true })
  })
  const entries = await page.evaluate(() => history.length)
  await time(page).getByRole('button', { name: 'Play' }).click()
  await eventually(() => heard(page)).toContain('11 November 2025: 17 known, 17 more than on 5 November.')
  expect([...new Set(flags)]).toEqual(['9 November 2025', '10 November 2025', '11 November 2025'])
  expect(await time(page).getByRole('button', { name: 'Play' }).count()).toBe(1)
  expect(await page.evaluate(() => history.length)).toBe(entries + 1)
  await page.goBack()
  await eventually(() => part(page, 'known')).toBe('2025-11-08')
})

test('a server that is slow or away: what is shown is never said of another day, and nothing is lost', async () => {
  const server = serverMoods()
  const { page } = await open('?compare=2025-11-05', { onRequest: server.onRequest })
  const sentence = () => answer(page).getByRole('heading').innerText()
  const busy = () => answer(page).getAttribute('aria-busy')
  await eventually(sentence).toContain('On 5 November 2025')
  server.turn('slow')
  const flag = time(page).getByRole('slider', { name: 'Earlier day' })
  await flag.focus()
  await page.keyboard.press('ArrowRight')
  expect([await flag.getAttribute('aria-valuetext'), await sentence(), await busy()]).toEqual([
    '6 November 2025',
    expect.stringContaining('On 5 November 2025'),
    'true',
  ])
  server.turn('there')
  await eventually(sentence).toContain('On 6 November 2025')
  expect(await busy()).toBe('false')

  server.turn('away')
  await flag.focus()
  await page.keyboard.press('ArrowRight')
  await eventually(() => answer(page).innerText()).toContain('Waits until the server is back.')
  expect([await sentence(), await busy()]).toEqual([expect.stringContaining('On 6 November 2025'), 'true'])
  expect(await time(page).getByRole('toolbar', { name: 'Happened' }).getByRole('button').count()).toBe(6)
  server.turn('there')
  await page
    .getByRole('button', { name: /^Try (again|now)$/ })
    .first()
    .click()
  await eventually(sentence).toContain('On 7 November 2025')
  expect(await busy()).toBe('false')
})

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindingsInBoth } from '../support/axe.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

// One of them writes.
const { open, address } = pageTests({})

const CASE = 'caribbean-strikes-2025'
/** Colours that fade would be caught half way. */
const STILL = { reducedMotion: 'reduce' as const, ready: '#details h2' }

const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
const openEvent = (event: string) => `?open=${encodeURIComponent(`event:${CASE}/${event}`)}`
const said = async (page: Page) =>
  (await page.locator('[aria-live="polite"] *').allTextContents()).map((text) => text.trim())

test('an event is told down to who says it, with the claim of the same pair that is denied', async () => {
  const { page, troubles } = await open(openEvent('uk-suspends-intelligence'), STILL)
  const panel = details(page)
  await panel
    .getByRole('heading', { name: /^The United Kingdom is reported to have suspended maritime intelligence/ })
    .waitFor()
  await panel.getByText('Nothing outside this scope is claimed to have stopped.').waitFor()
  await panel.getByText('some day within').waitFor()
  await panel.getByText('Known 31 to 71 days later.').waitFor()
  await panel.getByText('Reported 11 Nov 2025, by CNN citing unnamed sources').waitFor()
  await panel.getByText('Not confirmed, denied or reversed as of 11 Nov 2025').waitFor()
  const cards = panel.getByRole('article', { name: /^Evidence \d of \d/ })
  await eventually(() => cards.count()).toBe(3)
  expect(await cards.first().getAttribute('aria-label')).toBe(
    'Evidence 1 of 1. Asserts. Unnamed sources to CNN. Paraphrase. The United Kingdom suspended the sharing more than a month before, after internal legal reviews, out of concern that its data was used to choose targets. CNN, 11 Nov 2025, reliability F: cannot be judged yet. Carried by Realist English, 11 Nov 2025.',
  )
  // A letter of reliability is told in words once.
  expect(await panel.getByText('cannot be judged yet').count()).toBe(1)
  await panel.getByText('The Pentagon denies what was said. Nothing here denies the suspension.').waitFor()
  await eventually(() => said(page)).toContainEqual(
    expect.stringMatching(
      /^The United Kingdom is reported .*\. Suspension, done, reported, 1 origin\. Known 11 Nov 2025\.$/,
    ),
  )

  // The keyboard reads card by card.
  await cards.first().focus()
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
    /^Evidence 1 of 2\. Asserts\. Unnamed sources to CNN\. Paraphrase\. UK officials believe/,
  )
  expect(await axeFindingsInBoth(page, '#details')).toEqual([])

  await panel.getByRole('button', { name: 'Open claim' }).click()
  await panel.getByRole('heading', { name: /^UK officials are reported to have condemned/ }).waitFor()
  await panel.getByText('⇄ answered').waitFor()
  await panel.getByText('Evidence for and against').waitFor()
  await panel.getByText('The Pentagon denies what was said. That it was said is not denied.').waitFor()
  expect(await cards.evaluateAll((all) => all.map((each) => each.querySelector('.stance')?.textContent))).toEqual([
    'Asserts',
    'Denies',
  ])
  expect(troubles).toEqual([])
})

test('a pair is told as one: suspended in one scope and cooperating in another, on one time axis', async () => {
  const { page, troubles } = await open('?open=tie:canada>us', STILL)
  const panel = details(page)
  await panel.getByRole('heading', { name: 'Canada to United States' }).waitFor()
  await panel.getByText('2 events · 2 kinds · 2 scopes · at the same time').waitFor()
  await panel.getByText('No events from the United States toward Canada.').waitFor()
  await panel.getByRole('heading', { name: 'In one scope suspended, in another cooperating' }).waitFor()
  expect(await panel.locator('.scope > p').allTextContents()).toEqual([
    'use of Canadian intelligence in lethal missions',
    'Operation Caribbean',
  ])
  expect(await panel.locator('.scope .words').allTextContents()).toEqual([
    'suspended some day, Sep to 11 Nov 2025',
    'continues, start not stated',
  ])
  await panel.getByRole('listitem', { name: 'Nov 2025: cooperation 1, suspension 1' }).waitFor()
  // An empty month has its place, and is not heard.
  expect(await panel.locator('.months li').count()).toBe(12)
  expect(await panel.getByRole('listitem', { name: /^Dec 2024/ }).count()).toBe(0)
  await eventually(() => said(page)).toContainEqual(
    'Tie Canada to United States. 2 events. Suspended in: use of Canadian intelligence in lethal missions. Cooperating in: Operation Caribbean.',
  )

  await panel
    .getByRole('radio', { name: /^Kinds/ })
    .and(page.locator(':checked'))
    .waitFor()
  await panel.getByRole('radio', { name: /^Events/ }).check()
  await eventually(() => page.url()).toContain('draw=events')

  const events = panel.locator('.event-card')
  await eventually(() => events.allTextContents()).toEqual([
    expect.stringMatching(
      /^suspended · restrictionSep to 11 Nov 2025Canada is reported to bar .*1 origin: Realist English · reliability F$/,
    ),
    expect.stringMatching(/^cooperates · joint operationcontinues, start not stated/),
  ])
  expect(await axeFindingsInBoth(page, '#details')).toEqual([])
  await events.first().click()
  await panel.getByRole('heading', { name: /^Canada is reported to have restricted/ }).waitFor()
  await eventually(() => panel.evaluate((region) => document.activeElement === region)).toBe(true)
  await page.goBack()
  await panel.getByRole('heading', { name: 'Canada to United States' }).waitFor()
  expect(troubles).toEqual([])
})

test('the other direction is named and opens, and so does what is inside one state', async () => {
  const { page, troubles } = await open('?open=tie:us>canada', STILL)
  const panel = details(page)
  await panel.getByText('No events in this direction.').waitFor()
  await panel.getByRole('button', { name: '2 events from Canada toward the United States' }).click()
  await panel.getByRole('heading', { name: 'Canada to United States' }).waitFor()
  await page.goto(`${address()}/?level=top&open=tie:us>us`)
  await panel.getByText('Events inside').waitFor()
  await panel.getByText(/^3 events · 2 kinds/).waitFor()
  expect(await panel.getByRole('radio').count()).toBe(0)
  expect(troubles).toEqual([])
})

test('an actor is told by whom it has to do with, what it belongs to, and what can be asked of it', async () => {
  const { page, troubles } = await open('?open=actor:us', STILL)
  const panel = details(page)
  await panel.getByRole('heading', { name: 'United States' }).waitFor()
  await panel.getByText('10 events with 9 actors').waitFor()
  expect((await panel.locator('.partners button').allInnerTexts()).length).toBe(9)
  await panel.getByText('Department of Defense').waitFor()
  expect(await axeFindingsInBoth(page, '#details')).toEqual([])
  await panel.getByRole('button', { name: /^Canada ?, 2 events: cooperation 1, suspension 1/ }).click()
  await panel.getByRole('heading', { name: 'Canada to United States' }).waitFor()
  await panel.getByRole('button', { name: 'United States', exact: true }).click()

  await panel.getByRole('button', { name: 'Focus' }).click()
  await eventually(() => page.url()).toContain('focus=us')
  await panel.getByRole('button', { name: /^Ledger/ }).click()
  await eventually(() => page.url()).toContain('ask=distancing&toward=us')
  await panel.waitFor({ state: 'detached' })

  await page.goto(`${address()}/?open=actor:alvin-holsey`)
  await panel.getByText('Rolls up: leads SOUTHCOM, part of Department of Defense, part of United States.').waitFor()
  expect(troubles).toEqual([])
})

test('what is pinned stays while something else is selected, in a link too, until it is closed', async () => {
  const { page, troubles } = await open(openEvent('uk-suspends-intelligence'), STILL)
  const panel = details(page)
  const headings = () => panel.getByRole('heading', { level: 2 }).allTextContents()
  const pins = panel.getByRole('button', { name: 'Pin', exact: true })
  await pins.click()
  await panel.getByRole('button', { name: 'Open claim' }).click()
  await eventually(headings).toEqual([
    expect.stringContaining('The United Kingdom is reported'),
    expect.stringContaining('UK officials are reported'),
  ])
  expect(await pins.evaluateAll((all) => all.map((each) => each.getAttribute('aria-pressed')))).toEqual([
    'true',
    'false',
  ])
  expect(await axeFindingsInBoth(page, '#details')).toEqual([])
  await eventually(() => page.url()).toContain('pin=event')
  await page.reload()
  await eventually(async () => (await headings()).length).toBe(2)
  await panel.getByRole('button', { name: 'Close the details' }).first().focus()
  await page.keyboard.press('Enter')
  await eventually(headings).toEqual([expect.stringContaining('UK officials are reported')])
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('details')
  await page.goBack()
  await eventually(async () => (await headings()).length).toBe(2)
  await page.keyboard.press('Escape')
  await eventually(headings).toEqual([expect.stringContaining('The United Kingdom is reported')])
  await panel.getByRole('button', { name: 'Close the details' }).click()
  await panel.waitFor({ state: 'detached' })
  await page.goBack()
  await eventually(headings).toEqual([expect.stringContaining('The United Kingdom is reported')])
  expect(troubles).toEqual([])
})

test('O opens the source of a card', async () => {
  const url = `${address()}/healthz`
  const query = `mutation { saveSource(source: { id: "${CASE}/realist-english", collection: "${CASE}", publisher: "Realist English", published: "2025-11-11", url: "${url}" }) { version } }`
  const written = await fetch(`${address()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'graphql-require-preflight': '1' },
    body: JSON.stringify({ query }),
  })
  expect(await written.json()).toHaveProperty('data.saveSource.version')
  const { page, troubles } = await open(openEvent('turk-condemns-strikes'), STILL)
  const card = details(page).getByRole('article', { name: /^Evidence 2 of 3\. Asserts\. Volker Türk\. Quote\./ })
  await card.getByRole('link', { name: 'Open source of Realist English, in a new tab' }).waitFor()
  await card.focus()
  const [opened] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('o')])
  await eventually(() => opened.url()).toBe(url)
  expect(troubles).toEqual([])
})

test('while the server is slow the act stands and its words are waited for; what fails is asked again', async () => {
  let failing = true
  let release: () => void = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const { page } = await open(openEvent('uk-suspends-intelligence'), {
    ready: '#details h2',
    onRequest: async (route) => {
      if (!route.request().postData()?.includes('query EventDetails')) return route.continue()
      await held
      if (failing) return route.abort()
      await route.continue()
    },
  })
  const panel = details(page)
  await panel.getByRole('heading', { name: /^The United Kingdom is reported to have suspended/ }).waitFor()
  await panel.getByText('Loading the evidence').waitFor()
  release()
  await panel.getByText('Loading the evidence').waitFor({ state: 'detached' })
  await panel.getByRole('heading', { name: 'Two clocks' }).waitFor()
  failing = false
  await page
    .getByRole('button', { name: /^Try (again|now)$/ })
    .first()
    .click()
  await panel.getByText('Evidence for this act').waitFor()
})

test('the focus goes back to the row that opened the details', async () => {
  const { page } = await open('?ask=distancing&toward=us', { reducedMotion: 'reduce', ready: '#table tr[data-events]' })
  const row = page.getByRole('row', { name: /^Canada/ })
  await row.focus()
  await page.keyboard.press('Enter')
  const panel = details(page)
  await panel.getByRole('heading', { name: 'Canada to United States' }).waitFor()
  await eventually(() => panel.evaluate((region) => document.activeElement === region)).toBe(true)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await eventually(() => row.evaluate((each) => document.activeElement === each)).toBe(true)
})

test('another day shows what was known on it, and says so', async () => {
  const { page } = await open(`${openEvent('uk-suspends-intelligence')}&known=2025-11-10`, STILL)
  await details(page).getByText('This event is not here, or was not yet known on this day.').waitFor()
})

import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindingsInBoth } from '../support/axe.ts'
import { drawnScene } from '../support/browser.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const { open } = pageTests()

const STILL = { reducedMotion: 'reduce' } as const
const bar = (page: Page) => page.getByRole('status').filter({ hasText: 'does not answer' })
const card = (page: Page, title: string | RegExp) => page.getByRole('heading', { level: 2, name: title })
const asked = (page: Page) => new URL(page.url()).searchParams
/** The browser itself notes each request that fails. */
const own = (troubles: readonly string[]) => troubles.filter((each) => !/Failed to load resource/.test(each))

/** Lets requests wait at a gate until it is opened. */
function gate() {
  let open = (): void => {}
  let closed: Promise<void> | null = null
  return {
    close() {
      closed = new Promise((resolve) => {
        open = resolve
      })
    },
    open() {
      closed = null
      open()
    },
    onRequest: async (route: Route) => {
      await closed
      await route.continue().catch(() => {})
    },
  }
}

test('a server that goes away: one bar, the last picture, a question that waits and is asked when it is back', async () => {
  const server = { away: false }
  const { page, troubles } = await open('', {
    ...STILL,
    onRequest: (route: Route) => (server.away ? route.abort() : route.continue()),
  })
  const names = async () => (await drawnScene(page)).actors.map(({ id }) => id)
  const before = await names()
  server.away = true
  await page.keyboard.press('3')
  await bar(page).waitFor()
  expect(await bar(page).innerText()).toMatch(
    /^The server does not answer\. You see the last picture, from \d\d:\d\d; nothing is lost\.$/,
  )
  await page.getByText(/Trying again in \d+ s\./).waitFor()
  await page.getByText('1 waiting: Who condemned whom, and in which words?').waitFor()
  expect(await names()).toEqual(before)
  expect(await page.getByRole('region', { name: 'Answer' }).innerText()).toContain('Waits until the server is back.')
  expect(await page.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0)
  await page.getByRole('region', { name: 'Connection' }).getByRole('button', { name: 'Details' }).click()
  await page.getByText(/ask whoever runs Entente/).waitFor()
  expect(await axeFindingsInBoth(page)).toEqual([])
  // Another question takes its place; a try in vain changes nothing.
  await page.keyboard.press('1')
  await page.getByText('1 waiting: Who distanced themselves from the United States?').waitFor()
  await page.getByRole('button', { name: 'Try now' }).click()
  await page.getByText(/Trying again in \d+ s\./).waitFor()
  server.away = false
  await bar(page).waitFor({ state: 'detached' })
  await eventually(() => page.locator('h1').first().innerText()).toContain('United Kingdom')
  expect(own(troubles)).toEqual([])
})

test('what takes its time says how far it is and can be stopped; what was stopped can be asked again', async () => {
  const door = gate()
  door.close()
  const { page, troubles } = await open('', { ...STILL, ready: '.state-card', onRequest: door.onRequest })
  await card(page, 'Opening').waitFor()
  door.open()
  await page.locator('#picture[data-actors="26"]').waitFor({ state: 'attached' })
  await eventually(() => page.locator('.state-card').count()).toBe(0)

  door.close()
  await page.reload()
  await page.locator('.state-card').waitFor()
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByText('You stopped this before anything was drawn.').first().waitFor()
  door.open()
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await page.locator('#picture[data-actors="26"]').waitFor({ state: 'attached' })

  // A picture of before never stands as one of now.
  door.close()
  await page.getByRole('button', { name: 'Top level' }).click()
  await page.keyboard.press('[')
  await page.getByText(/the picture is still as known on 11 Nov 2025\.$/).waitFor()
  expect(await axeFindingsInBoth(page)).toEqual([])
  door.open()
  await page.getByText(/the picture is still/).waitFor({ state: 'detached' })
  await card(page, 'Nothing was known on 10 November 2025.').waitFor()
  expect(own(troubles)).toEqual([])
})

test('a case is opened with its counts while its events are on their way', async () => {
  const door = gate()
  const { page } = await open('', {
    ...STILL,
    ready: '.state-card',
    onRequest: (route: Route) => {
      const { query = '' } = route.request().postDataJSON() as { query?: string }
      if (/query Network/.test(query)) door.close()
      return door.onRequest(route)
    },
  })
  await card(page, 'Opening the case').waitFor()
  const steps = await page.locator('.state-card').getByRole('listitem').allInnerTexts()
  expect(steps.map((step) => step.replace(/\s+/gu, ' ').replaceAll(' ,', ',').trim())).toEqual([
    'Found, done Caribbean strikes, 2025',
    'Events read, under way 0 of 17',
    'Actors placed 0 of 26',
  ])
  expect(await axeFindingsInBoth(page)).toEqual([])
  door.open()
  await page.locator('#picture[data-actors="26"]').waitFor({ state: 'attached' })
})

test('where nothing is shown, a card says what was looked for, the nearest there is, and ways on', async () => {
  const { page, troubles } = await open('?ask=distancing&toward=canada', STILL)
  await card(page, 'No one did, as known on 11 November 2025.').waitFor()
  expect(await page.locator('.state-card p').first().innerText()).toBe(
    'No suspension toward Canada is in this case. Its one tie, with 2 events, runs from Canada to the United States.',
  )
  expect(await axeFindingsInBoth(page)).toEqual([])
  await page.getByRole('button', { name: 'Count condemnations (+0)' }).click()
  await eventually(() => asked(page).get('with')).toBe('condemnation')
  await page.getByRole('button', { name: 'Show Canada’s tie' }).click()
  await page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('heading', { name: /Canada/ })
    .first()
    .waitFor()
  expect(asked(page).get('ask')).toBeNull()

  await page.goBack()
  await card(page, /^No one did/).waitFor()
  await page.getByRole('button', { name: 'Back to the case' }).click()
  await card(page, /^No one did/).waitFor({ state: 'detached' })
  const kinds = page.getByRole('checkbox', {
    name: /^(Cooperation|Suspension|Condemnation|Pressure|Coercion|Violence)/,
  })
  for (const kind of await kinds.all()) await kind.uncheck()
  await card(page, 'Every kind is switched off.').waitFor()
  await page.getByRole('region', { name: 'Picture' }).getByRole('button', { name: 'Show all kinds' }).click()
  await eventually(() => asked(page).get('hide')).toBeNull()
  expect(troubles).toEqual([])
})

test('a server that is starting says how far it has read; a part of the ties says which part', async () => {
  let answers = 0
  const starting = { message: 'Reading.', extensions: { code: 'SERVICE_UNAVAILABLE', eventsRead: 1200 } }
  const { page } = await open('', {
    ...STILL,
    ready: '.state-card',
    onRequest: async (route: Route) => {
      if (++answers < 3) return route.fulfill({ status: 503, json: { errors: [starting] } })
      const response = await route.fetch()
      const json = (await response.json()) as { data?: { ties?: { total?: number; truncated?: boolean } } }
      if (json.data?.ties?.total) Object.assign(json.data.ties, { total: 4064, truncated: true })
      return route.fulfill({ response, json })
    },
  })
  await page.getByText('The server is starting.').waitFor()
  await page.getByText('1,200 so far').waitFor()
  await page.getByText('15 of 4,064 ties drawn, the strongest.').waitFor()
  expect(await page.getByText('The server is starting.').count()).toBe(0)
  await eventually(() => page.locator('.state-card').count()).toBe(0)
  expect(await axeFindingsInBoth(page)).toEqual([])
  await page.getByRole('button', { name: 'Roll up to top level' }).click()
  await eventually(() => asked(page).get('level')).toBe('top')
})

import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindingsInBoth } from '../support/axe.ts'
import { askByKey, drawnScene } from '../support/browser.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const { open } = pageTests()

const AWAY = 'Neo4j at bolt://127.0.0.1:7687 does not answer. See that it runs and that NEO4J_URI names it.'
const NOTICE = {
  says: `${AWAY} Until it is back, answers come from memory; quotes, search by text and changes have to wait.`,
  version: 1,
  readAt: new Date().toISOString(),
}

/**
 * Lets the page hear what a server says whose database is away, while it is: a notice beside each answer, and no words of evidence. What
 * happens when a real one goes is tested where there is one to stop.
 */
function awayDatabase() {
  const database = { away: false }
  const onRequest = async (route: Route) => {
    if (!database.away) return route.continue()
    const { query = '', variables = {} } = route.request().postDataJSON() as {
      query?: string
      variables?: { evidence?: boolean }
    }
    const words = variables.evidence ?? /\b(evidence|search)\b/.test(query)
    const extensions = { notice: NOTICE }
    if (words) {
      const errors = [{ message: AWAY, extensions: { code: 'SERVICE_UNAVAILABLE' } }]
      return route.fulfill({ json: { data: null, errors, extensions } })
    }
    const response = await route.fetch()
    return route.fulfill({ response, json: { ...(await response.json()), extensions } })
  }
  return { database, onRequest }
}

const line = (page: Page) => page.getByRole('status').filter({ hasText: 'nothing is lost' })
const pictureTop = (page: Page) => page.locator('#picture').evaluate((host) => host.getBoundingClientRect().top)

test('a database that is away is one bar above a page that goes on, and goes by itself', async () => {
  const { database, onRequest } = awayDatabase()
  const { page, troubles } = await open('', { onRequest, reducedMotion: 'reduce' })
  const before = await drawnScene(page)
  const top = await pictureTop(page)
  const headline = page.getByRole('button', { name: /^The United Kingdom is reported/ })
  database.away = true
  await headline.click()
  await line(page).waitFor()
  expect(await line(page).innerText()).toMatch(
    /^The database does not answer\. You see what was read at \d\d:\d\d; nothing is lost\.$/,
  )
  await page
    .getByText(/Trying again in \d s\. Questions go on from memory; quotes, search and changes wait\./)
    .waitFor()
  const more = page.getByRole('region', { name: 'Connection' }).getByRole('button', { name: 'Details' })
  await more.click()
  await page.getByText(/^Neo4j at .* Until it is back, .* have to wait\.$/).waitFor()
  await more.click()
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByRole('alert').waitFor()
  expect(await details.innerText()).toContain(`${AWAY} Nothing is lost.`)
  await details.getByRole('button', { name: 'Try again' }).click()
  await details.getByRole('alert').waitFor()
  expect(await page.getByRole('button', { name: 'Reload' }).isDisabled()).toBe(true)
  expect(await axeFindingsInBoth(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(await askByKey(page, '1')).toContain('United Kingdom')
  expect(await page.locator('#answer').innerText()).toContain('Quotes and origins wait until the database is back.')
  await askByKey(page, '3')
  expect(await page.locator('#table').innerText()).toContain('waits for the database')
  await askByKey(page, '1')
  expect(await axeFindingsInBoth(page)).toEqual([])

  database.away = false
  await line(page).waitFor({ state: 'detached' })
  await eventually(() => page.locator('#table').innerText()).toContain('CNN')
  expect(await page.locator('#answer').innerText()).not.toContain('wait until')
  await page.keyboard.press('Escape')
  await eventually(() => pictureTop(page)).toBe(top)
  expect((await drawnScene(page)).actors).toEqual(before.actors)
  await headline.click()
  await details
    .getByText(/Unnamed sources|CNN/)
    .first()
    .waitFor()
  expect(troubles).toEqual([])
})

test('Reload, by keyboard: the database is read anew, the version is said, and the answer that stands is asked again', async () => {
  const { page, troubles } = await open()
  await askByKey(page, '1')
  const scene = await drawnScene(page)
  const asked: string[] = []
  page.on('request', (request) => {
    const { query } = (request.postDataJSON() ?? {}) as { query?: string }
    const [, name] = /^\s*(?:query|mutation) (\w+)/.exec(query ?? '') ?? []
    if (name) asked.push(name)
  })
  const button = page.getByRole('button', { name: 'Reload', exact: true })
  expect(await button.getAttribute('aria-describedby')).toBe('reload-what')
  expect(await page.locator('#reload-what').innerText()).toBe(
    'Read the database anew, after something else has written to it.',
  )
  await button.focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('status')
    .filter({ hasText: /^Read anew: version \d+\.$/ })
    .waitFor()
  await eventually(() => asked.toSorted()).toEqual([
    'Catalogue',
    'Distancing',
    'DistancingRows',
    'Network',
    'Reload',
    'Time',
  ])
  expect((await drawnScene(page)).actors).toEqual(scene.actors)
  expect(await page.locator('h1').innerText()).toContain('United Kingdom')
  expect(troubles).toEqual([])
})

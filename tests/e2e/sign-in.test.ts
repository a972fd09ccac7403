import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindingsInBoth } from '../support/axe.ts'
import { askByKey, drawnScene } from '../support/browser.ts'
import { ask } from '../support/http.ts'
import { eventually, pageTests } from '../support/page-tests.ts'
import { READER, SIGN_IN, TOKENS, typeToken, WRITER } from '../support/tokens.ts'

const tests = pageTests({ env: TOKENS })

const QUESTION = 'ask=distancing&toward=us'

const says = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ })
const drawn = (page: Page) => page.locator('#picture[data-actors="26"]').waitFor()
const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' })

/** Opens the page where nobody is signed in. */
const openOut = (path = '') => tests.open(path, { ready: SIGN_IN, reducedMotion: 'reduce' })

/** Opens the page and signs in on it. */
async function openIn(token: string, path = '') {
  const watched = await openOut(path)
  await typeToken(watched.page, token)
  await drawn(watched.page)
  return watched
}

/** Ends the session of a page behind its back, as a restart of the server does. */
async function endSession(page: Page): Promise<void> {
  const [cookie] = await page.context().cookies()
  const headers = { cookie: `${cookie?.name}=${cookie?.value}`, 'x-entente-preflight': '1' }
  expect((await ask(tests.address(), { method: 'DELETE', path: '/session', headers })).status).toBe(204)
}

/** The console tells of each answer that is no success; a refused token or session is one. */
const beside = (troubles: readonly string[]) => troubles.filter((each) => !/ 40[13] /.test(each))

test('a page that nobody has signed in on asks for a token and for nothing else, by day, by night and on a phone', async () => {
  const { page, troubles } = await openOut(`?${QUESTION}`)
  expect(await page.locator('body').innerText()).toMatch(/^Entente\s+Sign in\s+This server asks for a token\./)
  expect(await page.title()).toBe('Entente')
  const field = page.getByLabel('Token')
  const is = await field.evaluate((element: HTMLInputElement) => [element.type, element.autocomplete, element.name])
  expect(is).toEqual(['password', 'current-password', ''])
  expect(await axeFindingsInBoth(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  for (const each of [field, page.getByRole('button', { name: 'Sign in' })]) {
    expect((await each.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  }
  expect(await axeFindingsInBoth(page)).toEqual([])
  expect(troubles).toEqual([])
})

test('a wrong token is refused with a sentence; the right one, by keyboard, opens what the address names', async () => {
  const query = `?${QUESTION}&with=condemnation&level=top&open=actor%3Acanada`
  const { page, troubles } = await openOut(query)
  const sent: string[] = []
  page.on('request', (request) => {
    const text = `${request.method()} ${request.url()} ${request.postData() ?? ''}`
    if (text.includes(READER)) sent.push(text)
  })
  await page.keyboard.press('Enter')
  await says(page).filter({ hasText: 'Type or paste your token first.' }).waitFor()
  await typeToken(page, 'none-of-this-server')
  await says(page).filter({ hasText: 'This server does not know this token.' }).waitFor()
  expect(await page.locator(SIGN_IN).evaluate((field: HTMLInputElement) => field.selectionEnd)).toBe(19)
  await typeToken(page, `  ${READER} `)
  await page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: 'Canada' }).waitFor()
  await eventually(() => page.getByRole('region', { name: 'Answer' }).innerText()).toContain('United Kingdom')
  expect(new URL(page.url()).search).toBe(query)
  expect(await page.getByRole('banner').innerText()).toMatch(/Signed in as\s+anna\s+Sign out/)
  expect(sent).toEqual([`POST ${tests.address()}/session ${JSON.stringify({ token: READER })}`])
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])
  expect(kept).toEqual([0, 0, ''])
  expect(await page.content()).not.toContain(READER)
  expect(await axeFindingsInBoth(page, '.top-bar')).toEqual([])
  expect(beside(troubles)).toEqual([])
})

test('whoever may read sees no Reload; whoever may write has it, and is signed in still when the page is opened again', async () => {
  const { page: reads } = await openIn(READER)
  expect(await reads.getByRole('button', { name: 'Reload' }).count()).toBe(0)
  const { page: writes } = await openIn(WRITER)
  await writes.reload()
  await drawn(writes)
  await writes.getByRole('button', { name: 'Reload' }).click()
  await writes.getByText(/^Read anew: version \d+\.$/).waitFor()
})

test('a session that is over leaves all that is drawn beneath the sign-in; then what failed is asked again', async () => {
  const { page, troubles } = await openIn(READER)
  await askByKey(page, '1')
  await endSession(page)
  await page.getByRole('button', { name: /Who condemned whom/ }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await dialog.waitFor()
  expect((await drawnScene(page)).actors).toHaveLength(26)
  expect(await axeFindingsInBoth(page)).toEqual([])
  // Nothing beneath is reached, and no key gets rid of it.
  const address = page.url()
  for (const key of ['Escape', 'Escape', 'F6', 'Tab', 'Tab', 'Tab', 'l', '2']) await page.keyboard.press(key)
  expect(await dialog.isVisible()).toBe(true)
  expect(page.url()).toBe(address)
  expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName)).toBe('DIALOG')

  await page.getByLabel('Token').fill('none-of-this-server')
  await page.keyboard.press('Enter')
  await says(dialog.page()).filter({ hasText: 'does not know this token' }).waitFor()
  await typeToken(page, WRITER)
  await dialog.waitFor({ state: 'detached' })
  await eventually(() => page.locator('h1').innerText()).toMatch(/^5 condemnations/)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Who condemned whom/)
  expect((await drawnScene(page)).actors).toHaveLength(26)
  expect(await page.getByRole('banner').innerText()).toContain('bert')
  expect(beside(troubles)).toEqual([])
})

test('a search and a Reload that met the end of the session are asked again too', async () => {
  const { page } = await openIn(WRITER)
  await endSession(page)
  await page.getByRole('button', { name: 'Reload' }).click()
  await typeToken(page, WRITER)
  await page.getByText(/^Read anew: version \d+\.$/).waitFor()
  await endSession(page)
  await page.getByRole('combobox', { name: /^Ask or search/ }).fill('Holsey')
  await typeToken(page, WRITER)
  await page.locator('#search:focus').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: /Alvin Holsey/ }).waitFor()
})

test('signing out clears everything drawn, here and in the other windows, and ends the session on the server', async () => {
  const { page, troubles } = await openIn(READER, '?open=actor%3Acanada')
  const other = await page.context().newPage()
  await other.goto(tests.address())
  await drawn(other)
  const [cookie] = await page.context().cookies()
  await signOut(page).focus()
  await page.keyboard.press('Enter')
  for (const each of [page, other]) {
    await each.locator(SIGN_IN).waitFor()
    expect(await each.locator('body').innerText()).toMatch(/^Entente\s+Sign in\s/)
    expect(await each.content()).not.toMatch(/Canada|Caribbean|anna/)
    expect(await each.title()).toBe('Entente')
  }
  const headers = { cookie: `${cookie?.name}=${cookie?.value}`, 'x-entente-preflight': '1' }
  const { text } = await ask(tests.address(), { path: '/session', headers })
  expect(JSON.parse(text)).toMatchObject({ required: true, signedIn: false })
  await page.reload()
  await page.locator(SIGN_IN).waitFor()
  await typeToken(page, READER)
  for (const each of [page, other]) await drawn(each)
  await page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: 'Canada' }).waitFor()
  expect(troubles).toEqual([])
})

test('a server that cannot be told leaves the reader signed in, and says so', async () => {
  const { page } = await openIn(READER)
  await page.route('**/session', (route) => route.abort())
  await signOut(page).click()
  await page.getByText('The server does not answer: you are still signed in.').waitFor()
  await drawn(page)
})

// The last one: for a minute this server takes no token from this machine.
test('too many wrong tokens: a sentence says how long to wait', async () => {
  const { page } = await openOut()
  const headers = { 'content-type': 'application/json', 'x-entente-preflight': '1' }
  const body = JSON.stringify({ token: 'none-of-this-server' })
  const wrong = () => ask(tests.address(), { method: 'POST', path: '/session', headers, body })
  while ((await wrong()).status !== 429);
  await typeToken(page, READER)
  await says(page)
    .filter({ hasText: /^Too many tokens were tried from here\. Wait \d+ seconds, then try again\.$/ })
    .waitFor()
  expect(await axeFindingsInBoth(page)).toEqual([])
})

import { buffer } from 'node:stream/consumers'
import type { Download, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, axeFindingsInBoth } from '../support/axe.ts'
import { unlikeness } from '../support/pixels.ts'
import { pageTests } from '../support/page-tests.ts'

const tests = pageTests()
const open = async (path = '', more = {}) => (await tests.open(path, { reducedMotion: 'reduce', ...more })).page

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Picture', exact: true }).waitFor()
}

async function saved(page: Page, button: string | RegExp): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download]: [Download, unknown] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) }
}

test('the picture is saved as it is on the screen, with title, key, filters, day and sources, and nothing of it lies elsewhere', async () => {
  const page = await open('?hide=neutral+violence')
  const headline = await page.locator('h1').innerText()
  await openDialog(page)
  const { name, bytes } = await saved(page, 'Save SVG')
  expect(name).toBe('caribbean-strikes-2025-known-2025-11-11.svg')
  const svg = bytes.toString('utf8')
  const words = svg
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  expect(words).toContain(headline)
  for (const part of [
    'Case: Caribbean strikes, 2025 · as known on 11 Nov 2025',
    'Suspension 3',
    'answered 5',
    'offered or threatened 1',
    'Government body 3',
    'Switched off: Violence and Neutral.',
    'CNN, carried by Realist English',
    '/?hide=',
  ]) {
    expect(words).toContain(part)
  }
  expect(words).not.toContain('Violence 1')
  expect(svg).toContain('src:url(data:font/woff2;base64,')
  expect(svg).not.toMatch(/(?:href|url\()\s*=?\s*["']?https?:/)

  const own = await unlikeness(page, tests.browser(), svg)
  expect(own).toBeLessThan(0.03)
  // What is drawn otherwise is told apart: the same with other colours, and with its lines drawn through.
  expect(await unlikeness(page, tests.browser(), svg.replaceAll('rgb(22,104,176)', 'rgb(194,125,0)'))).toBeGreaterThan(
    own + 0.001,
  )
  expect(await unlikeness(page, tests.browser(), svg.replaceAll(/stroke-dasharray="[^"]+"/g, ''))).toBeGreaterThan(
    own + 0.001,
  )
})

test('as PNG in twice the size; Escape closes, the focus goes back, and keys of the page hold nothing meanwhile', async () => {
  const page = await open()
  await openDialog(page)
  const button = page.getByRole('dialog').getByRole('button', { name: /^Save PNG/ })
  const [, width, height] = /(\d+) × (\d+)/.exec(await button.innerText()) ?? []
  const { name, bytes } = await saved(page, /^Save PNG/)
  expect(name).toBe('caribbean-strikes-2025-known-2025-11-11.png')
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([Number(width), Number(height)])
  await page.keyboard.press('1')
  expect(await axeFindingsInBoth(page, 'dialog')).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Export')
  expect(new URL(page.url()).search).toBe('')
})

test('any table as CSV: the answer, and the list in the order of the screen', async () => {
  const page = await open('?ask=distancing&toward=us&sort=-who')
  await page.locator('#table').waitFor()
  await openDialog(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Table' }).click()
  const answer = await saved(page, 'Save CSV')
  expect(answer.name).toBe('caribbean-strikes-2025-known-2025-11-11-answer.csv')
  const lines = answer.bytes.toString('utf8').split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFFWho,.*,Event ids$/)
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['United Kingdom', 'Canada', ''])
  await page.getByRole('radio', { name: /^Events/ }).check()
  const events = (await saved(page, 'Save CSV')).bytes.toString('utf8')
  const who = events
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[0] ?? '')
  expect(who).toHaveLength(17)
  expect(who).toEqual([...who].sort((a, b) => b.localeCompare(a, 'en')))
  expect(events).toContain(',2025-09-01,2025-10-11,some day within,2025-11-11,done,reported,no,no,1,')
  expect(await axeFindings(page, 'dialog')).toEqual([])
  await page.keyboard.press('Escape')

  // Beside the list there is no picture to save, and one click shows it.
  await page.keyboard.press('l')
  await page.locator('[data-list]').waitFor()
  await openDialog(page)
  await page.getByRole('button', { name: 'Show the picture' }).click()
  await page.getByRole('button', { name: 'Save SVG' }).waitFor()
})

test('two days are saved beside each other, each under its day; while the server is away as they stand, and sources wait', async () => {
  const page = await open('?compare=2025-10-01')
  await page.locator('#picture-beside[data-actors]').waitFor()
  await page.route('**/graphql', (route) => route.abort())
  await openDialog(page)
  const svg = (await saved(page, 'Save SVG')).bytes.toString('utf8')
  expect([...svg.matchAll(/data-pane="/g)]).toHaveLength(2)
  expect(svg.indexOf('As known on 1 Oct 2025')).toBeGreaterThan(-1)
  expect(svg).toContain('Sources wait until the server and its database answer.')
  expect(svg.lastIndexOf('As known on 11 Nov 2025')).toBeGreaterThan(svg.indexOf('As known on 1 Oct 2025'))
})

test('on paper: the picture drawn for it, light, with its title; nothing of the bars of the page', async () => {
  const printed: string[] = []
  const page = await open('?ask=distancing&toward=us', {
    colorScheme: 'dark',
    ready: '.top-bar',
    before: async (watched: Page) => {
      await watched.exposeFunction('tellPrinted', () => printed.push('page'))
      await watched.addInitScript(() => {
        window.print = () => (window as unknown as { tellPrinted: () => void }).tellPrinted()
      })
    },
  })
  // The key is taken before what it prints has come.
  await page.keyboard.press('Control+p')
  await expect.poll(() => printed, { timeout: 20_000 }).toEqual(['page'])
  await page.locator('#table').waitFor()
  await page.locator('#picture[data-actors]').waitFor()
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.print-sheet svg')
  await sheet.waitFor({ state: 'visible' })
  expect(await sheet.textContent()).toContain('Case: Caribbean strikes, 2025 · as known on 11 Nov 2025')
  expect(await sheet.locator('rect').first().getAttribute('fill')).toMatch(/^#fff(?:fff)?$/)
  expect(await page.locator('#table').isVisible()).toBe(true)
  expect(await page.locator('.top-bar').isVisible()).toBe(false)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  expect(await sheet.count()).toBe(0)
})

test('data for other programs: what is shown, with what is switched off, or all; a server that is away is told', async () => {
  const page = await open('?hide=neutral+violence&toward=us')
  await openDialog(page)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Data' }).click()
  await dialog.getByRole('radio', { name: /^JSON/ }).check()
  const kindsOf = ({ bytes }: { readonly bytes: Buffer }) =>
    new Set((JSON.parse(bytes.toString('utf8')) as { events: { kind: string }[] }).events.map(({ kind }) => kind))
  const shown = await saved(page, 'Save data')
  expect(shown.name).toBe('caribbean-strikes-2025-2025-11-11.json')
  expect(kindsOf(shown)).toEqual(new Set(['COOPERATION', 'SUSPENSION', 'CONDEMNATION', 'PRESSURE', 'COERCION']))
  await dialog.getByRole('radio', { name: /^All of/ }).check()
  expect(kindsOf(await saved(page, 'Save data'))).toContain('VIOLENCE')
  expect(await axeFindings(page, 'dialog')).toEqual([])
  await page.route('**/export?**', (route) => route.abort())
  await dialog.getByRole('button', { name: 'Save data' }).click()
  await dialog.getByRole('alert').getByText('The server does not answer.').waitFor()
})

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { QUESTION_KINDS } from '../../server/domain/words.ts'
import { drawnScene } from '../support/browser.ts'
import { runEntente, temporaryFolder } from '../support/entente-process.ts'
import { eventually, pageTests } from '../support/page-tests.ts'
import { numRuns } from '../support/samples.ts'
import { addressOf, ALL_PAYLOADS, payloadOf, targetOf, writeXssCase } from '../support/xss-case.ts'
import { NO_ADDRESSES, XSS_PAYLOADS } from '../support/xss-payloads.ts'

const CASE = 'collection=payloads'

const { open, browser } = pageTests({
  prepare: async (dataFolder) => {
    const files = temporaryFolder()
    writeXssCase(files.folder, 'payloads')
    const { code, stderr } = await runEntente(['load', files.folder, '--data', dataFolder])
    files.remove()
    expect(code, stderr).toBe(0)
  },
})

/** Keeps what a payload that runs would do: call the canary, open a dialog or a window, go elsewhere. */
async function lay(page: Page): Promise<string[]> {
  const ran: string[] = []
  await page.exposeFunction('tellCanary', () => ran.push('canary'))
  await page.addInitScript(() => {
    const { tellCanary } = window as unknown as { tellCanary: () => void }
    Object.defineProperty(window, 'canary', { value: () => tellCanary(), writable: false, configurable: false })
  })
  page.on('dialog', (dialog) => {
    ran.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => ran.push(`window: ${popup.url()}`))
  page.on('frameattached', () => ran.push('frame'))
  page.on('framenavigated', (frame) => {
    if (!/^http:\/\/127\.0\.0\.1:|^about:blank$/.test(frame.url())) ran.push(`went to ${frame.url()}`)
  })
  return ran
}

async function openLaid(path: string, ready?: string) {
  let ran: string[] = []
  const before = async (page: Page) => {
    ran = await lay(page)
  }
  const watched = await open(path, { ...(ready === undefined ? {} : { ready }), before })
  return { ...watched, ran }
}

/** Goes to a view of the page that is open, as a link or the back button does. */
const goTo = (page: Page, query: string) =>
  page.evaluate((search) => {
    window.history.pushState(null, '', search)
    window.dispatchEvent(new PopStateEvent('popstate'))
  }, query)

const query = (parts: Readonly<Record<string, string>>) => `?${new URLSearchParams(parts).toString()}`

/** Those that no text holds. */
const notIn = (texts: readonly (string | null)[], wanted: readonly string[]) =>
  wanted.filter((text) => !texts.some((each) => each?.includes(text)))

const allTexts = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) => elements.map(({ textContent }) => textContent))

/** Every so many of them, so that each field of the product is seen with a sample every day, and with all deep. */
const SEEN = XSS_PAYLOADS.map((_, record) => record).filter((record) => record % numRuns(100, 1) === 0)

const OF_EVENT = [
  'name',
  'scope',
  'summary',
  'note',
  'speaker',
  'quote',
  'paraphrase',
  'locator',
  'publisher',
  'title',
] as const
const OF_TIE = ['name', 'scope', 'summary', 'publisher'] as const
const OF_ACTOR = ['name', 'alias', 'description', 'role'] as const

test('there are 200 payloads, and many of them run in a page that takes texts for markup', async () => {
  expect(new Set(XSS_PAYLOADS).size).toBeGreaterThanOrEqual(200)
  const careless = await browser().newPage()
  const ran = await lay(careless)
  await careless.route('**/*', (route) => route.abort())
  await careless.goto('about:blank')
  for (const payload of XSS_PAYLOADS) {
    await careless.evaluate((text) => {
      for (const markup of [text, `<i title="${text}">`, `<i title='${text}'>`, `<i title=${text}>`]) {
        const place = document.createElement('div')
        document.body.append(place)
        place.append(document.createRange().createContextualFragment(markup))
        place.firstElementChild?.dispatchEvent(new MouseEvent('mouseover'))
      }
    }, payload)
  }
  await eventually(() => ran.filter((each) => each === 'canary').length).toBeGreaterThan(60)
})

test(
  'no text of a case is taken for a script, wherever it is shown: it stands there as text',
  async () => {
    const { page, troubles, ran } = await openLaid(`?${CASE}`)
    const { actors } = await drawnScene(page)
    expect(actors.map(({ name }) => name).sort()).toEqual([...XSS_PAYLOADS].sort())
    await page.getByRole('button', { name: 'More questions…' }).click()
    expect(await allTexts(page, '.questions button > span')).toEqual(XSS_PAYLOADS)
    expect(await page.locator('.case-picker').textContent()).toContain(ALL_PAYLOADS)
    await page.locator('.case-picker').click()
    await eventually(() => page.getByRole('menuitemradio').allTextContents()).toContain(`${ALL_PAYLOADS}case`)
    await page.keyboard.press('Escape')
    expect(await page.locator('h1').first().textContent()).toContain(payloadOf(0, 'scope'))

    // Printed, the list draws every row.
    await page.emulateMedia({ media: 'print' })
    for (const [list, column] of [
      ['actors', 1],
      ['events', 4],
    ] as const) {
      await goTo(page, query({ collection: 'payloads', show: list }))
      const cells = `table[data-list="${list}"] tbody tr:not([aria-hidden]) > :nth-child(${column})`
      await eventually(async () => (await allTexts(page, cells)).length).toBe(XSS_PAYLOADS.length)
      expect(notIn(await allTexts(page, cells), XSS_PAYLOADS)).toEqual([])
    }
    await page.emulateMedia({ media: 'screen' })

    // Beside the list, which costs less than a picture of so many.
    await goTo(page, query({ collection: 'payloads', show: 'events' }))
    for (const [place] of QUESTION_KINDS.entries()) {
      if (place % numRuns(3, 1) !== 0) continue
      const asked = XSS_PAYLOADS[place] ?? ''
      await page.keyboard.press(String(place + 1))
      await page.locator('.questions li').nth(place).locator('[aria-pressed="true"]').waitFor({ state: 'attached' })
      // A picture of so many actors takes its time.
      await expect.poll(() => page.title(), { timeout: 60_000 }).toContain(asked.replaceAll(/\s+/g, ' '))
      await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' })
    }

    const details = page.getByRole('complementary', { name: 'Details' })
    const missing = async (texts: readonly string[]) => {
      const shown = (await details.textContent())?.toLowerCase() ?? ''
      return texts.filter((text) => !shown.includes(text.toLowerCase()))
    }
    for (const record of SEEN) {
      const view = { collection: 'payloads', show: 'events' }
      await goTo(page, query({ ...view, open: `event:payloads/event-${record}` }))
      await eventually(() => missing(OF_EVENT.map((field) => payloadOf(record, field)))).toEqual([])
      expect(await details.locator('a').getAttribute('href')).toBe(addressOf(record))
      await goTo(page, query({ ...view, open: `tie:actor-${record}>${targetOf(record)}` }))
      await eventually(() => missing(OF_TIE.map((field) => payloadOf(record, field)))).toEqual([])
      await goTo(page, query({ ...view, open: `actor:actor-${record}` }))
      await eventually(() => missing(OF_ACTOR.map((field) => payloadOf(record, field)))).toEqual([])
    }

    const field = page.getByRole('combobox', { name: /^Ask or search/ })
    for (const record of SEEN) {
      await field.fill(payloadOf(record, 'name'))
      await eventually(() => page.locator('.ask-lines [role="option"], .ask-note:not(:empty)').count()).toBeGreaterThan(
        0,
      )
      await page.getByRole('button', { name: 'Empty the box' }).click()
    }
    expect(ran).toEqual([])
    expect(troubles).toEqual([])
  },
  numRuns(240_000, 1_800_000),
)

test('nor is what an address says', async () => {
  const { page, troubles, ran } = await openLaid(query({ collection: ALL_PAYLOADS.slice(0, 2000) }), 'h1 + button')
  const addresses = XSS_PAYLOADS.map((payload) => {
    const parts = { question: payload, with: payload, level: payload, known: payload, show: payload, hide: payload }
    return query({ collection: payload, open: `event:${payload}`, ...parts })
  })
  const headings = await page.evaluate(async (all) => {
    const h1 = () => document.querySelector('h1')?.textContent
    const seen: (string | null | undefined)[] = []
    for (const address of all) {
      const before = h1()
      window.history.pushState(null, '', address)
      window.dispatchEvent(new PopStateEvent('popstate'))
      for (let wait = 0; wait < 1000 && h1() === before; wait++) await new Promise((resolve) => setTimeout(resolve, 2))
      seen.push(h1())
    }
    return seen
  }, addresses)
  expect(headings).toEqual(XSS_PAYLOADS.map((each) => `This link names a collection that is not here: ${each}.`))
  const end = ALL_PAYLOADS.replaceAll(/\s+/g, ' ').replaceAll('>', '')
  const tie = `tie:${end}>${end}`
  await goTo(page, `${query({ collection: 'payloads', show: 'list', open: tie })}#${encodeURIComponent(ALL_PAYLOADS)}`)
  await page.getByText('This tie is not drawn on this day and level.').waitFor()
  expect(ran).toEqual([])
  expect(troubles).toEqual([])
})

test('a source has an address of the web or none', async () => {
  const files = temporaryFolder()
  writeXssCase(files.folder, 'payloads', (record) => NO_ADDRESSES[record] ?? addressOf(record))
  const { code, stdout, stderr } = await runEntente(['check', files.folder])
  files.remove()
  expect(code).not.toBe(0)
  expect(`${stdout}${stderr}`.match(/is not an address of the web/g)).toHaveLength(NO_ADDRESSES.length)
})

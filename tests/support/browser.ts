import { chromium, type Browser, type BrowserContextOptions, type Page, type Route } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'
import type { SceneDescription } from '../../client/canvas/describe.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The canvas, once it has drawn somebody. */
const DRAWN = '#picture[data-actors]:not([data-actors="0"])'

/** The Chromium of this machine. @throws where there is none; `npm test` then leaves the tests of the page out, or fails. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('There is no Chromium. Install one, or name it in ENTENTE_CHROMIUM.')
  return chromium.launch({ executablePath, args: FLAGS })
}

/** A page of the product that keeps what went wrong in it: errors of scripts, of the console, of the content policy. */
export interface WatchedPage {
  readonly page: Page
  readonly troubles: string[]
}

export interface Opening extends BrowserContextOptions {
  /** What shows that the page is there; the drawn picture unless told. */
  readonly ready?: string
  /**
   * Takes requests of the page for the server on their way. It stands before the page is opened: a route that is laid later lets some
   * of the first requests after it through.
   */
  readonly onRequest?: (route: Route) => unknown
}

/** Opens an address in a context of its own and waits until it is ready. */
export async function openPage(
  browser: Browser,
  address: string,
  { ready = DRAWN, onRequest, ...options }: Opening = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text())
  })
  await page.exposeFunction('reportViolation', (what: string) => troubles.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { reportViolation } = window as unknown as { reportViolation: (what: string) => void }
      reportViolation(`content policy: ${violatedDirective} ${blockedURI}`)
    })
  })
  if (onRequest) await page.route('**/graphql', onRequest)
  await page.goto(address)
  await page.locator(ready).first().waitFor({ state: 'attached' })
  return { page, troubles }
}

/** What the canvas has drawn, in its own words. While the network is on its way it draws nobody: that passes. */
export async function drawnScene(page: Page): Promise<SceneDescription> {
  await page
    .locator(DRAWN)
    .waitFor({ state: 'attached', timeout: 5_000 })
    .catch(() => {})
  return page.locator('#picture').evaluate((host) => {
    const reply: { scene: SceneDescription | null } = { scene: null }
    host.dispatchEvent(new CustomEvent('entente-describe', { detail: reply }))
    if (!reply.scene) throw new Error('The canvas has drawn nothing.')
    return reply.scene
  })
}

/** Ids of the events whose lines are highlighted, without their collection, sorted. */
export async function litEvents(page: Page): Promise<readonly string[]> {
  const { lines } = await drawnScene(page)
  return lines
    .filter(({ lit }) => lit)
    .flatMap(({ events }) => events.map((id) => id.replace(/^.*\//, '')))
    .sort()
}

/** Asks a question by its key and waits for the answer. @returns the sentence */
export async function askByKey(page: Page, key: string): Promise<string> {
  const question = page
    .getByRole('navigation', { name: 'Questions' })
    .locator('ol button')
    .nth(Number(key) - 1)
  await page.keyboard.press(key)
  await page.locator('ol button[aria-pressed="true"]').waitFor()
  if ((await question.getAttribute('aria-pressed')) !== 'true') throw new Error(`Key ${key} asked another question.`)
  await page.locator('#table').waitFor()
  return page.getByRole('region', { name: 'Answer' }).locator('h1').innerText()
}

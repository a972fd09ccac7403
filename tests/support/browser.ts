import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Page,
  type Request,
  type Route,
} from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'
import type { SceneDescription } from '../../client/canvas/describe.ts'

/**
 * What Chromium leaves out. Its address bar draws its suggestions in two pages of its own beside each that is opened, which costs as much
 * as the page itself; the others are those that Playwright leaves out, whose list this one replaces.
 */
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${WITHOUT.join(',')}`,
]

/** The canvas, once it has drawn somebody. */
const DRAWN = '#picture[data-actors]:not([data-actors="0"])'

/** How the Chromium of this machine is started. @throws where there is none; `npm test` then leaves the tests of the page out, or fails. */
export function browserOptions(): { readonly executablePath: string; readonly args: string[] } {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('There is no Chromium. Install one, or name it in ENTENTE_CHROMIUM.')
  return { executablePath, args: FLAGS }
}

/** The Chromium of this machine. @throws as `browserOptions` */
export const launchBrowser = (): Promise<Browser> => chromium.launch(browserOptions())

/** A page of the product that keeps what went wrong in it. */
export interface WatchedPage {
  readonly page: Page
  /** Errors of scripts, of the console, of the content policy. */
  readonly troubles: string[]
  /** What the content policy refused, trusted types among it: as the page was told, and as the browser notes by itself. */
  readonly violations: string[]
  /** Hosts that were asked for anything. */
  readonly hosts: Set<string>
}

export interface Opening extends BrowserContextOptions {
  /** What shows that the page is there; the drawn picture unless told. */
  readonly ready?: string
  /**
   * Takes requests of the page for the server on their way. It stands before the page is opened: a route that is laid later lets some
   * of the first requests after it through.
   */
  readonly onRequest?: (route: Route) => unknown
  /** Done with the page before it is opened. */
  readonly before?: (page: Page) => Promise<unknown>
}

/** Opens an address in a context of its own and waits until it is ready. */
export async function openPage(
  browser: Browser,
  address: string,
  { ready = DRAWN, onRequest, before, ...options }: Opening = {},
): Promise<WatchedPage> {
  // Nothing glides, so that nothing is drawn sixty times a second that no test looks at.
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const troubles: string[] = []
  const violations = await watchPolicy(page)
  const hosts = new Set<string>()
  const asked = (request: Request) => {
    // What the content policy stops is told there, and never leaves.
    if (request.failure()?.errorText === 'csp' || !/^(?:http|ws)/.test(request.url())) return
    hosts.add(new URL(request.url()).host)
  }
  page.on('requestfinished', asked)
  page.on('requestfailed', asked)
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text())
  })
  if (onRequest) await page.route('**/graphql', onRequest)
  await before?.(page)
  await page.goto(address)
  await page.locator(ready).first().waitFor({ state: 'attached' })
  return { page, troubles, violations, hosts }
}

/** Two witnesses: a script that stops the event on its way silences one of them only. */
async function watchPolicy(page: Page): Promise<string[]> {
  const violations: string[] = []
  await page.exposeFunction('reportViolation', (what: string) => violations.push(what))
  await page.addInitScript(() => {
    const tell = ({ violatedDirective, blockedURI, sample }: SecurityPolicyViolationEvent) => {
      const { reportViolation } = window as unknown as { reportViolation: (what: string) => void }
      reportViolation(`content policy: ${violatedDirective} ${blockedURI} ${sample}`)
    }
    window.addEventListener('securitypolicyviolation', tell, true)
  })
  const browser = await page.context().newCDPSession(page)
  browser.on('Audits.issueAdded', ({ issue }) => {
    const found = issue.details.contentSecurityPolicyIssueDetails
    if (found) violations.push(`noted: ${found.violatedDirective} ${found.blockedURL ?? ''}`)
  })
  await browser.send('Audits.enable')
  return violations
}

/** A point of a scene, as a point of the window. */
export async function onScreen(
  page: Page,
  { camera }: SceneDescription,
  { x, y }: { readonly x: number; readonly y: number },
  pane = '#picture',
): Promise<{ readonly x: number; readonly y: number }> {
  const host = await page.locator(pane).boundingBox()
  return {
    x: (host?.x ?? 0) + x * camera.zoom + camera.pan.x,
    y: (host?.y ?? 0) + y * camera.zoom + camera.pan.y,
  }
}

/** What the canvas has drawn, in its own words. While the network is on its way it draws nobody: that passes. */
export async function drawnScene(
  page: Page,
  pane: '#picture' | '#picture-beside' = '#picture',
): Promise<SceneDescription> {
  await page
    .locator(DRAWN.replace('#picture', pane))
    .waitFor({ state: 'attached', timeout: 5_000 })
    .catch(() => {})
  return page.locator(pane).evaluate((host) => {
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
  // The column of questions may be a rail.
  await page.locator('ol button[aria-pressed="true"]').waitFor({ state: 'attached' })
  if ((await question.getAttribute('aria-pressed')) !== 'true') throw new Error(`Key ${key} asked another question.`)
  await page
    .locator('#answer[aria-busy="false"], .compare-strip h1:not(.earlier-answer)')
    .waitFor({ state: 'attached' })
  return page.getByRole('region', { name: 'Answer' }).locator('h1').innerText()
}

import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { openPage } from '../tests/support/browser.ts'
import { serveEntente, temporaryFolder } from '../tests/support/entente-process.ts'
import { findChromium } from './chromium.ts'

/** Opens an address of the page, such as `?show=events`, in a context of its own, and waits until nothing is on its way. */
export type OpenRealPage = (address: string, how?: BrowserContextOptions) => Promise<Page>

/** The real page of the seeded case, from a server of its own in a real browser. Everything is ended after the work. */
export async function onRealPage(work: (open: OpenRealPage) => Promise<void>): Promise<void> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('There is no Chromium. Install one, or name it in ENTENTE_CHROMIUM.')
  const data = temporaryFolder()
  const served = await serveEntente(data.folder)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await work(async (address, how = {}) => {
      const { page } = await openPage(browser, `${served.address}/${address}`, {
        ...how,
        ready: '#picture[data-actors], #list tbody tr',
      })
      page.on('pageerror', (error) => console.error(error.message))
      await rest(page)
      return page
    })
  } finally {
    await browser.close()
    await served.stop()
    data.remove()
  }
}

const QUIET_MS = 600

/** Waits until nothing is busy and nothing has been asked of the server for a moment. */
export async function rest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  let last = Date.now()
  const asked = () => (last = Date.now())
  page.on('request', asked)
  page.on('requestfinished', asked)
  while (Date.now() - last < QUIET_MS) await page.waitForTimeout(100)
  page.off('request', asked)
  page.off('requestfinished', asked)
}

import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser, openPage, type Opening, type WatchedPage } from './browser.ts'
import { serveEntente, temporaryFolder, type Served } from './entente-process.ts'

/** What the tests of the page in one file share. */
export interface PageTests {
  /** Of the server, without a slash at its end. */
  readonly address: () => string
  readonly browser: () => Browser
  /** Opens a path of the server, such as `?question=…`, in a window of its own, which is closed when the test ends. */
  readonly open: (path?: string, options?: Opening) => Promise<WatchedPage>
}

/** Serves the seeded case and launches a browser before the tests of a file; ends both after them. */
export function pageTests(): PageTests {
  const data = temporaryFolder()
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    served = await serveEntente(data.folder)
    browser = await launchBrowser()
  })
  // A window that stays open goes on drawing, and each further test waits longer.
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
    data.remove()
  })
  return {
    address: () => served.address,
    browser: () => browser,
    open: (path = '', options = {}) => openPage(browser, `${served.address}/${path}`, options),
  }
}

/** As `expect.poll`: a browser beside everything else on two cores takes its time. */
export const eventually = <T>(seen: () => T) => expect.poll(seen, { timeout: 20_000 })

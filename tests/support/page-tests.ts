import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser, openPage, type Opening, type WatchedPage } from './browser.ts'
import { serveEntente, temporaryFolder, type Served } from './entente-process.ts'

/** What the tests of the page in one file share. */
export interface PageTests {
  /** Of the server, without a slash at its end. */
  readonly address: () => string
  readonly browser: () => Browser
  /**
   * Opens a path of the server, such as `?question=…`, in a window of its own, which is closed when the test ends. The test fails where
   * the content policy refused anything in it, or where it asked another host for anything.
   */
  readonly open: (path?: string, options?: Opening) => Promise<WatchedPage>
}

/**
 * Serves the seeded case and launches a browser before the tests of a file; ends both after them.
 * @param env of the server @param prepare what is done with the data folder before it is served
 */
export function pageTests(
  env: Readonly<Record<string, string>> = {},
  prepare: (dataFolder: string) => Promise<void> = async () => {},
): PageTests {
  const data = temporaryFolder()
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    await prepare(data.folder)
    served = await serveEntente(data.folder, env)
    browser = await launchBrowser()
  })
  const opened: WatchedPage[] = []
  afterEach(async () => {
    // A window that stays open goes on drawing, and each further test waits longer.
    await Promise.all(browser.contexts().map((context) => context.close()))
    const seen = opened.splice(0)
    expect(seen.flatMap(({ violations }) => violations)).toEqual([])
    const own = new URL(served.address).host
    expect(seen.flatMap(({ hosts }) => [...hosts]).filter((host) => host !== own)).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
    data.remove()
  })
  return {
    address: () => served.address,
    browser: () => browser,
    async open(path = '', options = {}) {
      const watched = await openPage(browser, `${served.address}/${path}`, options)
      opened.push(watched)
      return watched
    },
  }
}

/** As `expect.poll`: a browser beside everything else on two cores takes its time. */
export const eventually = <T>(seen: () => T) => expect.poll(seen, { timeout: 20_000 })

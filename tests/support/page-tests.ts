import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { openPage, type Opening, type WatchedPage } from './browser.ts'
import { serveEntente, temporaryFolder } from './entente-process.ts'

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

/** A server of its own, for tests that write to it, or that need it to be otherwise. */
interface OwnServer {
  readonly env?: Readonly<Record<string, string>>
  /** What is done with the data folder before it is served. */
  readonly prepare?: (dataFolder: string) => Promise<void>
}

/**
 * Lends the tests of a file the one browser of the run, and the one server of the seeded case, which they may only read; or serves the
 * case for them alone, and ends that after them.
 */
export function pageTests(own?: OwnServer): PageTests {
  let address: string
  let end = async (): Promise<void> => {}
  let browser: Browser
  beforeAll(async () => {
    const lent = inject('pageTests')
    if ('none' in lent) throw new Error(lent.none)
    browser = await chromium.connect(lent.browser)
    if (own) ({ address, end } = await serve(own))
    else ({ address } = lent)
  })
  const opened: WatchedPage[] = []
  afterEach(async () => {
    // A window that stays open goes on drawing, and each further test waits longer.
    await Promise.all(browser.contexts().map(endOf))
    const seen = opened.splice(0)
    expect(seen.flatMap(({ violations }) => violations)).toEqual([])
    const { host } = new URL(address)
    expect(seen.flatMap(({ hosts }) => [...hosts]).filter((each) => each !== host)).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await end()
  })
  return {
    address: () => address,
    browser: () => browser,
    async open(path = '', options = {}) {
      const watched = await openPage(browser, `${address}/${path}`, options)
      opened.push(watched)
      return watched
    },
  }
}

async function serve({ env = {}, prepare }: OwnServer): Promise<{ address: string; end: () => Promise<void> }> {
  const data = temporaryFolder()
  await prepare?.(data.folder)
  const served = await serveEntente(data.folder, env)
  const end = async () => {
    await served.stop()
    data.remove()
  }
  return { address: served.address, end }
}

/** As `expect.poll`: a browser beside everything else on two cores takes its time. */
export const eventually = <T>(seen: () => T) => expect.poll(seen, { timeout: 20_000 })

/** What a page asked last may still be on its way through a test's hands: it is nobody's fault that nobody waits for it. */
async function endOf(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })))
  await context.close()
}

import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { browserOptions } from './browser.ts'
import { serveEntente, temporaryFolder } from './entente-process.ts'

/** What every file of the tier shares, or why it is not there. */
export type LentPage =
  | {
      /** Where Playwright reaches the browser. */
      readonly browser: string
      /** Of a server of the seeded case, without a slash at its end. */
      readonly address: string
    }
  | { readonly none: string }

declare module 'vitest' {
  interface ProvidedContext {
    pageTests: LentPage
  }
}

/** Run once before the tests of the page: starts the browser and the server that they share; ends both, with the run at the latest. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const endings: (() => Promise<unknown>)[] = []
  const end = async () => {
    await Promise.allSettled(endings.map((each) => each()))
  }
  try {
    const browser = await chromium.launchServer(browserOptions())
    endings.push(() => browser.close())
    const data = temporaryFolder()
    endings.push(async () => data.remove())
    const served = await serveEntente(data.folder)
    const kill = () => served.child.kill('SIGKILL')
    process.once('exit', kill)
    endings.unshift(async () => {
      process.off('exit', kill)
      await served.stop()
    })
    project.provide('pageTests', { browser: browser.wsEndpoint(), address: served.address })
  } catch (error) {
    project.provide('pageTests', { none: error instanceof Error ? error.message : String(error) })
  }
  return end
}

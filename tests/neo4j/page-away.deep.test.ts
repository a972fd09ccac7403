import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askByKey, drawnScene, launchBrowser, openPage } from '../support/browser.ts'
import { neo4jEnv, serveEntente, temporaryFolder, type Served } from '../support/entente-process.ts'
import { ownNeo4j } from '../support/own-neo4j.ts'

const own = await ownNeo4j('page-away', 'page-away.deep.test.ts')
/** A browser and two servers on two cores take their time. */
const eventually = <T>(seen: () => T) => expect.poll(seen, { timeout: 30_000 })
/** A server is started in it, with a browser beside it. */
const LONG_MS = 300_000
/** Named, it receives what the page looked like. */
const SHOTS = process.env['ENTENTE_SHOTS']

describe.skipIf(own === null)('the page of a server whose Neo4j comes and goes', () => {
  const { target, start, kill, remove } = own!
  const data = temporaryFolder()
  let served: Served
  let browser: Browser

  beforeAll(async () => {
    await start()
    served = await serveEntente(data.folder, neo4jEnv(target))
    browser = await launchBrowser()
  }, LONG_MS)

  afterAll(async () => {
    await browser?.close()
    served?.child.kill('SIGKILL')
    await served?.ended
    await remove()
    data.remove()
  })

  test(
    'goes on from memory with one line, its details say what to do, and all comes back by itself',
    async () => {
      const { page, troubles } = await openPage(browser, served.address)
      const line = page.getByRole('status').filter({ hasText: 'nothing is lost' })
      const details = page.getByRole('complementary', { name: 'Details' })
      await askByKey(page, '6')
      await kill()
      expect(await askByKey(page, '1')).toContain('United Kingdom')
      await line.waitFor()
      expect(await line.innerText()).toContain(`Neo4j at ${target.uri} does not answer.`)
      expect(await page.locator('#table').innerText()).toContain('1 origin')
      await page.getByRole('button', { name: /^Open: United Kingdom/ }).click()
      await details.getByRole('alert').waitFor()
      expect(await details.getByRole('alert').innerText()).toMatch(/does not answer\..* Nothing is lost\.\s+Try again$/)
      await shot(page, 'away')
      await details.getByRole('button', { name: 'Try again' }).click()
      await details.getByRole('alert').waitFor()
      expect(await page.getByRole('button', { name: 'Reload' }).isDisabled()).toBe(true)
      for (const key of ['2', '3', '4', '5', '6', '1']) await askByKey(page, key)
      expect((await drawnScene(page)).actors.length).toBeGreaterThan(20)
      await page.reload()
      await line.waitFor()
      await eventually(async () => (await drawnScene(page)).actors.length).toBeGreaterThan(20)
      await page.getByRole('button', { name: /^Open: United Kingdom/ }).click()
      await details.getByRole('alert').waitFor()

      await start()
      await line.waitFor({ state: 'detached', timeout: 30_000 })
      await details.getByText('ASSERTS').waitFor()
      await eventually(() => page.locator('#table').innerText()).toContain('CNN')
      await page.getByRole('button', { name: 'Reload', exact: true }).click()
      await page.getByRole('status').filter({ hasText: 'Read anew: version' }).waitFor()
      await shot(page, 'back')
      expect(troubles).toEqual([])
    },
    LONG_MS,
  )
})

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return
  if (!existsSync(SHOTS)) mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, `page-${name}.png`) })
}

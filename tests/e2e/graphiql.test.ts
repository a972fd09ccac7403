import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXAMPLES } from '../../client/graphiql/examples.ts'
import { findChromium } from '../../scripts/chromium.ts'
import { serveEntente, temporaryFolder, type Served } from '../support/entente-process.ts'
import { post } from '../support/http.ts'

const NAMES = EXAMPLES.map((text) => /^(?:query|mutation) (\w+)/m.exec(text)?.[1] ?? '')

const data = temporaryFolder()
let served: Served
let browser: Browser

beforeAll(async () => {
  served = await serveEntente(data.folder)
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser?.close()
  await served?.stop()
  data.remove()
})

test('GraphiQL shows its examples and answers the first, from this server alone and within its content policy', async () => {
  const page = await browser.newPage()
  const troubles: string[] = []
  const hosts = new Set<string>()
  const workers: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('request', (request) => {
    if (request.url().startsWith('http')) hosts.add(new URL(request.url()).host)
  })
  page.on('worker', (worker) => workers.push(worker.url()))

  await page.goto(`${served.address}/graphiql`)
  for (const name of NAMES) await page.getByRole('tab', { name }).waitFor()
  expect(await page.getByRole('tab').count()).toBe(NAMES.length)

  // The editor takes a while to know the operation under its cursor; until then pressing the button does nothing.
  await page.locator('.graphiql-query-editor .view-line', { hasText: 'distancing' }).first().waitFor()
  const answered = page.locator('.result-window', { hasText: 'sentence' })
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: /Execute query/ }).click()
        await answered.waitFor({ timeout: 2000 }).catch(() => {})
        return answered.count()
      },
      { timeout: 30_000 },
    )
    .toBe(1)
  expect(await page.locator('.result-window').innerText()).toMatch(/United\sKingdom/)
  await expect.poll(() => workers.some((worker) => worker.includes('graphql.worker')), { timeout: 15_000 }).toBe(true)
  expect([...hosts]).toEqual([new URL(served.address).host])
  expect(troubles).toEqual([])
})

test.each(EXAMPLES)(
  'each example answers on the store that needs nothing else; Cypher with one plain sentence: %s',
  async (query) => {
    const answer = JSON.parse((await post(served.address, { query })).text) as {
      readonly errors?: readonly { readonly message: string }[]
    }
    const said = answer.errors?.map(({ message }) => message) ?? []
    if (!query.includes('cypher(')) return expect(said).toEqual([])
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^[A-Z][^\n]*\.$/)
  },
)

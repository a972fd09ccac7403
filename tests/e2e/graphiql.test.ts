import { expect, test } from 'vitest'
import { EXAMPLES } from '../../client/graphiql/examples.ts'
import { post } from '../support/http.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const NAMES = EXAMPLES.map((text) => /^(?:query|mutation) (\w+)/m.exec(text)?.[1] ?? '')

const { address, open } = pageTests()

test('GraphiQL shows its examples and answers the first, from this server alone and within its content policy', async () => {
  const { page, troubles } = await open('graphiql', { ready: '[role="tab"]' })
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
  await eventually(() => page.workers().some((worker) => worker.url().includes('graphql.worker'))).toBe(true)
  expect(troubles).toEqual([])
})

test.each(EXAMPLES)(
  'each example answers on the store that needs nothing else; Cypher with one plain sentence: %s',
  async (query) => {
    const answer = JSON.parse((await post(address(), { query })).text) as {
      readonly errors?: readonly { readonly message: string }[]
    }
    const said = answer.errors?.map(({ message }) => message) ?? []
    if (!query.includes('cypher(')) return expect(said).toEqual([])
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^[A-Z][^\n]*\.$/)
  },
)

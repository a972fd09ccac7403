import { describe, expect, test } from 'vitest'
import { EXAMPLES } from '../../client/graphiql/examples.ts'
import { eventually, pageTests } from '../support/page-tests.ts'
import { READER, SIGN_IN, TOKENS, typeToken } from '../support/tokens.ts'

const NAMES = EXAMPLES.map((text) => /^(?:query|mutation) (\w+)/m.exec(text)?.[1] ?? '')

const { open } = pageTests()

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

describe('where the server asks for tokens', () => {
  const tests = pageTests({ env: { ...TOKENS, ENTENTE_INTROSPECTION: 'on' } })

  test('GraphiQL sends whoever is not signed in to the page; then it answers by the session, and keeps no token', async () => {
    const { page, troubles } = await tests.open('graphiql', { ready: '.sign-in-first' })
    expect(await page.locator('body').innerText()).toBe(
      'This server asks for a token. Sign in on the page first, then come back.',
    )
    await page.getByRole('link', { name: 'Sign in on the page' }).click()
    await page.locator(SIGN_IN).waitFor()
    await typeToken(page, READER)
    await page.locator('#picture[data-actors="26"]').waitFor()
    await page.goBack()
    await page.getByRole('tab').first().waitFor()
    await page.locator('.graphiql-query-editor .view-line', { hasText: 'distancing' }).first().waitFor()
    const answered = page.locator('.result-window', { hasText: 'sentence' })
    await eventually(async () => {
      await page.getByRole('button', { name: /Execute query/ }).click()
      await answered.waitFor({ timeout: 2000 }).catch(() => {})
      return answered.count()
    }).toBe(1)
    expect(JSON.stringify(await page.evaluate(() => Object.entries(localStorage)))).not.toContain(READER)
    expect(troubles).toEqual([])
  })
})

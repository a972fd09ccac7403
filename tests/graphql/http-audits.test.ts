import { serverAudits, type AuditResult } from 'graphql-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveEntente, temporaryFolder, type Served } from '../support/entente-process.ts'

const data = temporaryFolder()
let served: Served

beforeAll(async () => {
  served = await serveEntente(data.folder)
}, 30_000)

afterAll(async () => {
  await served?.stop()
  data.remove()
})

async function audit(headers: Readonly<Record<string, string>>): Promise<readonly AuditResult[]> {
  const fetchFn: typeof fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), ...headers } })
  return Promise.all(serverAudits({ url: `${served.address}/graphql`, fetchFn }).map((each) => each.fn()))
}

test('with the preflight header the server passes every audit of GraphQL over HTTP', async () => {
  const results = await audit({ 'x-entente-preflight': '1' })
  expect(results.filter((result) => result.status !== 'ok').map(({ name }) => name)).toEqual([])
  expect(results).toHaveLength(61)
})

test('without it exactly the audits that ask by GET are refused', async () => {
  const failed = (await audit({})).filter((result) => result.status !== 'ok')
  expect(failed.map(({ name }) => name).toSorted()).toEqual([
    'MAY accept application/x-www-form-urlencoded formatted GET requests',
    'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
    'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
  ])
  for (const result of failed) expect(result).toHaveProperty('response.status', 403)
})

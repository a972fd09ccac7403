import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveEntente, temporaryFolder, type Served } from '../support/entente-process.ts'
import { AUDITS, auditsOf, BY_GET, failed, INTROSPECTING, PREFLIGHT } from '../support/http-audits.ts'

const TOKEN = 'audits-0123456789-abcdef'
const BEARER = { authorization: `Bearer ${TOKEN}` }
const { folder, remove } = temporaryFolder()

afterAll(remove)

describe.each([
  ['without tokens', {}, {}],
  ['with tokens', { ENTENTE_WRITE_TOKENS: `auditor:${TOKEN}`, ENTENTE_INTROSPECTION: 'on' }, BEARER],
] as const)('a server %s', (name, env, who) => {
  let served: Served

  beforeAll(async () => {
    served = await serveEntente(join(folder, name.replaceAll(' ', '-')), env)
  }, 30_000)

  afterAll(async () => {
    await served?.stop()
  })

  test('passes every audit of GraphQL over HTTP with the preflight header', async () => {
    const results = await auditsOf(served.address, { ...PREFLIGHT, ...who })
    expect(failed(results).map((result) => result.name)).toEqual([])
    expect(results).toHaveLength(AUDITS)
  })

  test('refuses without it exactly those that ask by GET', async () => {
    const refused = failed(await auditsOf(served.address, who))
    expect(refused.map((result) => result.name).toSorted()).toEqual(BY_GET)
    for (const result of refused) expect(result).toHaveProperty('response.status', 403)
  })
})

describe('a server with tokens behind a proxy, as it stands by default', () => {
  let served: Served

  beforeAll(async () => {
    const env = { ENTENTE_READ_TOKENS: TOKEN, ENTENTE_PUBLIC_URL: 'https://entente.example' }
    served = await serveEntente(join(folder, 'proxied'), env)
  }, 30_000)

  afterAll(async () => {
    await served?.stop()
  })

  test('refuses exactly the audits that ask for its schema', async () => {
    const refused = failed(await auditsOf(served.address, { ...PREFLIGHT, ...BEARER }))
    expect(refused.map((result) => result.name).toSorted()).toEqual(INTROSPECTING)
  })

  test('answers 401, and nothing else, where nobody shows a token', async () => {
    const refused = failed(await auditsOf(served.address, PREFLIGHT))
    const statuses = refused.flatMap((result) => ('response' in result ? [result.response.status] : []))
    expect(new Set(statuses)).toEqual(new Set([401]))
    expect(refused.length).toBeGreaterThan(30)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { neo4jEnv, serveEntente, temporaryFolder, type Served } from '../support/entente-process.ts'
import { AUDITS, auditsOf, BY_GET, failed, PREFLIGHT } from '../support/http-audits.ts'
import { neo4jForTests } from '../support/neo4j.ts'

const server = await neo4jForTests('audits.test.ts')
const TOKEN = 'audits-0123456789-abcdef'
const BEARER = { authorization: `Bearer ${TOKEN}` }

describe.skipIf(server === null).each([
  ['without tokens', {}, {}],
  ['with tokens', { ENTENTE_WRITE_TOKENS: `auditor:${TOKEN}`, ENTENTE_INTROSPECTION: 'on' }, BEARER],
] as const)('a process on Neo4j %s', (_, env, who) => {
  const { folder, remove } = temporaryFolder()
  let served: Served

  beforeAll(async () => {
    served = await serveEntente(folder, { ...(server ? neo4jEnv(server.target) : {}), ...env })
  })

  afterAll(async () => {
    await served?.stop()
    remove()
  })

  test('passes every audit of GraphQL over HTTP with the preflight header', async () => {
    const results = await auditsOf(served.address, { ...PREFLIGHT, ...who })
    expect(failed(results).map(({ name }) => name)).toEqual([])
    expect(results).toHaveLength(AUDITS)
  })

  test('refuses without it exactly those that ask by GET', async () => {
    const refused = failed(await auditsOf(served.address, who))
    expect(refused.map(({ name }) => name).toSorted()).toEqual(BY_GET)
  })
})

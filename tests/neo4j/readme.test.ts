import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { seedIfNew } from '../../server/ingest/load.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { neo4jForTests } from '../support/neo4j.ts'

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const SEED = fileURLToPath(new URL('../../seeds/caribbean-strikes-2025', import.meta.url))

const examples = [...README.matchAll(/```cypher\n\/\/ (.+)\n([\s\S]+?)```/g)].map(([, title = '', text = '']) => ({
  title,
  text,
}))
const server = await neo4jForTests('tests/neo4j/readme.test.ts')

describe.skipIf(!server)('the Cypher of the README, on the seeded case', () => {
  test('there is some', () => {
    expect(examples.length).toBeGreaterThanOrEqual(4)
  })

  test.each(examples)('$title', async ({ text }) => {
    if (!server) return
    const store = await openNeo4jStore(server.target)
    await seedIfNew(store, SEED)
    const asked = { query: text, parameters: {}, rows: 100, ms: 10_000 }
    const [free, { records }] = await Promise.all([store.cypher(asked), server.driver.executeQuery(text)])
    await store.close()
    expect(records.length).toBeGreaterThan(0)
    expect(free.rows).toHaveLength(records.length)
  })
})

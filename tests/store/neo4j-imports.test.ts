import { afterEach, beforeEach, describe } from 'vitest'
import type { GraphStore } from '../../server/store/graph-store.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { importConformance } from './import-conformance.ts'

const server = await neo4jForTests('neo4j-imports.test.ts')

describe.skipIf(server === null)('Neo4j', () => {
  if (server === null) return
  let store: GraphStore
  beforeEach(async () => {
    await server.wipe()
    store = await openNeo4jStore(server.target)
  })
  afterEach(() => store.close())

  importConformance(
    () => store,
    () => openNeo4jStore(server.target),
  )
})

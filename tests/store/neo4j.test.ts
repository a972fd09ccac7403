import { describe } from 'vitest'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { storeConformance } from './conformance.ts'

const server = await neo4jForTests('neo4j.test.ts')

if (server === null) {
  describe.skip('Neo4j', () => {})
} else {
  storeConformance({
    name: 'Neo4j',
    open: () => openNeo4jStore(server.target),
    wipe: () => server.wipe(),
  })
}

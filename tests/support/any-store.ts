import type { GraphStore } from '../../server/store/graph-store.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import type { Neo4jTarget } from '../../server/store/neo4j/run.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'

/** Where a store is, so that it can be told to another process. */
export type Where = { readonly sqlite: string } | { readonly neo4j: Neo4jTarget }

/** @param onStatement called with the name of each statement that is sent. */
export async function openAt(where: Where, onStatement: (name: string) => void = () => {}): Promise<GraphStore> {
  return 'sqlite' in where
    ? openSqliteStore(where.sqlite, { onStatement })
    : openNeo4jStore(where.neo4j, { onStatement })
}

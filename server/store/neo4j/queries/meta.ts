import { cypher, type NoParams, type Read, type Write } from '../cypher.ts'

/** What the database is, before anything is known of it. */
export interface Found {
  readonly app: string | null
  readonly schema: number
  readonly isEmpty: boolean
}

export const findStore: Read<NoParams, readonly [string | null, number | null, number], Found> = {
  name: 'find-store',
  text: cypher`
    OPTIONAL MATCH (m:Meta {n: 0})
    CALL () { MATCH (any) RETURN count(any) AS nodes }
    RETURN [m.app, m.schema, nodes] AS row`,
  decode: ([app, schema, nodes]) => ({ app, schema: schema ?? 0, isEmpty: nodes === 0 }),
  ofLeader: true,
}

export const createMeta: Write<NoParams> = {
  name: 'create-meta',
  text: cypher`
    MERGE (m:Meta {n: 0})
    ON CREATE SET m.app = 'entente', m.version = 0, m.schema = 0, m.lastRef = 0`,
}

export const setSchema: Write<{ readonly schema: number }> = {
  name: 'set-schema',
  text: cypher`MATCH (m:Meta {n: 0}) WHERE m.schema < $schema SET m.schema = $schema`,
}

export const awaitIndexes: Write<NoParams> = {
  name: 'await-indexes',
  text: cypher`CALL db.awaitIndexes(300)`,
}

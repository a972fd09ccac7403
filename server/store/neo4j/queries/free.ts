import { cypher, type Read } from '../cypher.ts'

/** How many queries of users' own are at work in the database, whichever server sent them. `types`: what their metadata say. */
export const freeUnderWay: Read<{ readonly types: readonly string[] }, readonly [number], number> = {
  name: 'free-under-way',
  text: cypher`
    SHOW TRANSACTIONS YIELD metaData
    WHERE metaData.app = 'entente' AND metaData.type IN $types
    RETURN [count(*)] AS row`,
  decode: ([many]) => many,
}

import { ForbiddenError } from '../errors.ts'
import { cypherParameters, cypherQuery } from '../cypher-arguments.ts'
import type { QueryResolvers } from '../generated/schema.ts'

const MOST_ROWS = 1000
const MOST_MS = 10_000

export const cypher: NonNullable<QueryResolvers['cypher']> = (_, args, { store, cypher: isOn }) => {
  // A store that has no Cypher says so itself: switching it on would not help.
  if (store.capabilities.cypher && !isOn) throw new ForbiddenError(OFF)
  return store.cypher({
    query: cypherQuery(args.query),
    parameters: cypherParameters(args.parameters),
    rows: MOST_ROWS,
    ms: MOST_MS,
  })
}

const OFF = 'Queries in Cypher are off on this server. Whoever runs it switches them on with ENTENTE_CYPHER=on.'

import { ArgumentError, TextError } from './errors.ts'

const LONGEST_QUERY = 10_000

/** The query as it is. @throws TextError */
export function cypherQuery(query: string): string {
  if (query.trim() === '') throw new TextError('query', 'query is empty. Write one, such as MATCH (a:Actor) RETURN a.')
  if (query.length <= LONGEST_QUERY) return query
  throw new TextError('query', `query has at most ${LONGEST_QUERY} characters; it had ${query.length}.`)
}

/** Values by name; none where none are given. @throws ArgumentError */
export function cypherParameters(given: unknown): Readonly<Record<string, unknown>> {
  if (given === null || given === undefined) return {}
  if (typeof given === 'object' && !Array.isArray(given)) return { ...given }
  throw new ArgumentError(
    'parameters',
    'parameters is an object with a value for each $name, such as {"name": "Canada"}.',
  )
}

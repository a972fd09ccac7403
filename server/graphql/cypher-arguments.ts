import { ArgumentError, TextError } from './errors.ts'

const LONGEST_QUERY = 10_000
/** Lists and objects inside each other; deeper ones would end the connection to the database. */
const DEEPEST_PARAMETER = 100

/** The query as it is. @throws TextError */
export function cypherQuery(query: string): string {
  if (query.trim() === '') throw new TextError('query', 'query is empty. Write one, such as MATCH (a:Actor) RETURN a.')
  if (query.length <= LONGEST_QUERY) return query
  throw new TextError('query', `query has at most ${LONGEST_QUERY} characters; it had ${query.length}.`)
}

/** Values by name; none where none are given. @throws ArgumentError */
export function cypherParameters(given: unknown): Readonly<Record<string, unknown>> {
  if (given === null || given === undefined) return {}
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw new ArgumentError(
      'parameters',
      'parameters is an object with a value for each $name, such as {"name": "Canada"}.',
    )
  }
  if (!isDeeper(given, DEEPEST_PARAMETER)) return { ...given }
  throw new ArgumentError(
    'parameters',
    `parameters may have ${DEEPEST_PARAMETER} lists and objects inside each other at most. Give flatter values.`,
  )
}

/** Whether lists and objects stand inside each other more often than `most`. Never goes deeper than that itself. */
function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return most === 0 || Object.values(value).some((each) => isDeeper(each, most - 1))
}

import { GraphQLError, type DocumentNode } from 'graphql'
import { shapeOf, type Shape } from './document-shape.ts'

/** Characters of a document; what is longer belongs into variables. */
export const MOST_CHARACTERS = 100_000
export const MOST_TOKENS = 2_000
/** Errors of one document that are told. */
export const MOST_ERRORS = 5

/** Most of each, all operations of a document together, and fragments where they are spread. */
export const LIMITS: Readonly<Record<keyof Shape, number>> = {
  // Any question of the schema needs fewer: each further step from actor to ties to actor multiplies the work.
  depth: 15,
  // What every editor asks for when it opens is just so deep.
  introspectionDepth: 15,
  fields: 1_500,
  aliases: 50,
  directives: 50,
  repeated: 50,
}

const SAYS: Readonly<Record<keyof Shape, (found: number, limit: number) => string>> = {
  depth: (found, limit) => `The query is ${found} fields deep; at most ${limit} are answered. Ask in several queries.`,
  introspectionDepth: (found, limit) =>
    `The question about the schema is ${found} fields deep; at most ${limit} are answered. Ask in several queries.`,
  fields: (found, limit) =>
    `The query has ${found} fields, fragments spread; at most ${limit} are answered. Ask in several queries.`,
  aliases: (found, limit) =>
    `The query has ${found} aliases, fragments spread; at most ${limit} are answered. Ask in several queries.`,
  directives: (found, limit) =>
    `The query has ${found} directives, fragments spread; at most ${limit} are answered. Ask in several queries.`,
  repeated: (found, limit) =>
    `The query asks ${found} times for a field that it asks for already; at most ${limit} are answered. Ask for each once.`,
}

/** What is too much in a document, before anything else is looked at: one error, or none. */
export function limitError(document: DocumentNode, limits = LIMITS): GraphQLError | null {
  const shape = shapeOf(document, limits.fields)
  if ('spreadsItself' in shape) {
    return new GraphQLError(`The fragment ${shape.spreadsItself} spreads itself. Take the spread out of it.`, {
      extensions: { code: 'BAD_USER_INPUT' },
    })
  }
  for (const of of Object.keys(SAYS) as (keyof Shape)[]) {
    const [found, limit] = [shape[of], limits[of]]
    if (found > limit) return costError(SAYS[of](found, limit), found, limit)
  }
  return null
}

/** @param cost in what the limit counts. */
export function costError(says: string, cost: number, limit: number): GraphQLError {
  return new GraphQLError(says, {
    extensions: { code: 'COST_LIMIT_EXCEEDED', cost, limit, http: { status: 400, spec: true } },
  })
}

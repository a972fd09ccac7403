import { readFileSync } from 'node:fs'
import { buildSchema, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { RequestContext } from './context.ts'
import { DateScalar } from './date-scalar.ts'
import { toGraphQLError } from './errors.ts'
import { resolvers } from './resolvers.ts'

const CONTRACT = new URL('../../schema.graphql', import.meta.url)

type FieldResolver = GraphQLFieldResolver<unknown, RequestContext>

/** The contract, schema.graphql, with what answers it. @throws Error where a resolver answers nothing in the contract. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchema(readFileSync(CONTRACT, 'utf8'))
  const { serialize, parseValue, parseLiteral } = DateScalar
  Object.assign(schema.getType('Date') ?? {}, { serialize, parseValue, parseLiteral })
  for (const [typeName, fields] of Object.entries(resolvers)) {
    for (const [fieldName, resolve] of Object.entries(fields)) {
      const type = schema.getType(typeName)
      const field = isObjectType(type) ? type.getFields()[fieldName] : undefined
      if (!field) throw new Error(`The contract has no ${typeName}.${fieldName}.`)
      field.resolve = withCodes(resolve as FieldResolver)
    }
  }
  return schema
}

/** What goes wrong in an expected way gets its code here, before GraphQL adds where it happened. */
function withCodes(resolve: FieldResolver): FieldResolver {
  return (parent, args, context, info) => {
    try {
      const value = resolve(parent, args, context, info)
      return value instanceof Promise ? value.catch(rethrow) : value
    } catch (error) {
      return rethrow(error)
    }
  }
}

function rethrow(error: unknown): never {
  throw toGraphQLError(error)
}

import { readFileSync } from 'node:fs'
import {
  buildSchema,
  isIntrospectionType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql'
import { guardRootFields } from './access.ts'
import type { RequestContext } from './context.ts'
import { toGraphQLError } from './errors.ts'
import { resolvers } from './resolvers.ts'
import { scalars } from './scalars.ts'
import { refuseBrokenText } from './well-formed.ts'

const CONTRACT = new URL('../../schema.graphql', import.meta.url)

type FieldResolver = GraphQLFieldResolver<unknown, RequestContext>

/**
 * The contract, schema.graphql, with what answers it, for those who may ask.
 * @throws Error where a resolver answers nothing in the contract, or nobody said who may ask for a root field.
 */
export function createSchema(): GraphQLSchema {
  const schema = buildSchema(readFileSync(CONTRACT, 'utf8'))
  for (const [name, { serialize, parseValue, parseLiteral }] of Object.entries(scalars)) {
    Object.assign(schema.getType(name) ?? {}, { serialize, parseValue, parseLiteral })
  }
  for (const [typeName, fields] of Object.entries(resolvers)) {
    for (const [fieldName, resolve] of Object.entries(fields)) {
      const type = schema.getType(typeName)
      const field = isObjectType(type) ? type.getFields()[fieldName] : undefined
      if (!field) throw new Error(`The contract has no ${typeName}.${fieldName}.`)
      const answer = resolve as FieldResolver
      field.resolve = typeName === 'Mutation' ? readable(answer) : answer
    }
  }
  guardRootFields(schema)
  for (const field of fieldsOf(schema)) if (field.resolve) field.resolve = withCodes(field.resolve as FieldResolver)
  return schema
}

/** Fields of the contract; those of introspection belong to every schema of the process. */
function fieldsOf(schema: GraphQLSchema): readonly GraphQLField<unknown, RequestContext>[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()))
}

/** What writes is asked only with texts that can be written. */
function readable(resolve: FieldResolver): FieldResolver {
  return (parent, args, context, info) => {
    refuseBrokenText(args)
    return resolve(parent, args, context, info)
  }
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

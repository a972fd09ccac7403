import {
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql'
import { lists, shares, type Rule } from '../place.ts'
import type { Counted } from '../sizes.ts'

const known = new WeakMap<GraphQLSchema, Readonly<Record<string, Rule>>>()

/** What a schema tells of itself; worked out once. */
export function introspectionBounds(schema: GraphQLSchema): Readonly<Record<string, Rule>> {
  let bounds = known.get(schema)
  if (!bounds) known.set(schema, (bounds = boundsOf(schema)))
  return bounds
}

function boundsOf(schema: GraphQLSchema): Readonly<Record<string, Rule>> {
  const types = Object.values(schema.getTypeMap())
  const withFields = types.filter((type) => isObjectType(type) || isInterfaceType(type))
  const fields = withFields.flatMap((type) => Object.values(type.getFields()))
  const directives = schema.getDirectives()
  const rule =
    (counted: Counted): Rule =>
    (here) =>
      shares(here, counted)
  return {
    '__Schema.types': (here) => lists(here, types.length),
    '__Schema.directives': (here) => lists(here, directives.length),
    '__Type.fields': rule(counted(withFields.map((type) => Object.keys(type.getFields()).length))),
    '__Type.interfaces': rule(counted(withFields.map((type) => type.getInterfaces().length))),
    '__Type.possibleTypes': rule(
      counted(types.filter(isAbstractType).map((type) => schema.getPossibleTypes(type).length)),
    ),
    '__Type.enumValues': rule(counted(types.filter(isEnumType).map((type) => type.getValues().length))),
    '__Type.inputFields': rule(
      counted(types.filter(isInputObjectType).map((type) => Object.keys(type.getFields()).length)),
    ),
    '__Field.args': rule(counted(fields.map((field) => field.args.length))),
    '__Directive.args': rule(counted(directives.map((directive) => directive.args.length))),
    '__Directive.locations': rule(counted(directives.map((directive) => directive.locations.length))),
  }
}

function counted(lengths: readonly number[]): Counted {
  return { total: lengths.reduce((sum, each) => sum + each, 0), most: Math.max(0, ...lengths) }
}

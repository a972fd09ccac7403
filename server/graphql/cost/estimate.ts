import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { afterWriting } from './after-writing.ts'
import { DISTANCING_BOUNDS } from './bounds/distancing.ts'
import { introspectionBounds } from './bounds/introspection.ts'
import { MUTATION_BOUNDS } from './bounds/mutation.ts'
import { QUERY_BOUNDS } from './bounds/query.ts'
import { RECORD_BOUNDS } from './bounds/records.ts'
import { collectedFields, type Reading } from './collected-fields.ts'
import type { Args, Bound, Place, Rule } from './place.ts'
import { together } from './pool.ts'
import type { Sizes } from './sizes.ts'
import { costOf } from './weights.ts'

/** What a query may take at most. */
export interface Estimate {
  /** Values of the answer: objects, lists, and what they are made of. */
  readonly values: number
  /** Rows of the columns that are passed over. */
  readonly rows: number
  /** Records that are read from the store. */
  readonly records: number
  /** Where most of it is: names in the answer such as `ties.items.events`. */
  readonly at: string
}

export interface Asked {
  readonly schema: GraphQLSchema
  /** Valid by the schema. */
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** Coerced, so that an amount counts the same wherever it stands. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly sizes: Sizes
}

/** By `Type.field`. What is not here, and is no list, gives one value for each object. */
export const BOUNDS: Readonly<Record<string, Rule>> = {
  ...QUERY_BOUNDS,
  ...RECORD_BOUNDS,
  ...DISTANCING_BOUNDS,
  ...MUTATION_BOUNDS,
}

/**
 * At most what answering takes, from the query, its coerced variables and the sizes of the snapshot: nothing is read. Fields that
 * execution merges count once, fragments where they are spread. A list that has no bound is without end.
 */
export function estimate(asked: Asked): Estimate {
  const { schema, document, operation, variables } = asked
  const root = schema.getRootType(operation.operation)
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  )
  const reading = { fragments, variables }
  const writes = operation.operation === 'mutation' ? collectedFields(reading, [operation.selectionSet]).size : 0
  const sizes = writes > 0 ? afterWriting(asked.sizes, { document, variables, writes }) : asked.sizes
  const walk = new Walk(schema, reading, sizes)
  const start: Place = {
    count: 1,
    groups: 1,
    views: 1,
    pool: together(sizes.pools),
    items: null,
    level: 'ACTOR',
    answer: null,
  }
  if (root) walk.enter(root, [operation.selectionSet], start, [])
  return walk.found
}

class Walk {
  readonly #schema: GraphQLSchema
  readonly #reading: Reading
  readonly #sizes: Sizes
  readonly #bounds: Readonly<Record<string, Rule>>
  #values = 0
  #rows = 0
  #records = 0
  #most = -1
  #at: readonly string[] = []

  constructor(schema: GraphQLSchema, reading: Reading, sizes: Sizes) {
    this.#schema = schema
    this.#reading = reading
    this.#sizes = sizes
    this.#bounds = { ...BOUNDS, ...introspectionBounds(schema) }
  }

  get found(): Estimate {
    return { values: this.#values, rows: this.#rows, records: this.#records, at: this.#at.join('.') }
  }

  /** @param path names in the answer that lead here. */
  enter(type: GraphQLObjectType, sets: readonly SelectionSetNode[], here: Place, path: readonly string[]): void {
    let details = 0
    let own = 0
    for (const [key, nodes] of collectedFields(this.#reading, sets)) {
      const field = fieldOf(this.#schema, type, nodes[0].name.value)
      if (!field) continue
      const isList = isListType(getNullableType(field.type))
      const bound = this.#bound(type, field, nodes[0], here, isList)
      details = Math.max(details, bound.details ?? 0)
      const values = bound.count + (isList ? here.count : 0)
      const of = getNamedType(field.type)
      if (!isObjectType(of)) {
        own += this.#take(values, bound)
        continue
      }
      this.#weigh([...path, key], this.#take(values, bound))
      const inside = { ...here, items: null, ...bound, groups: Math.min(bound.groups ?? bound.count, bound.count) }
      const sub = nodes.flatMap((node) => node.selectionSet ?? [])
      if (bound.count > 0) this.enter(of, sub, inside, [...path, key])
    }
    this.#weigh(path, own + this.#take(0, { count: 0, records: details }))
  }

  #bound(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    here: Place,
    isList: boolean,
  ) {
    const args = this.#args(field, node)
    // It is refused where it stands, with null in its place.
    if (args === null) return { count: 0 }
    const rule = this.#bounds[`${type.name}.${field.name}`]
    if (rule) return rule(here, args, this.#sizes)
    return { count: isList ? Infinity : here.count } satisfies Bound as Bound
  }

  #args(field: GraphQLField<unknown, unknown>, node: FieldNode): Args | null {
    try {
      return getArgumentValues(field, node, this.#reading.variables)
    } catch {
      return null
    }
  }

  #take(values: number, { rows = 0, records = 0 }: Bound): number {
    this.#values += values
    this.#rows += rows
    this.#records += records
    return costOf({ values, rows, records })
  }

  #weigh(path: readonly string[], cost: number): void {
    if (cost <= this.#most || path.length === 0) return
    this.#most = cost
    this.#at = path
  }
}

function fieldOf(schema: GraphQLSchema, type: GraphQLObjectType, name: string) {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef
  }
  return type.getFields()[name]
}

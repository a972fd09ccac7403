import {
  buildSchema,
  getIntrospectionQuery,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isListType,
  isObjectType,
  parse,
  print,
  validate,
  type DocumentNode,
} from 'graphql'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BOUNDS, estimate } from '../../../server/graphql/cost/estimate.ts'
import { introspectionBounds } from '../../../server/graphql/cost/bounds/introspection.ts'
import { costOf } from '../../../server/graphql/cost/weights.ts'
import { MOST_COST } from '../../../server/http/limits/limiting-cost.ts'
import { GRAPHIQL_DOCUMENTS, PAGE_DOCUMENTS, README_DOCUMENTS } from '../../support/documents.ts'
import { halfAMillion } from './half-a-million.ts'

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'))
const sizes = halfAMillion()

function estimated(query: string | DocumentNode, variables: Readonly<Record<string, unknown>> = {}, name?: string) {
  const document = typeof query === 'string' ? parse(query) : query
  expect(validate(schema, document)).toEqual([])
  const operation = getOperationAST(document, name)
  if (!operation) throw new RangeError('There is no operation.')
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
  if (!coerced) throw errors[0] ?? new RangeError('The variables do not fit.')
  return estimate({ schema, document, operation, variables: coerced, sizes })
}

function cost(query: string | DocumentNode, variables?: Readonly<Record<string, unknown>>, name?: string): number {
  return costOf(estimated(query, variables, name))
}

describe('the table of bounds', () => {
  test('has every list of the schema, and nothing that is not in it', () => {
    const all = { ...BOUNDS, ...introspectionBounds(schema) }
    const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields()).map((field) => ({ key: `${type.name}.${field.name}`, field }))
        : [],
    )
    const keys = fields.map(({ key }) => key)
    for (const { key, field } of fields)
      if (isListType(getNullableType(field.type))) expect(Object.keys(all)).toContain(key)
    expect(Object.keys(all).filter((key) => !keys.includes(key))).toEqual([])
  })

  test('a list that is in no table is without end, so that it is refused', () => {
    const other = buildSchema('type Query { things: [Thing!]! } type Thing { id: ID! }')
    const document = parse('{ things { id } }')
    const operation = getOperationAST(document)
    expect(operation && estimate({ schema: other, document, operation, variables: {}, sizes }).values).toBe(Infinity)
  })
})

describe('an amount counts the same', () => {
  const literal = cost('{ events(first: 333) { nodes { id } } }')

  test.each([
    ['in a variable', 'query ($n: Int) { events(first: $n) { nodes { id } } }', { n: 333 }],
    ['as the default of a variable', 'query ($n: Int = 333) { events(first: $n) { nodes { id } } }', {}],
    [
      'through a fragment',
      '{ ...E } fragment E on Query { events(first: 333) { ...N } } fragment N on EventConnection { nodes { id } }',
      {},
    ],
    ['through inline fragments', '{ ... { ... on Query { events(first: 333) { ... { nodes { id } } } } } }', {}],
    [
      'in an operation named like introspection',
      'query __schema { __schema: events(first: 333) { nodes { id } } }',
      {},
    ],
    [
      'in a fragment named like it',
      '{ ...__schema } fragment __schema on Query { events(first: 333) { nodes { id } } }',
      {},
    ],
    [
      'asked for twice under one name',
      '{ events(first: 333) { nodes { id } } events(first: 333) { nodes { id } } }',
      {},
    ],
    [
      'where a variable includes it',
      'query ($is: Boolean!) { events(first: 333) { nodes { id @include(if: $is) } } }',
      { is: true },
    ],
  ])('%s', (_, query, variables) => {
    expect(cost(query, variables)).toBe(literal)
  })

  test('left out, or null, is the default of the schema', () => {
    const fifty = cost('{ events(first: 50) { nodes { id } } }')
    expect(cost('{ events { nodes { id } } }')).toBe(fifty)
    expect(cost('{ events(first: null) { nodes { id } } }')).toBe(fifty)
    expect(cost('query ($n: Int) { events(first: $n) { nodes { id } } }', { n: null })).toBe(fifty)
    expect(literal).toBeGreaterThan(fifty)
  })

  test('in an input object, whole or in its parts', () => {
    const ties = (filter: string) =>
      `(filter: ${filter}, first: 5000) { items { events(first: 500) { nodes { id } } } } }`
    const narrowed = cost(`{ ties${ties('{ collections: ["case"] }')}`)
    const whole = `query ($filter: EventFilter) { ties${ties('$filter')}`
    expect(cost(whole, { filter: { collections: ['case'] } })).toBe(narrowed)
    expect(cost(`query ($ids: [ID!]) { ties${ties('{ collections: $ids }')}`, { ids: ['case'] })).toBe(narrowed)
    expect(cost(`query ($filter: EventFilter = { collections: ["case"] }) { ties${ties('$filter')}`)).toBe(narrowed)
    expect(cost(whole, { filter: null })).toBeGreaterThan(2 * narrowed)
  })

  test('only the operation that is asked for counts, and nothing that a directive leaves out', () => {
    const two = 'query A { version } query B { stats { events } }'
    expect(cost(two, {}, 'A')).toBe(1)
    expect(cost('query ($is: Boolean = true) { version stats @skip(if: $is) { events } }')).toBe(1)
  })
})

describe('on half a million events', () => {
  const ties = '{ ties(first: 5000) { items { id actor { id name } target { id name } total net } total } }'

  test.each([
    ['events times evidence', '{ events(first: 500) { nodes { id summary evidence { quote source { title } } } } }'],
    ['5000 ties', ties],
    ['the introspection of editors', getIntrospectionQuery()],
  ])('%s may be asked for, with room', (_, query) => {
    expect(cost(query)).toBeLessThan(MOST_COST / 4)
  })

  const filter = { collections: ['feed'], kinds: ['COOPERATION', 'SUSPENSION'], occurredSince: '2020-01-01' }
  /** A value of each type that the documents ask for. */
  const OF_TYPE: Readonly<Record<string, unknown>> = {
    'Boolean!': true,
    'String!': 'a',
    'ID!': 'a',
    ID: 'a',
    '[ID!]': ['feed'],
    '[ID!]!': ['feed'],
    'Level!': 'TOP',
    'Bucket!': 'DAY',
    'EventFilter!': filter,
    'ActorFilter!': {},
    '[DistancingRule!]!': ['CONDEMNATION', 'THREATENED', 'WEAK'],
  }
  const documents = [...PAGE_DOCUMENTS, ...GRAPHIQL_DOCUMENTS, ...README_DOCUMENTS]

  test.each(documents)('what the page, GraphiQL and README ask may be asked for: $name', ({ document }) => {
    const operation = getOperationAST(document)
    const variables = Object.fromEntries(
      (operation?.variableDefinitions ?? []).flatMap(({ variable, type }) => {
        const written = print(type)
        return written in OF_TYPE ? [[variable.name.value, OF_TYPE[written]]] : []
      }),
    )
    expect(cost(document, variables)).toBeLessThan(MOST_COST)
  })

  const often = (count: number, text: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => text(at)).join(' ')

  test.each([
    ['1000 times the whole', `{ ${often(1000, (at) => `a${at}: stats { events }`)} }`],
    ['40 times the ledger', `{ ${often(40, (at) => `a${at}: distancing { total }`)} }`],
    ['the whole under each of a list', '{ actors(first: 500) { nodes { ties(level: TOP) { total } } } }'],
    [
      'lists of lists',
      '{ actors(first: 500) { nodes { ties(first: 100) { items { events(first: 500) { nodes { sentence actor { name } evidence { id } } } } } } } }',
    ],
    [
      'every tie with every event',
      '{ ties(first: 5000) { items { events(first: 500) { nodes { id sentence scope actor { name } target { name } evidence { id } } } } } }',
    ],
    [
      'what belongs to what belongs',
      `{ actors(first: 500) { nodes ${often(4, () => '{ affiliates { actor')} { id } ${'} }'.repeat(4)} } }`,
    ],
    [
      'the schema of the schema',
      `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
    ],
  ])('%s is refused', (_, query) => {
    const document = parse(query)
    const operation = getOperationAST(document)
    expect(operation && costOf(estimate({ schema, document, operation, variables: {}, sizes }))).toBeGreaterThan(
      MOST_COST,
    )
  })

  test('a filter that looks for each of many actors at TOP costs for each of them', () => {
    const among = (count: number) => {
      const query = 'query ($ids: [ID!]) { ties(level: TOP, first: 1, filter: { between: $ids }) { total } }'
      return cost(query, { ids: Array.from({ length: count }, (_, at) => `a${at}`) })
    }
    expect(among(1000)).toBeGreaterThan(MOST_COST)
    expect(among(10)).toBeLessThan(MOST_COST / 4)
  })

  test('it is told where most of it is', () => {
    expect(
      estimated('{ version x: ties(first: 5000) { total items { events(first: 500) { nodes { id sentence } } } } }').at,
    ).toBe('x.items.events.nodes')
  })
})

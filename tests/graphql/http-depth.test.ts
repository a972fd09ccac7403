import { buildSchema, getIntrospectionQuery, parse, validate, type GraphQLError } from 'graphql'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { depthLimit } from '../../server/http/depth-limit.ts'

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))
const LIMIT = 6

function errors(query: string, limit = LIMIT): readonly GraphQLError[] {
  return validate(schema, parse(query), [depthLimit(limit)])
}

/** `actor`, then so often from actor to ties to items to actor, then `id`: 2 + 3 × rounds fields deep. */
function nested(rounds: number): string {
  return `{ actor(id: "us") ${'{ ties { items { actor '.repeat(rounds)} { id } ${'} } }'.repeat(rounds)} }`
}

test('what is as deep as allowed passes, one deeper is refused with its cost and the limit', () => {
  expect(errors(nested(1))).toEqual([])
  expect(errors(nested(2))).toMatchObject([
    {
      message: 'The query is 8 fields deep; at most 6 are answered. Ask in several queries.',
      extensions: { code: 'COST_LIMIT_EXCEEDED', cost: 8, limit: 6 },
    },
  ])
  expect(errors(nested(20), 15)).toHaveLength(1)
})

test('fragments count where they are spread, named and inline, and one that spreads itself does not hang', () => {
  const spread =
    '{ actor(id: "us") { ...A } } fragment A on Actor { ties { items { actor { ... on Actor { ties { total } } } } } }'
  expect(errors(spread)).toEqual([])
  expect(errors(spread, 5)).toMatchObject([{ extensions: { cost: 6 } }])
  expect(errors('{ actor(id: "us") { ...A } } fragment A on Actor { top { ...A } }', 1)).toHaveLength(1)
})

test('fragments that spread each other many times are each looked at once', () => {
  const chain = Array.from(
    { length: 60 },
    (_, at) => `fragment F${at} on Actor { ...F${at + 1} top { ...F${at + 1} } }`,
  )
  const query = `{ actor(id: "us") { ...F0 } } ${chain.join(' ')} fragment F60 on Actor { id }`
  expect(errors(query, 61)).toMatchObject([{ extensions: { cost: 62 } }])
})

test('introspection is not counted', () => {
  expect(errors(getIntrospectionQuery(), 1)).toEqual([])
})

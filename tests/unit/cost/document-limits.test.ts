import { getIntrospectionQuery, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { limitError, LIMITS } from '../../../server/http/limits/document-limits.ts'
import { shapeOf } from '../../../server/http/limits/document-shape.ts'
import { PAGE_DOCUMENTS } from '../../support/documents.ts'

const NO_MORE = 10_000

function shape(query: string) {
  return shapeOf(parse(query), NO_MORE)
}

function refusal(query: string, limits = LIMITS) {
  return limitError(parse(query), limits)?.toJSON()
}

/** `actor`, then so often from actor to ties to items to actor, then `id`: 2 + 3 × rounds fields deep. */
function nested(rounds: number): string {
  return `{ actor(id: "us") ${'{ ties { items { actor '.repeat(rounds)} { id } ${'} } }'.repeat(rounds)} }`
}

function times(count: number, text: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => text(at)).join(' ')
}

describe('depth', () => {
  test('what is as deep as allowed passes, one deeper is refused with its cost and the limit', () => {
    const limits = { ...LIMITS, depth: 6 }
    expect(refusal(nested(1), limits)).toBeUndefined()
    expect(refusal(nested(2), limits)).toMatchObject({
      message: 'The query is 8 fields deep; at most 6 are answered. Ask in several queries.',
      extensions: { code: 'COST_LIMIT_EXCEEDED', cost: 8, limit: 6 },
    })
    expect(refusal(nested(20))).toMatchObject({ extensions: { cost: 62, limit: 15 } })
  })

  test('fragments count where they are spread, named and inline', () => {
    const query =
      '{ actor(id: "us") { ...A } } fragment A on Actor { ties { items { actor { ... on Actor { ties { total } } } } } }'
    expect(shape(query)).toMatchObject({ depth: 6 })
  })

  test('introspection has a depth of its own, which what editors ask is within; its name elsewhere is no way around', () => {
    expect(refusal(getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true }))).toBeUndefined()
    expect(shape(getIntrospectionQuery())).toMatchObject({ depth: 0, introspectionDepth: 15 })
    const chain = `{ __type(name: "Actor") ${'{ ofType '.repeat(20)} { name } ${'}'.repeat(20)} }`
    expect(refusal(chain)).toMatchObject({ extensions: { code: 'COST_LIMIT_EXCEEDED', cost: 22, limit: 15 } })
    const named = nested(20).replace('{ actor', 'query __schema { __schema: actor')
    expect(refusal(named)).toMatchObject({ extensions: { cost: 62 } })
  })
})

describe('numbers', () => {
  test('aliases, directives, fields and repeated fields are counted where they are spread', () => {
    const query = `query ($a: Boolean!) { x: version version version @skip(if: $a) one: actor(id: "us") { ...A } two: actor(id: "uk") { ...A ...A } }
      fragment A on Actor @z { id also: id ... @include(if: $a) { name } name }`
    expect(shape(query)).toEqual({
      depth: 2,
      introspectionDepth: 0,
      fields: 5 + 3 * 4,
      aliases: 3 + 3,
      directives: 1 + 3 * 2,
      // version; name in each actor; everything of the second spread.
      repeated: 1 + 1 + 1 + 4,
    })
  })

  test.each([
    ['aliases', 50, (count: number) => `{ ${times(count, (at) => `a${at}: version`)} }`],
    ['directives', 50, (count: number) => `{ version ${times(count, () => '@skip(if: false)')} }`],
    ['times for a field', 50, (count: number) => `{ version ${times(count, () => 'version')} }`],
    ['fields', 1500, (count: number) => `{ ${times(count, (at) => `f${at}`)} }`],
  ])('too many %s are refused, one fewer is not', (words, limit, query) => {
    expect(refusal(query(limit))).toBeUndefined()
    const refused = refusal(query(limit + 1))
    expect(refused).toMatchObject({ extensions: { code: 'COST_LIMIT_EXCEEDED', cost: limit + 1, limit } })
    expect(refused?.message).toContain(words)
  })

  test('all operations of a document count together, and fragments that nobody spreads', () => {
    expect(shape('query A { version } query B { version }')).toMatchObject({ fields: 2 })
    expect(shape('{ version } fragment F on Actor { a: id }')).toMatchObject({ fields: 2, aliases: 1 })
  })
})

describe('fragments made to keep a server busy', () => {
  test('those that spread each other many times are each counted once', () => {
    const chain = times(60, (at) => `fragment F${at} on Actor { ...F${at + 1} top { ...F${at + 1} } }`)
    const query = `{ actor(id: "us") { ...F0 } } ${chain} fragment F60 on Actor { id }`
    expect(shape(query)).toMatchObject({ depth: 62, fields: 1 + 2 ** 61 - 1, repeated: 0 })
    expect(refusal(query)).toMatchObject({ extensions: { code: 'COST_LIMIT_EXCEEDED' } })
  })

  test.each([
    '{ actor(id: "us") { ...A } } fragment A on Actor { top { ...A } }',
    '{ actor(id: "us") { ...A } } fragment A on Actor { top { ...B } } fragment B on Actor { ...A }',
    '{ version } fragment A on Actor { ...A }',
  ])('one that spreads itself is refused: %s', (query) => {
    expect(refusal(query)).toMatchObject({
      message: 'The fragment A spreads itself. Take the spread out of it.',
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })
})

test.each(PAGE_DOCUMENTS)('what the page asks is well within: $name', ({ document }) => {
  const found = shapeOf(document, NO_MORE)
  for (const [of, limit] of Object.entries(LIMITS)) {
    expect(found[of as keyof typeof found], of).toBeLessThanOrEqual(of === 'depth' ? limit - 3 : limit / 2)
  }
})

import { buildSchema, graphql, isIntrospectionType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guardRootFields } from '../../server/graphql/access.ts'
import { createContext } from '../../server/graphql/context.ts'
import { NOBODY } from '../../server/graphql/principal.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { createRecorders } from '../../server/hand/create-recorder.ts'
import { openMemory } from '../../server/memory/memory.ts'
import { post } from '../support/http.ts'
import { bearer, READER, WRITER } from '../support/grants.ts'
import { samples, type Sample } from './access-samples.ts'
import { CASE, serving, type Serving, type Told } from './serving.ts'

const schema = createSchema()
const ALL = samples(schema)

/** Fields of Query that readers may not ask; all others they may, and no mutation. */
const FOR_WRITERS = ['cypher']

let served: Serving
beforeAll(async () => {
  served = await serving({ grants: [READER, WRITER] })
})
afterAll(() => served.close())

interface Outcome {
  readonly status: number
  readonly data: unknown
  readonly errors: readonly Told[]
  readonly codes: readonly unknown[]
}

async function outcome(document: string, headers: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const { status, text } = await post(served.address, { query: document }, headers)
  const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: readonly Told[] }
  return { status, data, errors, codes: errors.map(({ extensions }) => extensions['code']) }
}

function isForWriters({ kind, root }: Sample): boolean {
  return kind === 'mutation' || FOR_WRITERS.includes(root)
}

test('the matrix has every field of every type of the contract', () => {
  const fields = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .filter(isObjectType)
    .flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`))
  expect(ALL.map(({ field }) => field).toSorted()).toEqual(fields.toSorted())
  expect(ALL.length).toBeGreaterThan(300)
})

describe('who has shown no token', () => {
  test('is answered no field, and not what the schema is', async () => {
    for (const document of [
      ...ALL.map((sample) => sample.document),
      '{ __typename }',
      '{ __schema { types { name } } }',
    ]) {
      const { status, data, codes } = await outcome(document)
      expect([document, status, data, codes]).toEqual([document, 401, undefined, ['UNAUTHENTICATED']])
    }
  })

  test('is answered by no resolver either, should the front let them through', async () => {
    const memory = openMemory(served.store)
    await memory.load()
    const recorders = createRecorders({ store: memory.store, memory })
    const before = await served.store.version()
    for (const { document, root } of ALL) {
      const contextValue = createContext({ store: served.store, memory, recorders, cypher: true, principal: NOBODY })
      const { data, errors = [] } = await graphql({ schema, source: document, contextValue })
      expect([document, errors.map(({ extensions }) => extensions['code'])]).toEqual([document, ['UNAUTHENTICATED']])
      expect(data?.[root] ?? null).toBeNull()
    }
    expect(await served.store.version()).toBe(before)
  })
})

describe('who may read', () => {
  test('is answered whatever is read', async () => {
    for (const { document } of ALL.filter((sample) => !isForWriters(sample))) {
      const { status, data, errors } = await outcome(document, bearer(READER))
      expect([document, status, errors]).toEqual([document, 200, []])
      expect(Object.values(data as object).every((value) => value !== null)).toBe(true)
    }
  })

  test('is refused whatever writes, and nothing is written', async () => {
    const before = await served.store.version()
    const refused = ALL.filter(isForWriters)
    expect(refused.length).toBeGreaterThan(40)
    for (const { document, root } of refused) {
      const { data, codes } = await outcome(document, bearer(READER))
      expect([document, codes]).toEqual([document, ['FORBIDDEN']])
      expect((data as Record<string, unknown> | null)?.[root] ?? null).toBeNull()
    }
    expect(await served.store.version()).toBe(before)
  })
})

describe('who may write', () => {
  test('is refused no field for who they are', async () => {
    const before = await served.store.version()
    for (const { document, kind } of ALL) {
      const { codes, errors } = await outcome(document, bearer(WRITER))
      const refused = codes.filter((code) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN')
      expect([document, refused]).toEqual([document, []])
      if (kind === 'query' && !document.includes('cypher')) expect([document, errors]).toEqual([document, []])
    }
    expect(await served.store.version()).toBeGreaterThan(before)
  })

  test('stands in the audit log by name', async () => {
    const actor = `{ id: "chile", collection: "${CASE}", kind: STATE, name: "Chile" }`
    await outcome(`mutation { saveActor(actor: ${actor}) { version } }`, bearer(WRITER))
    const log = '{ auditLog(first: 1) { nodes { by who action record } } }'
    const { data } = await outcome(log, bearer(READER))
    const entry = { by: 'HAND', who: 'wanda', action: 'saveActor', record: `actor:${CASE}/chile` }
    expect(data).toEqual({ auditLog: { nodes: [entry] } })
  })
})

test('a root field of which nobody said who may ask makes no schema', () => {
  for (const [text, where] of [
    ['type Query { secret: String }', 'Query.secret'],
    ['type Query { version: Int! } type Mutation { erase: Int }', 'Mutation.erase'],
    ['type Query { version: Int! } type Subscription { writes: Int }', 'Subscription.writes'],
    // Names that every object has are no demands.
    ['type Query { constructor: String }', 'Query.constructor'],
  ] as const) {
    const given = buildSchema(text)
    for (const type of Object.values(given.getTypeMap()).filter(isObjectType)) {
      for (const field of Object.values(type.getFields())) field.resolve ??= () => null
    }
    expect(() => guardRootFields(given)).toThrow(`does not say who may ask for ${where}.`)
  }
  expect(() => guardRootFields(buildSchema('type Query { version: Int! }'))).toThrow('Nothing answers Query.version.')
})

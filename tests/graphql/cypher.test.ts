import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createContext } from '../../server/graphql/context.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { openMemory } from '../../server/memory/memory.ts'
import { CypherRefusedError, type CypherAsk, type GraphStore } from '../../server/store/graph-store.ts'
import { serving, type Serving } from './serving.ts'

const CYPHER =
  'query ($query: String!, $parameters: JSON) { cypher(query: $query, parameters: $parameters) { columns rows truncated } }'
const query = 'MATCH (a:Actor) RETURN a.name'

let on: Serving
let off: Serving
beforeAll(async () => {
  on = await serving({ cypher: true })
  off = await serving()
})
afterAll(async () => {
  await on.close()
  await off.close()
})

test('on a file it is one plain sentence, on or off', async () => {
  for (const served of [on, off]) {
    const { message, extensions } = await served.refusal(CYPHER, { query })
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'query' })
    expect(message).toMatch(/^[A-Z][^.]*Neo4j[^.]*[.]/)
  }
})

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let n = 0; n < depth; n++) value = [value]
  return value
}

describe('on a store that has it', () => {
  const schema = createSchema()
  const asked: CypherAsk[] = []
  let until: AbortSignal | null = null

  /** Stands for Neo4j: notes what reaches the port. What the port answers is tested in the tier of stores. */
  function neo4jLike(store: GraphStore): GraphStore {
    const like: GraphStore = Object.assign(Object.create(store) as GraphStore, {
      capabilities: { name: 'neo4j', cypher: true },
      under: (signal: AbortSignal) => {
        until = signal
        return like
      },
      cypher: (ask: CypherAsk) => {
        asked.push(ask)
        if (ask.query.includes('DELETE')) throw new CypherRefusedError('This would write. Only reading is allowed.')
        return Promise.resolve({
          columns: ['a', 'b'],
          rows: [
            [1, { name: 'Türk', _labels: ['Actor'] }],
            [null, [true]],
          ],
          truncated: true,
        })
      },
    })
    return like
  }

  async function told(variableValues: Readonly<Record<string, unknown>>, cypher = true) {
    const store = neo4jLike(on.store)
    const { signal } = new AbortController()
    const context = createContext({ store, memory: openMemory(on.store), cypher, signal })
    const { data, errors } = await graphql({ schema, source: CYPHER, variableValues, contextValue: context })
    return { data, errors: errors?.map(({ message, extensions }) => ({ message, extensions })), signal }
  }

  test('rows come as they are, with limits and the signal of the request', async () => {
    const parameters = { name: 'Türk', list: [1, { deep: null }] }
    const { data, signal } = await told({ query, parameters })
    expect(data).toEqual({
      cypher: {
        columns: ['a', 'b'],
        rows: [
          [1, { name: 'Türk', _labels: ['Actor'] }],
          [null, [true]],
        ],
        truncated: true,
      },
    })
    expect(asked.at(-1)).toEqual({ query, parameters, rows: 1000, ms: 10_000 })
    expect(until).toBe(signal)
    await told({ query })
    expect(asked.at(-1)?.parameters).toEqual({})
  })

  test('off, it says who switches it on, and nothing reaches the store', async () => {
    const before = asked.length
    const { errors } = await told({ query }, false)
    expect(errors).toEqual([
      { message: expect.stringContaining('ENTENTE_CYPHER=on'), extensions: { code: 'FORBIDDEN' } },
    ])
    expect(asked).toHaveLength(before)
  })

  test.each([
    ['query', { query: ' ' }],
    ['query', { query: 'x'.repeat(10_001) }],
    ['parameters', { query, parameters: [1] }],
    ['parameters', { query, parameters: 'name' }],
    ['parameters', { query, parameters: 7 }],
    ['query', { query: 'MATCH (n) DETACH DELETE n' }],
  ])('%s is refused', async (argument, variables) => {
    expect((await told(variables)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }])
  })

  test.each([100, 1_000, 50_000])('parameters of %i lists inside each other are refused', async (depth) => {
    const before = asked.length
    const { errors } = await told({ query, parameters: { list: nested(depth) } })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'parameters' } }])
    expect(asked).toHaveLength(before)
  })

  test('lists inside each other are allowed, up to a hundred with the object around them', async () => {
    const parameters = { list: nested(99) }
    expect((await told({ query, parameters })).errors).toBeUndefined()
    expect(asked.at(-1)?.parameters).toEqual(parameters)
  })

  test('10000 characters are allowed', async () => {
    expect((await told({ query: query.padEnd(10_000) })).errors).toBeUndefined()
  })
})

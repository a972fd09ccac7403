import {
  execute,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isListType,
  isObjectType,
  parse,
  validate,
  type GraphQLObjectType,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { estimate } from '../../server/graphql/cost/estimate.ts'
import { sizesOf } from '../../server/graphql/cost/sizes.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { randomDocument } from '../support/random-documents.ts'
import { numRuns, randomFrom, seed } from '../support/samples.ts'
import { costWorld, type CostWorld } from './cost-worlds.ts'
import { metered, valuesIn } from './metered.ts'

const schema = createSchema()

/** What the columns do not hold; and pages by the day on which events became known, which read the column that is counted. */
const OPTIONS = { without: ['cypher'], never: ['REPORTED_ASC', 'REPORTED_DESC'] }

async function answered(world: CostWorld, query: string, given: Readonly<Record<string, unknown>>) {
  const document = parse(query)
  const [fault] = validate(schema, document)
  const operation = getOperationAST(document)
  if (fault || !operation) throw fault ?? new RangeError('There is no operation.')
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given)
  if (!coerced) return null
  const { context, touched } = metered(world.store, world.snapshot)
  const sizes = sizesOf(world.snapshot)
  const found = estimate({ schema, document, operation, variables: coerced, sizes })
  const { data } = await execute({ schema, document, contextValue: context, variableValues: given })
  return { found, touched, values: valuesIn(data) }
}

/** Each field of the query, asked for something that is there. */
const ROOTS: readonly ((world: CostWorld) => string)[] = [
  ({ words }) => `actor(id: "${words.actors[0]}")`,
  () => 'search(text: "a", first: 100)',
  () => 'actors(first: 500)',
  ({ words }) => `event(id: "${words.events[0]}")`,
  () => 'events(first: 500)',
  () => 'ties(first: 500)',
  () => 'ties(first: 500, level: TOP)',
  ({ words }) => `neighbourhood(actor: "${words.actors[0]}", depth: 4)`,
  ({ words }) => `paths(from: "${words.actors[0]}", to: "${words.actors[2]}", first: 50, maxLength: 6)`,
  () => 'timeline(bucket: DAY)',
  () => 'distancing(include: [CONDEMNATION, THREATENED, WEAK])',
  () => 'distancing(include: [CONDEMNATION, THREATENED, WEAK], level: ACTOR)',
  () => 'sources(first: 500)',
  () => 'collections',
  () => 'stats',
  () => 'questions',
  () => 'auditLog(first: 500)',
]

/** The shortest way from a type to each list below it: `{ nodes { evidence { __typename } } }`. */
function listsBelow(type: GraphQLObjectType): readonly string[] {
  const found: string[] = []
  const seen = new Set([type.name])
  const open = [{ type, begin: '', end: '' }]
  for (let next = open.shift(); next; next = open.shift()) {
    for (const field of Object.values(next.type.getFields())) {
      const of = getNamedType(field.type)
      const begin = `${next.begin} { ${field.name}`
      if (isListType(getNullableType(field.type))) {
        found.push(`${begin} ${isObjectType(of) ? '{ __typename }' : ''} } ${next.end}`)
      }
      if (!isObjectType(of) || seen.has(of.name)) continue
      seen.add(of.name)
      open.push({ type: of, begin, end: `} ${next.end}` })
    }
  }
  return found
}

describe('no answer takes more than its estimate', { timeout: numRuns(60_000, 1_800_000) }, () => {
  const holds = ({ found, touched, values }: NonNullable<Awaited<ReturnType<typeof answered>>>) =>
    values <= found.values && touched.records <= found.records && touched.rows <= found.rows + found.values

  test('every list by itself, below every field of the query', async () => {
    let lists = 0
    for (let world = 0; world < numRuns(2, 40); world++) {
      const held = await costWorld(seed() + world)
      for (const root of ROOTS) {
        const field = root(held)
        const type = getNamedType(schema.getQueryType()?.getFields()[/^\w+/.exec(field)?.[0] ?? '']?.type)
        if (!isObjectType(type)) throw new RangeError(`There is no ${field}.`)
        for (const list of listsBelow(type)) {
          const taken = await answered(held, `{ ${field} ${list} }`, {})
          expect(taken && holds(taken), `${field} ${list} ${JSON.stringify({ world: seed() + world, taken })}`).toBe(
            true,
          )
          lists++
        }
      }
      await held.close()
    }
    expect(lists).toBeGreaterThan(numRuns(2, 40) * 200)
  })

  test('whatever is asked of whatever world', async () => {
    let answers = 0
    const random = randomFrom(seed())
    for (let world = 0; world < numRuns(8, 400); world++) {
      const held = await costWorld(seed() + world)
      for (let n = 0; n < 40; n++) {
        const { query, variables } = randomDocument(schema, random, held.words, OPTIONS)
        const taken = await answered(held, query, variables)
        if (!taken) continue
        const { found, touched, values } = taken
        const told = `${query}\n${JSON.stringify(variables)}\n${JSON.stringify({ world: seed() + world, found, touched, values })}`
        expect(holds(taken), told).toBe(true)
        if (values > 10) answers++
      }
      await held.close()
    }
    // Most documents ask for something that is there.
    expect(answers).toBeGreaterThan(numRuns(8, 400) * 15)
  })
})

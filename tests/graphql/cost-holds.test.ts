import { execute, getOperationAST, getVariableValues, parse, validate } from 'graphql'
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

describe('no answer takes more than its estimate', () => {
  test('whatever is asked of whatever world', async () => {
    let answers = 0
    const random = randomFrom(seed())
    for (let world = 0; world < numRuns(12, 400); world++) {
      const held = await costWorld(seed() + world)
      for (let n = 0; n < 40; n++) {
        const { query, variables } = randomDocument(schema, random, held.words, OPTIONS)
        const taken = await answered(held, query, variables)
        if (!taken) continue
        const { found, touched, values } = taken
        const told = `${query}\n${JSON.stringify(variables)}\n${JSON.stringify({ world: seed() + world, found, touched, values })}`
        expect(values <= found.values, told).toBe(true)
        expect(touched.records <= found.records, told).toBe(true)
        expect(touched.rows <= found.rows + found.values, told).toBe(true)
        if (values > 10) answers++
      }
      await held.close()
    }
    // Most documents ask for something that is there.
    expect(answers).toBeGreaterThan(numRuns(12, 400) * 15)
  })
})

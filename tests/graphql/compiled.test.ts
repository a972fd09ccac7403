import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { QUESTIONS } from '../neo4j/questions.ts'
import { post } from '../support/http.ts'
import { serving, type Serving } from './serving.ts'

let served: Serving
beforeAll(async () => void (served = await serving()))
afterAll(() => served.close())

/** The first time by execution, the second by code that was made of the document. */
async function twice(query: string, variables: object = {}): Promise<readonly [string, string]> {
  const first = await post(served.address, { query, variables })
  const second = await post(served.address, { query, variables })
  expect(second.status).toBe(first.status)
  return [first.text, second.text]
}

describe('a query that is asked again', () => {
  test.each(QUESTIONS)('is answered to the letter: %s', async (_, query) => {
    const [first, second] = await twice(query)
    expect(second).toBe(first)
  })

  test('keeps what its variables say, in inputs and for @include', async () => {
    const query = `query Q($first: Int! = 3, $with: Boolean!, $filter: EventFilter) {
      ties(first: $first, filter: $filter) { total items { id total @include(if: $with) actor { id } } } }`
    // Another text each time is another document.
    for (const variables of [
      { with: true },
      { with: false, first: 1 },
      { with: true, filter: { kinds: ['COOPERATION'] } },
    ]) {
      const [first, second] = await twice(`${query} # ${JSON.stringify(variables)}`, variables)
      expect(second).toBe(first)
      expect(JSON.parse(first)).not.toHaveProperty('errors')
    }
  })

  test('says what is wrong in the same words', async () => {
    for (const query of ['{ ties(first: 0) { total } }', '{ version ties(filter: { from: "never" }) { total } }']) {
      const [first, second] = await twice(query)
      expect(second).toBe(first)
      expect(JSON.parse(first)).toHaveProperty('errors.0.extensions.code')
    }
  })

  test('may name a field as no plain object can', async () => {
    const [first, second] = await twice('{ __proto__: version }')
    expect(second).toBe(first)
    expect(first).toContain('"__proto__"')
  })
})

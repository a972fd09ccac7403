import { getOperationAST, graphql, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { estimate } from '../../server/graphql/cost/estimate.ts'
import { sizesOf } from '../../server/graphql/cost/sizes.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { openMemory } from '../../server/memory/memory.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { aCase, anEvent, someEvidence } from '../support/records.ts'
import { metered, valuesIn } from './metered.ts'

/** Lists of context hold 20 episodes; before, meanwhile and after the act there are more. */
const BESIDE = 25
/** More than a page of the audit log holds. */
const WRITTEN = 510

const schema = createSchema()
const store = openSqliteStore(':memory:')
const memory = openMemory(store)
const told = { evidence: [someEvidence()] }

/** Episodes of their own, each by its scope. */
const cooperation = (what: string, from: string, until: string) =>
  Array.from({ length: BESIDE }, (_, n) =>
    anEvent({
      ...told,
      id: `case/${what}-${n}`,
      kind: 'COOPERATION',
      scope: `${what} ${n}`,
      occurred: `[${from}..${until}]`,
    }),
  )

beforeAll(async () => {
  await store.apply(
    aCase({
      events: [
        anEvent({ ...told, id: 'case/act', occurred: '2025-06-15' }),
        ...cooperation('before', '2025-06-01', '2025-06-02'),
        ...cooperation('meanwhile', '2025-06-01', '2025-06-30'),
        ...cooperation('continues', '2025-06-20', '2025-06-21'),
      ],
    }),
  )
  const events = Array.from({ length: WRITTEN }, (_, n) => anEvent({ id: `case/hand-${n}`, kind: 'NEUTRAL' }))
  await store.apply({ writer: { by: 'HAND', name: 'ann' }, action: 'recordEvent', events })
  await memory.load()
})
afterAll(() => store.close())

/** What an answer took, and what was said of it before. */
async function taken(source: string) {
  const document = parse(source)
  const snapshot = await memory.snapshot()
  const { context, touched } = metered(store, snapshot)
  const operation = getOperationAST(document)
  if (!operation) throw new RangeError('There is no operation.')
  const found = estimate({ schema, document, operation, variables: {}, sizes: sizesOf(snapshot) })
  const { data, errors } = await graphql({ schema, source, contextValue: context })
  expect(errors).toBeUndefined()
  return { found, touched, values: valuesIn(data), data: JSON.parse(JSON.stringify(data)) as unknown }
}

describe('a list that is as long as it can be takes no more than its estimate', () => {
  test.each(['before', 'meanwhile', 'continues'])('cooperation beside a row: %s', async (list) => {
    const { found, values, data } = await taken(
      `{ distancing(by: "uk") { rows { ${list} { total items { id kind subtype scope stage status strength } } } } }`,
    )
    expect(data).toMatchObject({ distancing: { rows: [{ [list]: { total: BESIDE } }] } })
    expect(values).toBeGreaterThan(20 * 7)
    expect(values).toBeLessThanOrEqual(found.values)
  })

  test.each([
    ['', 50],
    ['(first: 500)', 500],
  ])('the audit log: %j', async (page, length) => {
    const { found, touched, values } = await taken(`{ auditLog${page} { nodes { id change version at who action } } }`)
    expect(values).toBeGreaterThan(length * 6)
    expect(values).toBeLessThanOrEqual(found.values)
    expect(touched.records).toBeGreaterThanOrEqual(length)
    expect(touched.records).toBeLessThanOrEqual(found.records)
  })
})

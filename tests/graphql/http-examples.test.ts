import { parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXAMPLES } from '../../client/graphiql/examples.ts'
import { serveEntente, temporaryFolder, type Served } from '../support/entente-process.ts'
import { post } from '../support/http.ts'

const data = temporaryFolder()
let served: Served

beforeAll(async () => {
  served = await serveEntente(data.folder)
})

afterAll(async () => {
  await served?.stop()
  data.remove()
})

async function answerOf(name: string): Promise<unknown> {
  const query = EXAMPLES.find((example) => nameOf(example) === name)
  const { status, text } = await post(served.address, { query })
  expect(status).toBe(200)
  const { data: answer, errors } = JSON.parse(text)
  expect(errors).toBeUndefined()
  return answer
}

function nameOf(query: string): string | undefined {
  const [definition] = parse(query).definitions
  return definition && 'name' in definition ? definition.name?.value : undefined
}

test('each tab has a name, and each is tried below', () => {
  expect(EXAMPLES.map(nameOf)).toEqual(['Distancing', 'Ties', 'Paths', 'Search'])
})

test('Distancing names the United Kingdom, then Canada, and what the switches would add', async () => {
  expect(await answerOf('Distancing')).toMatchObject({
    distancing: {
      rows: [{ who: { name: 'United Kingdom' } }, { who: { name: 'Canada' } }],
      switches: [
        { rule: 'CONDEMNATION', rows: 2, acts: 3 },
        { rule: 'THREATENED', rows: 0, acts: 0 },
        { rule: 'WEAK', rows: 0, acts: 0 },
      ],
      asKnownOn: '2025-11-11',
    },
  })
})

test('Ties holds the suspension', async () => {
  const { ties } = (await answerOf('Ties')) as { ties: { items: unknown[] } }
  expect(ties.items).toContainEqual(
    expect.objectContaining({
      actor: { name: 'United Kingdom' },
      target: { name: 'United States' },
      counts: [{ kind: 'SUSPENSION', events: 1, episodes: 1 }],
    }),
  )
})

test('Paths leads from Volker Türk to SOUTHCOM', async () => {
  const { paths } = (await answerOf('Paths')) as { paths: { items: { steps: { from: unknown; to: unknown }[] }[] } }
  const [shortest] = paths.items
  expect(shortest?.steps.at(0)?.from).toEqual({ name: 'Volker Türk' })
  expect(shortest?.steps.at(-1)?.to).toEqual({ name: 'SOUTHCOM' })
})

test('Search finds Volker Türk without his accent', async () => {
  expect(await answerOf('Search')).toMatchObject({ search: [{ actor: { name: 'Volker Türk' } }] })
})

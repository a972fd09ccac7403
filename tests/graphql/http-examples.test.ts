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

/** What they answer on Neo4j is tested there. */
const CYPHER = ['Suspended', 'Provenance', 'BothAtOnce']

async function resultOf(name: string) {
  const query = EXAMPLES.find((example) => nameOf(example) === name)
  const { status, text } = await post(served.address, { query })
  expect(status).toBe(200)
  return JSON.parse(text) as { readonly data: unknown; readonly errors?: readonly { readonly message: string }[] }
}

async function answerOf(name: string): Promise<unknown> {
  const { data: answer, errors } = await resultOf(name)
  expect(errors).toBeUndefined()
  return answer
}

function nameOf(query: string): string | undefined {
  const [definition] = parse(query).definitions
  return definition && 'name' in definition ? definition.name?.value : undefined
}

test('each tab has a name, and each is tried below', () => {
  const reading = ['Distancing', 'Ties', 'Paths', 'Search']
  expect(EXAMPLES.map(nameOf)).toEqual([...reading, ...CYPHER, 'RecordEvent', 'AuditLog'])
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

test.each(CYPHER)('%s: on a file, one sentence says that Cypher needs Neo4j', async (name) => {
  const { errors = [] } = await resultOf(name)
  expect(errors.map(({ message }) => message)).toEqual([expect.stringMatching(/^[A-Z].*Neo4j.*[.]$/)])
})

test('RecordEvent writes, and AuditLog shows what was written before what was loaded', async () => {
  const { recordEvent } = (await answerOf('RecordEvent')) as { recordEvent: { id: string; change: string } }
  expect(recordEvent).toMatchObject({ event: { reportedOn: '2025-11-11' } })
  const { id, change } = recordEvent
  expect(await answerOf('AuditLog')).toMatchObject({
    auditLog: {
      nodes: [
        { by: 'HAND', action: 'recordEvent', record: `event:${id}`, change, before: null, after: { id } },
        { by: 'LOAD', action: 'load', record: null },
      ],
    },
  })
})

import { buildSchema, getNamedType, isObjectType, type GraphQLObjectType } from 'graphql'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CollectionContents } from '../../server/domain/records.ts'
import { contentsOf, type WorldEvent } from '../support/worlds.ts'
import { holding, type Answering } from './answering.ts'

const SIZES = [1, 10, 50]

/** So many actors each suspend, condemn and cooperate with the hub, which is led by so many; everything has evidence and links. */
function star(size: number): CollectionContents {
  const spokes = Array.from({ length: size }, (_, i) => `a${i}`)
  const events = spokes.flatMap((actor): WorldEvent[] => [
    { id: `${actor}-c`, actor, target: 'hub', kind: 'COOPERATION', occurred: '2025-01-01' },
    {
      id: `${actor}-s`,
      actor,
      target: 'hub',
      occurred: '2025-02-01',
      breaks: [`${actor}-c`],
      history: [['CONFIRMED', '2030-01-01']],
    },
    { id: `${actor}-n`, actor, target: 'hub', kind: 'CONDEMNATION', occurred: '2025-03-01' },
    { id: `${actor}-j`, actor, target: 'hub', kind: 'COOPERATION', subtype: 'joint_operation', occurred: '2025-04-01' },
    { id: `${actor}-r`, actor, target: 'hub', kind: 'COOPERATION', occurred: '2025-05-01', restores: [`${actor}-s`] },
    { id: `${actor}-i`, actor: `part-${actor}`, target: actor, kind: 'CONDEMNATION', occurred: '2025-03-01' },
  ])
  const contents = contentsOf({
    actors: Object.fromEntries(
      ['hub', ...spokes, ...spokes.map((each) => `part-${each}`)].map((id) => [id, `Name ${id}`]),
    ),
    affiliations: spokes.flatMap((each) => [
      [`part-${each}`, 'PART_OF', each] as const,
      [each, 'MEMBER_OF', 'hub'] as const,
    ]),
    events,
  })
  const evidence = contents.events[0]?.evidence ?? []
  return {
    ...contents,
    collection: {
      ...contents.collection,
      headline: 'world/a0-s',
      positions: [{ actor: 'hub', x: 1, y: 2 }],
      questions: spokes.map((by) => ({
        id: `world/q-${by}`,
        text: by,
        kind: 'DISTANCING',
        toward: 'hub',
        by,
        dates: [],
      })),
    },
    affiliations: contents.affiliations.map((each) => ({ ...each, evidence })),
    sources: [...contents.sources, ...spokes.map((each) => ({ ...contents.sources[0]!, id: `world/${each}` }))],
  }
}

/** Everything of a type down to a depth, lists cut at what the graph holds: `{ id source { id } }`. */
function everything(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const of = getNamedType(field.type)
    if (!isObjectType(of)) return [field.name]
    return depth > 0 ? [`${field.name} ${everything(of, depth - 1)}`] : []
  })
  return `{ ${fields.join(' ') || '__typename'} }`
}

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'))

const ASKED: Readonly<Record<string, string>> = {
  actor: 'actor(id: "hub")',
  search: 'search(text: "Name", first: 100)',
  actors: 'actors(first: 500)',
  event: 'event(id: "world/a0-s")',
  events: 'events(first: 500)',
  ties: 'ties',
  neighbourhood: 'neighbourhood(actor: "hub", depth: 2)',
  paths: 'paths(from: "a0", to: "part-a0", first: 50)',
  timeline: 'timeline',
  distancing: 'distancing(toward: "hub", include: [CONDEMNATION, THREATENED, WEAK], first: 500)',
  sources: 'sources(first: 500)',
  source: 'source(id: "world/a0")',
  collections: 'collections',
  stats: 'stats',
  questions: 'questions',
  auditLog: 'auditLog(first: 500)',
  merges: 'merges',
  version: 'version',
}

/** Ways that lead through lists of lists. */
const DEEP: Readonly<Record<string, string>> = {
  'events → evidence → source':
    '{ events(first: 500) { nodes { evidence { source { publisher collection { title } } } } } }',
  'events → links → evidence':
    '{ events(first: 500) { nodes { breaks { evidence { id } summary } restores { occurred { edtf } } } } }',
  'ties → events → evidence':
    '{ ties { items { events { nodes { occurred { edtf } history { note } evidence { id source { id } } } } } } }',
  'distancing → rows → acts → events → evidence': `{ distancing(toward: "hub", first: 500, include: [CONDEMNATION]) {
    rows { evidence { id } acts { events { nodes { evidence { source { id } } summary } } restored { by { evidence { id } } } }
      continues { items { events { nodes { evidence { id } } } } } before { items { events { nodes { evidence { id } } } } } }
    internal { events { nodes { evidence { id } } } }
    ties { events { nodes { evidence { id } } } }
    citations { source { id } events } } }`,
  'actors → ties → events with words': `{ actors(first: 500) { nodes {
    ties(filter: { text: "happened" }) { items { events { nodes { evidence { id } } } } } events(filter: { text: "happened" }) { total }
    affiliations { evidence { id } to { affiliates { evidence { id } } } } } } }`,
  'neighbourhood → affiliations → evidence': `{ neighbourhood(actor: "hub", depth: 2, first: 1000) { affiliations { evidence { source { id } } }
    members { actor { events { nodes { evidence { id } } } } } } }`,
  'paths → steps → ties → events': `{ paths(from: "a0", to: "hub", first: 50) { items { steps { affiliations { evidence { id } }
    ties { events { nodes { evidence { id } } } } } } } }`,
  'collections → headline, positions':
    '{ collections { headline headlineEvent { evidence { id } } positions { actor { events { nodes { summary } } } } } }',
  'versions of events, actors, entries, sources and affiliations': `{ events(first: 500) { nodes { version
    actor { version entries { version collection { id } } affiliations { version } } evidence { source { version } } } } }`,
  'questions → actors → events':
    '{ questions { by { events { nodes { evidence { id } } } } toward { top { name } } } }',
}

describe('the number of statements does not grow with what is asked for', () => {
  const stores: Answering[] = []
  beforeAll(async () => {
    for (const size of SIZES) stores.push(await holding(star(size)))
  })
  afterAll(async () => {
    for (const each of stores) await each.close()
  })

  const constant = async (query: string) => {
    const [one, ten, fifty] = await Promise.all(stores.map((each) => each.statementsOf(query)))
    expect(ten).toEqual(one)
    expect(fifty).toEqual(one)
    return one
  }

  test('every field of Query is asked for but cypher, which has no statement of ours', () => {
    expect([...Object.keys(ASKED), 'cypher'].toSorted()).toEqual(
      Object.keys(schema.getQueryType()?.getFields() ?? {}).toSorted(),
    )
  })

  test.each(Object.entries(ASKED))('%s, with everything three levels down', async (name, field) => {
    const type = getNamedType(schema.getQueryType()?.getFields()[name]?.type)
    const selection = isObjectType(type) ? everything(type, 3) : ''
    await constant(`{ ${field} ${selection} }`)
  })

  test.each(Object.entries(DEEP))('%s', async (_, query) => {
    expect(await constant(query)).not.toEqual([])
  })

  test('a list with evidence takes one statement beside the version', async () => {
    expect(await constant('{ events(first: 500) { nodes { evidence { source { publisher } } } } }')).toEqual([
      'version',
      'events-by-id',
    ])
  })

  test('all versions asked for at once take one reading', async () => {
    const versions = await constant(
      '{ events(first: 500) { nodes { version } } actors(first: 500) { nodes { version } } sources(first: 500) { nodes { version } } }',
    )
    expect(new Set(versions).size).toBe(versions?.length)
  })
})

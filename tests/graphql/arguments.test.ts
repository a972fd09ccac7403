import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createContext } from '../../server/graphql/context.ts'
import { createSchema } from '../../server/graphql/schema.ts'
import { openMemory } from '../../server/memory/memory.ts'
import { StoreUnavailableError } from '../../server/store/graph-store.ts'
import { graphql } from 'graphql'
import { contentsOf } from '../support/worlds.ts'
import { holding, type Answering } from './answering.ts'

let answers: Answering
beforeAll(async () => {
  const events = [
    { actor: 'uk', target: 'us', occurred: '2025-01-01' },
    { actor: 'ca', target: 'us', occurred: '2025-01-02' },
  ]
  const actors = { uk: 'The United Kingdom', us: 'The United States', ca: 'Canada' }
  answers = await holding(contentsOf({ actors, events }), contentsOf({ id: 'other', actors, events }))
})
afterAll(() => answers.close())

/** [query, argument, what the sentence says is allowed] */
const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  ['{ search(text: "uk", first: 0) { matched } }', 'first', /1 to 100/],
  ['{ search(text: "uk", first: 101) { matched } }', 'first', /1 to 100/],
  [`{ search(text: "${'u'.repeat(201)}") { matched } }`, 'text', /at most 200/],
  ['{ actors(first: 501) { total } }', 'first', /1 to 500/],
  ['{ actors(after: "x") { total } }', 'after', /no cursor/],
  ['{ actors(filter: { text: " . " }) { total } }', 'filter.text', /at least one letter or digit/],
  ['{ actors(filter: { collections: ["nowhere"] }) { total } }', 'filter.collections', /"nowhere".*other, world/],
  ['{ events(first: -1) { total } }', 'first', /1 to 500/],
  ['{ events(after: "") { total } }', 'after', /no cursor/],
  ['{ events(filter: { actors: ["uk", "fr"] }) { total } }', 'filter.actors', /"fr".*search/],
  ['{ events(filter: { actor: "fr" }) { total } }', 'filter.actor', /"fr"/],
  ['{ events(filter: { actor: "" }) { total } }', 'filter.actor', /""/],
  ['{ events(filter: { target: "fr" }) { total } }', 'filter.target', /"fr"/],
  ['{ events(filter: { between: ["uk", "fr"] }) { total } }', 'filter.between', /"fr"/],
  ['{ events(filter: { subtypes: ["sulking"] }) { total } }', 'filter.subtypes', /"sulking".*withdrawal/],
  ['{ events(filter: { minOrigins: -1 }) { total } }', 'filter.minOrigins', /0 or more/],
  ['{ events(filter: { minOrigins: 3, maxOrigins: 2 }) { total } }', 'filter.maxOrigins', /2 is before 3/],
  [
    '{ events(filter: { occurredSince: "2025-02-01", occurredUntil: "2025-01-31" }) { total } }',
    'filter.occurredUntil',
    /2025-01-31 is before 2025-02-01/,
  ],
  [
    '{ events(filter: { reportedSince: "2025-02-01", reportedUntil: "2025-01-31" }) { total } }',
    'filter.reportedUntil',
    /before/,
  ],
  ['{ events(filter: { text: "" }) { total } }', 'filter.text', /at least one letter/],
  ['{ events(filter: { collections: ["nowhere"] }) { total } }', 'filter.collections', /"nowhere"/],
  ['{ ties(first: 5001) { total } }', 'first', /1 to 5000/],
  ['{ neighbourhood(actor: "fr") { total } }', 'actor', /"fr"/],
  ['{ neighbourhood(actor: "uk", depth: 5) { total } }', 'depth', /1 to 4/],
  ['{ neighbourhood(actor: "uk", first: 1001) { total } }', 'first', /1 to 1000/],
  ['{ paths(from: "fr", to: "uk") { total } }', 'from', /"fr"/],
  ['{ paths(from: "uk", to: "fr") { total } }', 'to', /"fr"/],
  ['{ paths(from: "uk", to: "us", maxLength: 7) { total } }', 'maxLength', /1 to 6/],
  ['{ paths(from: "uk", to: "us", first: 51) { total } }', 'first', /1 to 50/],
  ['{ timeline(filter: { actor: "fr" }) { total } }', 'filter.actor', /"fr"/],
  ['{ stats(filter: { actor: "fr" }) { events } }', 'filter.actor', /"fr"/],
  ['{ distancing(toward: "fr") { total } }', 'toward', /"fr"/],
  ['{ distancing(by: "fr") { total } }', 'by', /"fr"/],
  ['{ distancing(since: "2025-02-01", until: "2025-01-31") { total } }', 'until', /before/],
  ['{ distancing(collections: ["nowhere"]) { total } }', 'collections', /"nowhere"/],
  ['{ distancing(first: 501) { total } }', 'first', /1 to 500/],
  ['{ distancing(after: "x") { total } }', 'after', /no cursor/],
  ['{ sources(first: 0) { total } }', 'first', /1 to 500/],
  [
    '{ sources(filter: { publishedSince: "2025-02-01", publishedUntil: "2025-01-31" }) { total } }',
    'filter.publishedUntil',
    /before/,
  ],
  ['{ sources(filter: { text: "!" }) { total } }', 'filter.text', /at least one letter/],
  ['{ sources(filter: { collections: ["nowhere"] }) { total } }', 'filter.collections', /"nowhere"/],
  ['{ questions(collection: "nowhere") { id } }', 'collection', /"nowhere"/],
  ['{ actor(id: "uk") { ties(first: 0) { total } } }', 'first', /1 to 5000/],
  ['{ actor(id: "uk") { events(filter: { actor: "fr" }) { total } } }', 'filter.actor', /"fr"/],
  ['{ ties { items { events(after: "x") { total } } } }', 'after', /no cursor/],
  [
    '{ distancing(collections: ["world"]) { actors { ties(filter: { collections: ["other"] }) { total } } } }',
    'filter.collections',
    /read in world alone/,
  ],
]

describe('an argument that cannot be right', () => {
  test.each(REFUSED)('%s', async (query, argument, says) => {
    const { errors } = await answers.execute(query)
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument })
    expect(errors?.[0]?.message).toMatch(says)
  })

  test.each(['2025-02-30', '2025-1-1', '11.11.2025', '2025-11', '20251111', '', 'today', '2025-11-11T00:00:00Z'])(
    'day %s',
    async (day) => {
      for (const [query, variables] of [
        [`{ event(id: "x", asKnownOn: "${day}") { id } }`, {}],
        ['query ($day: Date) { event(id: "x", asKnownOn: $day) { id } }', { day }],
      ] as const) {
        const { errors } = await answers.execute(query, variables)
        expect(errors?.[0]?.message).toContain('is no day of the calendar')
      }
    },
  )

  test('a cursor of another list or order leads nowhere', async () => {
    const page = await answers.ask<{ events: { pageInfo: { endCursor: string } } }>(
      '{ events(first: 1) { pageInfo { endCursor } } }',
    )
    const after = page.events.pageInfo.endCursor
    for (const query of [
      'query ($after: String) { actors(after: $after) { total } }',
      'query ($after: String) { events(after: $after, orderBy: REPORTED_ASC) { total } }',
      'query ($after: String) { distancing(after: $after) { total } }',
    ]) {
      const { errors } = await answers.execute(query, { after })
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' })
    }
  })
})

describe('an argument that is taken', () => {
  test('null stands for the default, an empty list for none', async () => {
    const plain = await answers.ask('{ events { total } ties { total } distancing { total level include } }')
    const given = await answers.ask(`{
      events(filter: { actors: [], kinds: null, disputed: null, text: null }, first: null, orderBy: null, after: null) { total }
      ties(filter: null, level: null, first: null) { total }
      distancing(include: [], level: null, first: null, collections: [], toward: null) { total level include } }`)
    expect(given).toEqual(plain)
    expect(plain).toEqual({
      events: { total: 4 },
      ties: { total: 2 },
      distancing: { total: 2, level: 'TOP', include: ['STRICT'] },
    })
  })

  test('STRICT may be named; rules come back in their order, once', async () => {
    expect(
      await answers.ask('{ distancing(include: [WEAK, STRICT, CONDEMNATION, WEAK]) { include switches { rule } } }'),
    ).toEqual({
      distancing: { include: ['STRICT', 'CONDEMNATION', 'WEAK'], switches: [{ rule: 'THREATENED' }] },
    })
  })

  test('what is not there is null', async () => {
    expect(await answers.ask('{ actor(id: "fr") { id } event(id: "x") { id } source(id: "x") { id } }')).toEqual({
      actor: null,
      event: null,
      source: null,
    })
  })

  test('blank text finds nobody', async () => {
    expect(await answers.ask('{ search(text: " . ") { matched } }')).toEqual({ search: [] })
  })
})

describe('rows of distancing in pages', () => {
  const QUERY =
    'query ($after: String) { distancing(first: 1, after: $after) { rows { id } total truncated endCursor sentence citations { events } } }'
  type Page = {
    distancing: {
      rows: { id: string }[]
      truncated: boolean
      endCursor: string
      sentence: string
      citations: { events: string[] }[]
    }
  }

  test('follow each other and tell the same whole', async () => {
    const one = (await answers.ask<Page>(QUERY)).distancing
    const two = (await answers.ask<Page>(QUERY, { after: one.endCursor })).distancing
    const three = (await answers.ask<Page>(QUERY, { after: two.endCursor })).distancing
    expect([one, two, three].map((page) => [page.rows.map((row) => row.id), page.truncated])).toEqual([
      [['uk>us'], true],
      [['ca>us'], false],
      [[], false],
    ])
    expect(three.endCursor).toBeNull()
    expect(two.sentence).toBe(one.sentence)
    // The sentence tells both rows on each page, so each page cites both.
    for (const page of [one, two]) {
      expect(page.citations.flatMap((each) => each.events).toSorted()).toEqual([
        'other/e0',
        'other/e1',
        'world/e0',
        'world/e1',
      ])
    }
  })
})

describe('what cannot be answered now', () => {
  test('a store that is away and a memory that is not loaded are SERVICE_UNAVAILABLE', async () => {
    const memory = openMemory(answers.store)
    const ask = (contextValue: unknown) =>
      graphql({ schema: createSchema(), source: '{ stats { events } }', contextValue })
    const unread = await ask(createContext({ store: answers.store, memory }))
    expect(unread.errors?.[0]?.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' })
    expect(unread.errors?.[0]?.message).toContain('still being read')

    await memory.load()
    const away = {
      ...memory,
      snapshot: () => Promise.reject(new StoreUnavailableError('The store is away. Start it again.')),
    }
    const failed = await ask(createContext({ store: answers.store, memory: away }))
    expect(failed.errors?.[0]?.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' })
    expect(failed.errors?.[0]?.message).toBe('The store is away. Start it again.')
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CollectionContents } from '../../server/domain/records.ts'
import { contentsOf } from '../support/worlds.ts'
import { holding, type Answering } from './answering.ts'

/** Told on the 10th, denied and quoted on the 20th, confirmed on the 25th, undone on the 30th of January 2025. */
function told(): CollectionContents {
  const contents = contentsOf({
    actors: { uk: 'The United Kingdom', us: 'The United States', mi: 'A ministry' },
    affiliations: [['mi', 'PART_OF', 'uk']],
    events: [
      {
        id: 'stop',
        actor: 'mi',
        target: 'us',
        occurred: '2025-01-05',
        reported: '2025-01-10',
        history: [
          ['REPORTED', '2025-01-10'],
          ['CONFIRMED', '2025-01-25'],
        ],
        evidence: [
          {},
          { source: 'world/s-2025-01-20', stance: 'DENIES', quote: 'Poppycock' },
          { source: 'world/s-2025-01-20', about: 'CONTENT', stance: 'DENIES' },
          { source: 'world/s-2025-01-30', relayedFrom: 'world/s-2025-01-20' },
          { source: 'world/undated' },
        ],
      },
      { id: 'other', actor: 'us', target: 'uk', kind: 'CONDEMNATION', occurred: '2025-01-15', reported: '2025-01-20' },
      {
        id: 'again',
        actor: 'mi',
        target: 'us',
        kind: 'COOPERATION',
        subtype: 'restoration',
        occurred: '2025-01-28',
        reported: '2025-01-30',
        restores: ['stop'],
      },
    ],
  })
  const claim = contents.events[1]?.evidence ?? []
  return {
    ...contents,
    collection: { ...contents.collection, headline: 'world/stop' },
    sources: [
      ...contents.sources,
      {
        id: 'world/undated',
        collection: 'world',
        publisher: 'No date',
        title: null,
        url: null,
        published: null,
        reliability: 'F',
      },
    ],
    affiliations: contents.affiliations.map((each) => ({ ...each, evidence: claim })),
  }
}

/** A data set whose rows name a publisher or none. */
function coded(): CollectionContents {
  const contents = contentsOf({
    id: 'feed',
    kind: 'DATA_SET',
    actors: { uk: 'United Kingdom', us: 'United States' },
    events: [
      { id: 'a', actor: 'uk', target: 'us', occurred: '2025-01-02', reported: '2025-01-02' },
      { id: 'b', actor: 'us', target: 'uk', occurred: '2025-01-03', reported: '2025-01-02', code: '112' },
    ],
  })
  return {
    ...contents,
    events: contents.events.map((event, at) =>
      at === 1 && event.coded ? { ...event, coded: { ...event.coded, publisher: 'Reuters' } } : event,
    ),
  }
}

let answers: Answering
beforeAll(async () => {
  answers = await holding(told(), coded())
})
afterAll(() => answers.close())

const EVENT = `query ($on: Date) { event(id: "world/stop", asKnownOn: $on) {
  status history { status on } disputed answered originCount evidence { id stance about }
  actor { affiliations { reportedOn evidence { id } } top { id } } } }`

test('actors are shown under those above them only from the day on which that was claimed', async () => {
  const query = 'query ($on: Date) { actors(asKnownOn: $on, filter: { text: "mi" }) { nodes { id top { id } } } }'
  const mi = { id: 'mi', top: { id: 'mi' } }
  expect(await answers.ask(query, { on: '2025-01-19' })).toMatchObject({ actors: { nodes: [mi] } })
  expect(await answers.ask(query, { on: '2025-01-20' })).toMatchObject({
    actors: { nodes: [{ ...mi, top: { id: 'uk' } }] },
  })
})

describe('an event as known on a day', () => {
  test('is not there the day before, and is there on the day', async () => {
    expect(await answers.ask(EVENT, { on: '2025-01-09' })).toEqual({ event: null })
    expect(await answers.ask(EVENT, { on: '2025-01-10' })).toEqual({
      event: {
        status: 'REPORTED',
        history: [{ status: 'REPORTED', on: '2025-01-10' }],
        disputed: false,
        answered: false,
        originCount: 1,
        evidence: [{ id: 'world/stop#1', stance: 'ASSERTS', about: 'ACT' }],
        actor: { affiliations: [], top: { id: 'mi' } },
      },
    })
  })

  test('shows denials, statuses, origins and claims of belonging from their day on', async () => {
    const on20 = await answers.ask(EVENT, { on: '2025-01-20' })
    expect(on20).toMatchObject({
      event: {
        status: 'REPORTED',
        disputed: true,
        answered: true,
        originCount: 1,
        evidence: [{ id: 'world/stop#1' }, { id: 'world/stop#2' }, { id: 'world/stop#3' }],
        actor: {
          affiliations: [{ reportedOn: '2025-01-20', evidence: [{ id: 'world/mi-PART_OF-uk-#1' }] }],
          top: { id: 'uk' },
        },
      },
    })
    expect(await answers.ask(EVENT, { on: '2025-01-25' })).toMatchObject({
      event: { status: 'CONFIRMED', originCount: 1 },
    })
    // The last one's evidence of an undated source was never known.
    const late = await answers.ask<{ event: { evidence: unknown[] } }>(EVENT)
    expect(late).toMatchObject({ event: { status: 'CONFIRMED', originCount: 2 } })
    expect(late.event.evidence).toHaveLength(4)
  })

  test('is found by words only from the day on which they were said', async () => {
    const query = 'query ($on: Date) { events(filter: { text: "poppy", asKnownOn: $on }) { nodes { id } } }'
    expect(await answers.ask(query, { on: '2025-01-19' })).toEqual({ events: { nodes: [] } })
    expect(await answers.ask(query, { on: '2025-01-20' })).toEqual({ events: { nodes: [{ id: 'world/stop' }] } })
    expect(await answers.ask('{ events(filter: { text: "data happened" }) { total } }')).toEqual({
      events: { total: 3 },
    })
    expect(await answers.ask('{ events(filter: { text: "appened" }) { total } }')).toEqual({ events: { total: 0 } })
  })
})

describe('the day of an answer holds in every field below it', () => {
  test('ties and events of an actor', async () => {
    const query =
      'query ($on: Date) { actor(id: "us", asKnownOn: $on) { ties { items { id total } asKnownOn } events { nodes { id } } } }'
    expect(await answers.ask(query, { on: '2025-01-10' })).toEqual({
      actor: {
        ties: {
          items: [
            { id: 'mi>us', total: 1 },
            { id: 'uk>us', total: 1 },
            { id: 'us>uk', total: 1 },
          ],
          asKnownOn: '2025-01-10',
        },
        events: { nodes: [{ id: 'feed/a' }, { id: 'feed/b' }, { id: 'world/stop' }] },
      },
    })
  })

  test('a filter of an actor narrows beside the actor itself', async () => {
    const query = `{ actor(id: "us") { ties(filter: { actors: ["mi"] }, level: ACTOR) { items { id } }
      events(filter: { actors: ["mi"], kinds: [COOPERATION] }) { nodes { id } } none: events(filter: { between: ["uk", "mi"] }) { total } } }`
    expect(await answers.ask(query)).toEqual({
      actor: { ties: { items: [{ id: 'mi>us' }] }, events: { nodes: [{ id: 'world/again' }] }, none: { total: 0 } },
    })
  })

  test('a field inside never shows more: of two days the earlier holds', async () => {
    const query = `query ($on: Date) { actor(id: "us", asKnownOn: "2025-01-20") {
      ties(filter: { asKnownOn: $on }) { asKnownOn total }
      narrow: ties(filter: { asKnownOn: $on, collections: ["feed"] }) { asKnownOn total } } }`
    expect(await answers.ask(query, { on: '2025-01-30' })).toEqual({
      actor: { ties: { asKnownOn: '2025-01-20', total: 3 }, narrow: { asKnownOn: '2025-01-20', total: 2 } },
    })
    expect(await answers.ask(query, { on: '2025-01-05' })).toMatchObject({
      actor: { ties: { asKnownOn: '2025-01-05', total: 2 } },
    })
    // Nothing asked: the last day of what is chosen, not of what is around it.
    expect(await answers.ask(query)).toEqual({
      actor: { ties: { asKnownOn: '2025-01-20', total: 3 }, narrow: { asKnownOn: '2025-01-02', total: 2 } },
    })
  })

  test('links, and the collection that an event stands in', async () => {
    const query = `query ($on: Date) { events(filter: { asKnownOn: $on, actor: "mi" }) { nodes { id restores { id }
      collection { id eventCount headline headlineEvent { status } defaultAsKnownOn } } } }`
    const world = {
      id: 'world',
      headline: expect.stringContaining('is reported to have'),
      headlineEvent: { status: 'REPORTED' },
    }
    expect(await answers.ask(query, { on: '2025-01-10' })).toEqual({
      events: {
        nodes: [
          { id: 'world/stop', restores: [], collection: { ...world, eventCount: 1, defaultAsKnownOn: '2025-01-30' } },
        ],
      },
    })
    expect(await answers.ask(query)).toMatchObject({
      events: {
        nodes: [
          { collection: { eventCount: 3, headlineEvent: { status: 'CONFIRMED' } } },
          { id: 'world/again', restores: [{ id: 'world/stop' }] },
        ],
      },
    })
  })

  test('rows of distancing and what restored them', async () => {
    const query = `query ($on: Date) { distancing(asKnownOn: $on, collections: ["world"]) { asKnownOn
      rows { id originCount disputed restored { known on by { id } } evidence { id } acts { actor { id } status } } } }`
    expect(await answers.ask(query, { on: '2025-01-10' })).toEqual({
      distancing: {
        asKnownOn: '2025-01-10',
        rows: [
          {
            id: 'mi>us',
            originCount: 1,
            disputed: false,
            restored: { known: false, on: null, by: null },
            evidence: [{ id: 'world/stop#1' }],
            acts: [{ actor: { id: 'mi' }, status: 'REPORTED' }],
          },
        ],
      },
    })
    expect(await answers.ask(query)).toMatchObject({
      distancing: {
        asKnownOn: '2025-01-30',
        rows: [{ id: 'uk>us', disputed: true, restored: { known: true, on: '2025-01-28', by: { id: 'world/again' } } }],
      },
    })
    expect(await answers.ask(query, { on: '2025-01-09' })).toMatchObject({ distancing: { rows: [] } })
  })
})

describe('a row of a data set', () => {
  test('rests on the source of its publisher, else on the only one of the data set', async () => {
    const query =
      '{ events(filter: { collections: ["feed"] }) { nodes { id code evidence { id source { id } stance about locator paraphrase } } } }'
    const evidence = (id: string, code: string) => [
      {
        id: `feed/${id}#coded`,
        source: { id: 'feed/s-2025-01-02' },
        stance: 'ASSERTS',
        about: 'ACT',
        locator: code,
        paraphrase: expect.stringMatching(`^“.+” toward “.+”, coded as CAMEO ${code}`),
      },
    ]
    expect(await answers.ask(query)).toEqual({
      events: {
        nodes: [
          { id: 'feed/a', code: '163', evidence: evidence('a', '163') },
          { id: 'feed/b', code: '112', evidence: evidence('b', '112') },
        ],
      },
    })
  })
})

test('an empty store answers every question', async () => {
  const empty = await holding()
  expect(
    await empty.ask(
      '{ events { total } ties { total asKnownOn } timeline { total } stats { events asKnownOn } collections { id } distancing { total sentence asKnownOn } }',
    ),
  ).toEqual({
    events: { total: 0 },
    ties: { total: 0, asKnownOn: null },
    timeline: { total: 0 },
    stats: { events: 0, asKnownOn: null },
    collections: [],
    distancing: { total: 0, sentence: expect.stringContaining('none is recorded'), asKnownOn: null },
  })
  await empty.close()
})

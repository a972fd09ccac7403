import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SEEDED_CASE } from '../../server/cli/seeded-case.ts'
import { seedIfNew } from '../../server/ingest/load.ts'
import { answering, type Answering } from './answering.ts'

/** Every question of the contract, asked of the seeded case; what is expected follows from the case's description. */
let answers: Answering
const ids = new Map<string, string>()
const id = (name: string) => ids.get(name) ?? `no ${name}`
beforeAll(async () => {
  answers = await answering((store) => seedIfNew(store, SEEDED_CASE))
  const { actors } = await answers.ask<{ actors: { nodes: { id: string; name: string }[] } }>(
    '{ actors(first: 500) { nodes { id name } } }',
  )
  for (const each of actors.nodes) ids.set(each.name, each.id)
})
afterAll(() => answers.close())

interface Named {
  readonly name: string
}
const names = (list: readonly Named[]) => list.map((each) => each.name)

describe('actors', () => {
  test('actor: names, what it belongs to, its top', async () => {
    const { actor } = await answers.ask<{ actor: { affiliations: { type: string; to: Named }[] } }>(
      'query ($id: ID!) { actor(id: $id) { name nameInSentence kind top { name nameInSentence } affiliations { type to { name } } affiliates { actor { name } } } }',
      { id: id('Volker Türk') },
    )
    expect(actor).toMatchObject({
      name: 'Volker Türk',
      kind: 'PERSON',
      top: { name: 'United Nations', nameInSentence: 'the United Nations' },
    })
    expect(actor.affiliations).toContainEqual({ type: 'LEADS', to: { name: 'OHCHR' } })
  })

  test.each([
    ['Turk', 'Volker Türk'],
    ['TÜRK', 'Volker Türk'],
    ['uk', 'United Kingdom'],
    ['Britain', 'United Kingdom'],
    ['U.K.', 'United Kingdom'],
    ['jiatf south', 'JIATF-South'],
    ['Holsley', 'Alvin Holsey'],
  ])('search: %s finds %s first', async (text, name) => {
    const { search } = await answers.ask<{ search: { actor: Named; matched: string }[] }>(
      'query ($text: String!) { search(text: $text) { actor { name } matched } }',
      { text },
    )
    expect(search[0]?.actor.name).toBe(name)
  })

  test('search: kinds narrow, first cuts', async () => {
    const { people, one } = await answers.ask<{ people: { actor: Named & { kind: string } }[]; one: unknown[] }>(
      '{ people: search(text: "a", kinds: [PERSON], first: 100) { actor { name kind } } one: search(text: "united", first: 1) { matched } }',
    )
    expect(new Set(people.map((each) => each.actor.kind))).toEqual(new Set(['PERSON']))
    expect(one).toHaveLength(1)
  })

  test('actors: pages meet end to end, by name', async () => {
    const query =
      'query ($after: String) { actors(first: 7, after: $after) { total nodes { name } edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }'
    type Page = {
      actors: {
        total: number
        nodes: Named[]
        edges: { cursor: string }[]
        pageInfo: {
          hasNextPage: boolean
          hasPreviousPage: boolean
          endCursor: string | null
          startCursor: string | null
        }
      }
    }
    const all: string[] = []
    let after: string | null = null
    for (;;) {
      const { actors }: Page = await answers.ask<Page>(query, { after })
      all.push(...names(actors.nodes))
      expect(actors.pageInfo.hasPreviousPage).toBe(after !== null)
      expect([actors.pageInfo.startCursor, actors.pageInfo.endCursor]).toEqual([
        actors.edges[0]?.cursor,
        actors.edges.at(-1)?.cursor,
      ])
      expect(actors.total).toBe(ids.size)
      if (!actors.pageInfo.hasNextPage) break
      after = actors.pageInfo.endCursor
    }
    expect(all).toEqual([...ids.keys()])
    expect(all).toEqual(all.toSorted((a, b) => (a < b ? -1 : 1)))
  })
})

describe('events', () => {
  test('event: the suspension down to its quote and source', async () => {
    const { events } = await answers.ask<{ events: { nodes: { id: string }[] } }>(
      'query ($actor: ID, $target: ID) { events(filter: { actor: $actor, target: $target, kinds: [SUSPENSION] }) { total nodes { id } } }',
      { actor: id('United Kingdom'), target: id('United States') },
    )
    expect(events.nodes).toHaveLength(1)
    const { event } = await answers.ask<{ event: Record<string, unknown> }>(
      `query ($id: ID!) { event(id: $id) { kind subtype scope stage status mark strength code mirror sentence summary reportedOn originCount
        occurred { edtf earliest latest extent openStart openEnd } collection { kind } breaks { actor { name } target { name } occurred { edtf earliest latest } }
        restores { id } history { status } evidence { stance about source { publisher published } relayedFrom { publisher } } } }`,
      { id: events.nodes[0]?.id },
    )
    expect(event).toMatchObject({
      kind: 'SUSPENSION',
      subtype: 'intelligence',
      stage: 'ACTUAL',
      status: 'REPORTED',
      mark: 'YES',
      strength: 2,
      code: null,
      mirror: false,
      reportedOn: '2025-11-11',
      originCount: 1,
      occurred: {
        edtf: '[2025-09-01..2025-10-11]',
        earliest: '2025-09-01',
        latest: '2025-10-11',
        extent: 'ONE_DAY',
        openStart: false,
        openEnd: false,
      },
      collection: { kind: 'CASE' },
      breaks: [
        {
          actor: { name: 'United Kingdom' },
          target: { name: 'JIATF-South' },
          occurred: { edtf: '/2025-08-31', earliest: null, latest: '2025-08-31' },
        },
      ],
      restores: [],
    })
    expect(event['scope']).toMatch(/maritime intelligence/i)
    expect(event['evidence']).toContainEqual({
      stance: 'ASSERTS',
      about: 'ACT',
      source: { publisher: 'Realist English', published: '2025-11-11' },
      relayedFrom: { publisher: 'CNN' },
    })
  })

  test('events: who condemned whom in which words', async () => {
    const { events } = await answers.ask<{
      events: { nodes: { actor: Named; evidence: { quote: string | null; stance: string }[] }[] }
    }>('{ events(filter: { kinds: [CONDEMNATION] }) { nodes { actor { name } evidence { quote stance } } } }')
    const turk = events.nodes.filter((each) => each.actor.name === 'Volker Türk').flatMap((each) => each.evidence)
    expect(turk.map((each) => each.quote).join(' ')).toContain('extrajudicial killings')
    expect(new Set(names(events.nodes.map((each) => each.actor)))).toEqual(
      new Set(['UK officials', 'Volker Türk', 'Alvin Holsey', 'Military lawyers', 'Legal experts']),
    )
  })

  test('events: words in quotes are found, orders turn round, every claim rests on one origin', async () => {
    const { found, up, down, all, single } = await answers.ask<
      Record<
        'found' | 'up' | 'down' | 'all' | 'single',
        {
          total: number
          nodes: { id: string; actor: Named; reportedOn: string; occurred: { earliest: string | null } }[]
        }
      >
    >(`{
      found: events(filter: { text: "extrajudic kill" }) { total nodes { id actor { name } } }
      up: events(first: 500, orderBy: OCCURRED_ASC) { total nodes { id occurred { earliest } } }
      down: events(first: 500, orderBy: OCCURRED_DESC) { total nodes { id occurred { earliest } } }
      all: events { total nodes { id } }
      single: events(filter: { minOrigins: 1, maxOrigins: 1 }) { total nodes { id } } }`)
    expect(names(found.nodes.map((each) => each.actor))).toEqual(
      expect.arrayContaining(['UK officials', 'Volker Türk']),
    )
    expect(found.total).toBeLessThan(all.total)
    const days = up.nodes.map((each) => each.occurred.earliest ?? '')
    expect(days).toEqual(days.toSorted())
    expect(down.nodes.map((each) => each.occurred.earliest ?? '')).toEqual(days.toReversed())
    expect(single.total).toBe(all.total)
  })
})

describe('the graph', () => {
  test('ties: Canada cooperates and suspends at once, in one tie', async () => {
    const { ties } = await answers.ask<{
      ties: { items: unknown[]; total: number; truncated: boolean; asKnownOn: string }
    }>(
      'query ($actor: ID) { ties(filter: { actor: $actor }) { items { actor { name } target { name } total counts { kind events episodes } net leastOrigins disputed answered notDone first { earliest } last { latest } events { nodes { scope } } } total truncated asKnownOn } }',
      { actor: id('Canada') },
    )
    expect(ties).toMatchObject({
      items: [
        {
          actor: { name: 'Canada' },
          target: { name: 'United States' },
          total: 2,
          counts: [
            { kind: 'COOPERATION', events: 1, episodes: 1 },
            { kind: 'SUSPENSION', events: 1, episodes: 1 },
          ],
          net: 1,
          leastOrigins: 1,
          disputed: 0,
          answered: 0,
          notDone: 0,
          first: { earliest: null },
          last: { latest: '2025-11-11' },
        },
      ],
      total: 1,
      truncated: false,
      asKnownOn: '2025-11-11',
    })
  })

  test('ties: at TOP the acts of parts belong to the whole, and nothing is tied to itself', async () => {
    const { ties } = await answers.ask<{
      ties: { items: { id: string; actor: Named; target: Named; total: number }[] }
    }>('{ ties(level: TOP) { items { id actor { name } target { name } total } } }')
    for (const tie of ties.items) expect(tie.actor.name).not.toBe(tie.target.name)
    expect(ties.items.find((tie) => tie.id === `${id('United Kingdom')}>${id('United States')}`)?.total).toBe(3)
    expect(ties.items.map((tie) => tie.actor.name)).toContain('United Nations')
    expect(ties.items.map((tie) => tie.actor.name)).not.toContain('Volker Türk')
  })

  test('neighbourhood: who surrounds the Pentagon leadership', async () => {
    const { neighbourhood } = await answers.ask<{
      neighbourhood: { members: { actor: Named; distance: number; events: number }[] }
    }>(
      'query ($id: ID!) { neighbourhood(actor: $id) { centre { name } members { actor { name } distance events } ties { id } affiliations { type } total truncated } }',
      { id: id('Pentagon leadership') },
    )
    expect(neighbourhood).toMatchObject({
      centre: { name: 'Pentagon leadership' },
      members: [
        { actor: { name: 'Alvin Holsey' }, distance: 1, events: 2 },
        { actor: { name: 'Military lawyers' }, distance: 1, events: 1 },
      ],
      total: 2,
      truncated: false,
    })
  })

  test('paths: how Türk is connected to SOUTHCOM', async () => {
    const query = `query ($from: ID!, $to: ID!, $affiliations: Boolean) { paths(from: $from, to: $to, affiliations: $affiliations) { total truncated items {
      length events steps { from { name } to { name } ties { id total } affiliations { type } } } } }`
    const variables = { from: id('Volker Türk'), to: id('SOUTHCOM') }
    const { paths } = await answers.ask<{
      paths: { items: { length: number; steps: { from: Named; to: Named }[] }[] }
    }>(query, variables)
    const [shortest] = paths.items
    expect(shortest?.steps[0]?.from.name).toBe('Volker Türk')
    expect(shortest?.steps.at(-1)?.to.name).toBe('SOUTHCOM')
    expect(shortest?.steps.map((step) => step.to.name)).toContain('United States')
    const lengths = paths.items.map((path) => path.length)
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
    expect(await answers.ask(query, { ...variables, affiliations: false })).toMatchObject({
      paths: { total: 0, truncated: false, items: [] },
    })
  })
})

describe('counts', () => {
  test('timeline and stats agree with the list of events', async () => {
    const { timeline, stats, events, sources } = await answers.ask<{
      timeline: {
        total: number
        withoutStart: number
        buckets: { start: string; end: string; counts: { events: number }[] }[]
      }
      stats: {
        events: number
        actors: number
        byKind: { kind: string; events: number }[]
        byActorKind: { actors: number }[]
      }
      events: { total: number; nodes: { occurred: { earliest: string | null } }[] }
      sources: { total: number }
    }>(`{ timeline { bucket total withoutStart buckets { start end counts { kind events } } }
      stats { events actors ties sources byKind { kind events } byActorKind { kind actors } disputed answered singleOrigin notDone firstReported lastReported asKnownOn }
      events(first: 500) { total nodes { occurred { earliest } } } sources { total } }`)
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
    expect(timeline.total).toBe(events.total)
    expect(sum(timeline.buckets.flatMap((each) => each.counts.map((count) => count.events)))).toBe(events.total)
    expect(timeline.withoutStart).toBe(events.nodes.filter((each) => each.occurred.earliest === null).length)
    expect(timeline.buckets.map((each) => each.start.slice(-2))).toEqual(timeline.buckets.map(() => '01'))
    expect(stats).toMatchObject({
      events: events.total,
      disputed: 0,
      answered: 5,
      singleOrigin: events.total,
      notDone: 1,
      firstReported: '2025-11-11',
      lastReported: '2025-11-11',
      asKnownOn: '2025-11-11',
    })
    expect(sum(stats.byKind.map((each) => each.events))).toBe(events.total)
    expect(sum(stats.byActorKind.map((each) => each.actors))).toBe(stats.actors)
    expect(sources.total).toBeGreaterThanOrEqual(3)
  })
})

describe('what stands behind', () => {
  test('sources and source: all that are dated are of 11 November 2025', async () => {
    const { sources } = await answers.ask<{ sources: { nodes: { id: string; publisher: string }[] } }>(
      '{ sources(filter: { publishedUntil: "2025-11-11" }) { nodes { id publisher title url reliability collection { id } } } }',
    )
    const realist = sources.nodes.find((each) => each.publisher === 'Realist English')
    expect(
      await answers.ask('query ($id: ID!) { source(id: $id) { publisher published } }', { id: realist?.id }),
    ).toEqual({
      source: { publisher: 'Realist English', published: '2025-11-11' },
    })
    const none = await answers.ask('{ sources(filter: { publishedUntil: "2025-11-10" }) { total } }')
    expect(none).toEqual({ sources: { total: 0 } })
  })

  test('collections and questions: the headline says no more than is reported', async () => {
    const { collections, questions } = await answers.ask<{
      collections: {
        id: string
        headline: string
        positions: { x: number; y: number }[]
        eventCount: number
        actorCount: number
      }[]
      questions: {
        text: string
        kind: string
        toward: Named | null
        by: Named | null
        dates: string[]
        collection: { id: string }
      }[]
    }>(`{ collections { id kind title description headline headlineEvent { actor { name } kind } positions { actor { name } x y }
      defaultAsKnownOn eventCount actorCount sourceCount } questions { id text kind toward { name } by { name } dates collection { id } } }`)
    expect(collections).toMatchObject([
      {
        id: 'caribbean-strikes-2025',
        kind: 'CASE',
        headline: expect.stringMatching(/^The United Kingdom is reported to have/),
        headlineEvent: { actor: { name: 'United Kingdom' }, kind: 'SUSPENSION' },
        defaultAsKnownOn: '2025-11-11',
        actorCount: ids.size,
      },
    ])
    for (const { x, y } of collections[0]?.positions ?? []) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
      expect(Math.max(x, y)).toBeLessThanOrEqual(100)
    }
    expect(new Set(questions.map((each) => each.kind))).toEqual(
      new Set(['DISTANCING', 'COOPERATION', 'CONDEMNATION', 'KNOWN_ON', 'SINGLE_ORIGIN', 'CONNECTION']),
    )
    expect(questions.find((each) => each.kind === 'DISTANCING')?.toward?.name).toBe('United States')
    expect(questions.find((each) => each.kind === 'KNOWN_ON')?.dates).toEqual(['2025-10-01', '2025-11-11'])
    const { questions: same } = await answers.ask<{ questions: unknown[] }>(
      '{ questions(collection: "caribbean-strikes-2025") { id } }',
    )
    expect(same).toHaveLength(questions.length)
  })

  test('distancing: actors, ties and citations of the answer', async () => {
    const { distancing } = await answers.ask<{
      distancing: {
        actors: Named[]
        ties: { id: string }[]
        citations: { source: { publisher: string }; relayedFrom: { publisher: string } | null; events: string[] }[]
      }
    }>(
      'query ($us: ID) { distancing(toward: $us, level: ACTOR) { actors { name } ties { id total } citations { source { publisher } relayedFrom { publisher } events } } }',
      { us: id('United States') },
    )
    expect(new Set(names(distancing.actors))).toEqual(new Set(['United Kingdom', 'United States', 'Canada']))
    expect(distancing.ties.map((each) => each.id).toSorted()).toEqual(
      [`${id('Canada')}>${id('United States')}`, `${id('United Kingdom')}>${id('United States')}`].toSorted(),
    )
    expect(distancing.citations.map((each) => each.source.publisher)).toContain('Realist English')
    expect(distancing.citations.map((each) => each.relayedFrom?.publisher)).toContain('CNN')
    // Two suspensions and the cooperation that goes on, of which the sentence speaks.
    expect(new Set(distancing.citations.flatMap((each) => each.events)).size).toBe(3)
  })
})

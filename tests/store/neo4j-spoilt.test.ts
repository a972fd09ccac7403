import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadAll } from '../../server/memory/load.ts'
import type { GraphStore, Kept } from '../../server/store/graph-store.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import {
  aCase,
  aCollection,
  anActor,
  anAffiliation,
  anEvent,
  aSource,
  coded,
  LOADER,
  someEvidence,
} from '../support/records.ts'

const server = await neo4jForTests('neo4j-spoilt.test.ts')

const claim = anAffiliation({ evidence: [someEvidence()] })
const other = [aCollection({ id: 'other' })]
const batch = aCase({
  collections: [aCollection(), ...other],
  actors: [anActor('uk'), anActor('us'), anActor('fr'), anActor('fr', { collection: 'other' })],
  sources: [aSource(), aSource({ id: 'case/cnn', publisher: 'CNN' })],
  affiliations: [claim, anAffiliation({ id: 'case/a2', type: 'LEADS', actor: 'fr', to: 'us' })],
  events: [
    anEvent({ evidence: [someEvidence()] }),
    anEvent({ id: 'case/2', actor: 'fr', kind: 'COOPERATION', evidence: [someEvidence({ relayedFrom: 'case/cnn' })] }),
    anEvent({ id: 'case/3', breaks: ['case/2'], history: [{ status: 'CONFIRMED', on: 20403, note: null }] }),
    anEvent({ id: 'other/4', collection: 'other', coded: coded() }),
  ],
})

interface Spoilt {
  readonly by: string
  /** What is left of the records, where it is less. */
  readonly left?: Partial<Record<'collections' | 'sources' | 'actors' | 'affiliations' | 'events', readonly string[]>>
  readonly says: readonly (string | RegExp)[]
}

const WHOLE = {
  collections: ['case', 'other'],
  sources: ['case/cnn', 'case/report'],
  actors: ['fr', 'uk', 'us'],
  affiliations: ['case/a1', 'case/a2'],
  events: ['case/1', 'case/2', 'case/3', 'other/4'],
}
const E1 = '()-[e:SUSPENSION {id: "case/1"}]->()'
const A1 = '()-[e:MEMBER_OF {id: "case/a1"}]->()'

const cases: readonly Spoilt[] = [
  {
    by: 'MATCH (a:Actor {id: "uk"}), (b:Actor {id: "us"}) CREATE (a)-[:SUSPENSION {scope: "by hand"}]->(b)',
    says: [/^The SUSPENSION edge 5:\S+ has no id and was left out\.$/],
  },
  {
    by: `MATCH ${E1} SET e.stage = "PERHAPS"`,
    left: { events: ['case/2', 'case/3', 'other/4'] },
    says: ['The event case/1 says "PERHAPS" as its stage and was left out.'],
  },
  {
    by: `MATCH ${E1} SET e.strength = "two", e.mark = null`,
    left: { events: ['case/2', 'case/3', 'other/4'] },
    says: ['The event case/1 has no mark and was left out.'],
  },
  {
    by: `MATCH ${E1} SET e.id = 5`,
    left: { events: ['case/2', 'case/3', 'other/4'] },
    says: [/^The SUSPENSION edge 5:\S+ says 5 as its id and was left out\.$/],
  },
  {
    by: `MATCH ${E1} SET e.collection = "none"`,
    left: { events: ['case/2', 'case/3', 'other/4'] },
    says: ['The event case/1 names the collection none, which cannot be read, and was left out.'],
  },
  {
    by: 'MATCH ()-[e:SUSPENSION {id: "other/4"}]->() REMOVE e.code',
    left: { events: ['case/1', 'case/2', 'case/3'] },
    says: ['The event other/4 has no code and was left out.'],
  },
  {
    by: 'MATCH (b:Actor {id: "us"}) CREATE (:Stranger {id: "x", ref: 1})-[:VIOLENCE {id: "case/9"}]->(b)',
    says: ['The event case/9 begins at what is no actor and was left out.'],
  },
  {
    by: 'MATCH (:Event {id: "case/1"})<-[:ABOUT]-(v:Evidence) SET v.stance = 7',
    left: { events: ['case/2', 'case/3', 'other/4'] },
    says: ['The event case/1 has evidence that says 7 as its stance and was left out.'],
  },
  {
    by: 'MATCH (:Event {id: "case/1"})<-[:ABOUT]-(v:Evidence)-[f:FROM]->() DELETE f',
    left: { events: ['case/2', 'case/3', 'other/4'] },
    says: ['The event case/1 has evidence that has no source and was left out.'],
  },
  {
    by: 'MATCH (:Event {id: "case/3"})-[:BECAME]->(s) SET s.on = "soon"',
    left: { events: ['case/1', 'case/2', 'other/4'] },
    says: ['The event case/3 has a status that has as its day what is none and was left out.'],
  },
  {
    by: 'MATCH (n:Event {id: "case/3"}) SET n.breaks = "case/2"',
    left: { events: ['case/1', 'case/2', 'other/4'] },
    says: ['The event case/3 says "case/2" as its breaks and was left out.'],
  },
  {
    by: 'MATCH (:Collection {id: "other"})-[n:NAMES]->(a:Actor {id: "fr"}) SET n.aliases = 3',
    says: ['The entry of the actor fr in the collection other says 3 as its aliases and was left out.'],
  },
  {
    by: 'MATCH ()-[n:NAMES]->(a:Actor {id: "fr"}) REMOVE n.name',
    left: { actors: ['uk', 'us'], affiliations: ['case/a1'], events: ['case/1', 'case/3', 'other/4'] },
    says: [
      'The entry of the actor fr in the collection case has no name and was left out.',
      'The entry of the actor fr in the collection other has no name and was left out.',
      'The affiliation case/a2 names the actor fr, which cannot be read, and was left out.',
      'The event case/2 names the actor fr, which cannot be read, and was left out.',
    ],
  },
  {
    by: 'MATCH (a:Actor {id: "fr"}) SET a.ref = "three"',
    left: { actors: ['uk', 'us'], affiliations: ['case/a1'], events: ['case/1', 'case/3', 'other/4'] },
    says: [
      'The actor fr says "three" as its ref and was left out.',
      'The affiliation case/a2 names the actor fr, which cannot be read, and was left out.',
      'The event case/2 names an actor without a ref and was left out.',
    ],
  },
  {
    by: 'MATCH ()-[n:NAMES]->(a:Actor {id: "fr"}) DELETE n',
    left: { actors: ['uk', 'us'], affiliations: ['case/a1'], events: ['case/1', 'case/3', 'other/4'] },
    says: [
      'The actor fr is named by no collection and was left out.',
      'The affiliation case/a2 names the actor fr, which cannot be read, and was left out.',
      'The event case/2 names the actor fr, which cannot be read, and was left out.',
    ],
  },
  {
    by: 'MATCH (s:Source {id: "case/cnn"}) SET s.published = "2025-11-11"',
    left: { sources: ['case/report'], events: ['case/1', 'case/3', 'other/4'] },
    says: [
      'The source case/cnn has as its published what is none and was left out.',
      'The event case/2 has evidence that names the source case/cnn, which cannot be read, and was left out.',
    ],
  },
  {
    by: 'MATCH (s:Source {id: "case/report"}) REMOVE s.id',
    left: { sources: ['case/cnn'], affiliations: ['case/a2'], events: ['case/3', 'other/4'] },
    says: [
      /^The Source node 4:\S+ has no id and was left out\.$/,
      'The affiliation case/a1 has evidence that has no source and was left out.',
      'The event case/1 has evidence that has no source and was left out.',
      'The event case/2 has evidence that has no source and was left out.',
    ],
  },
  {
    by: `MATCH ${A1} SET e.since = "long ago"`,
    left: { affiliations: ['case/a2'] },
    says: ['The affiliation case/a1 says "long ago" as its since and was left out.'],
  },
  {
    by: `MATCH ${A1} REMOVE e.id`,
    left: { affiliations: ['case/a2'] },
    says: [/^The MEMBER_OF edge 5:\S+ has no id and was left out\.$/],
  },
  {
    by: 'MATCH (c:Collection {id: "other"}) SET c.questions = "not JSON"',
    left: { collections: ['case'], events: ['case/1', 'case/2', 'case/3'] },
    says: [
      'The collection other has no questions and was left out.',
      'The entry of the actor fr in the collection other names the collection other, which cannot be read, and was left out.',
      'The event other/4 names the collection other, which cannot be read, and was left out.',
    ],
  },
]

describe.skipIf(server === null)('what a foreign hand has drawn or spoilt', () => {
  let store: GraphStore

  beforeEach(async () => {
    store = await openNeo4jStore(server!.target)
    await store.apply(batch)
  })
  afterEach(async () => {
    await store.close()
    await server!.wipe()
  })

  async function spoil(text: string): Promise<void> {
    await server!.driver.executeQuery(text)
  }

  async function kept(): Promise<Kept[]> {
    const all: Kept[] = []
    for await (const chunk of store.everything()) all.push(...chunk)
    return all
  }

  test.each(cases)('is left out and told, and the rest is read: $by', async ({ by, left, says }) => {
    await spoil(by)
    const expected = { ...WHOLE, ...left }
    const { snapshot, lists } = await loadAll(store)
    const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id)
    expect({
      collections: ids(lists.collections),
      sources: ids(lists.sources),
      actors: ids(lists.actors),
      affiliations: ids(lists.affiliations),
      events: await idsOfColumns(),
    }).toEqual(expected)
    expect(snapshot.events.length).toBe(expected.events.length)
    const { ok, unreadable, unreadableTotal } = await store.health()
    expect({ ok, unreadableTotal }).toEqual({ ok: true, unreadableTotal: says.length })
    const told = says.map((each): unknown => (typeof each === 'string' ? each : expect.stringMatching(each)))
    expect(unreadable).toEqual(expect.arrayContaining(told))
    expect(await store.version()).toBe(1)

    // Neither a copy nor a case nor details stumble over it.
    const events = (await kept()).flatMap((each) => (each.type === 'event' ? [each.record.id] : []))
    expect(events.sort()).toEqual(expected.events)
    await store.readCollection('case')
    await store.eventDetails(WHOLE.events)
    await store.affiliationDetails(WHOLE.affiliations)
    await store.actorCandidates('fr', 10)
    await store.eventCandidates('x')
  })

  async function idsOfColumns(): Promise<string[]> {
    const ids: string[] = []
    for await (const { events } of store.eventColumns()) ids.push(...events.map(([id]) => id))
    const some = await store.eventColumnsOf(WHOLE.events)
    expect(some.events.map(([id]) => id).sort()).toEqual(ids.toSorted())
    return ids.sort()
  }

  test('is written over where it has an id', async () => {
    for (const { by } of cases.filter((each) =>
      /stage|strength|stance|FROM|breaks|aliases|name|published|since|questions/.test(each.by),
    )) {
      await spoil(by)
      await store.apply(batch)
    }
    await loadAll(store)
    expect(await store.health()).toMatchObject({ unreadable: [], unreadableTotal: 0 })
    expect((await store.readCollection('case'))?.contents.events).toHaveLength(3)
  })

  test('is told of at most 20 times, and counted whole', async () => {
    const events = Array.from({ length: 25 }, (_, i) => anEvent({ id: `case/x${i}` }))
    await store.apply({ writer: LOADER, events })
    await spoil('MATCH ()-[e:SUSPENSION]->() WHERE e.id STARTS WITH "case/x" REMOVE e.subtype')
    await loadAll(store)
    const { unreadable, unreadableTotal } = await store.health()
    expect([unreadable.length, unreadableTotal]).toEqual([20, 25])
    await store.apply({ writer: LOADER, events })
    await loadAll(store)
    expect(await store.health()).toMatchObject({ unreadable: [], unreadableTotal: 0 })
  })
})

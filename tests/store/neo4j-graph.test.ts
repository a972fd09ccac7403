import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { GraphStore } from '../../server/store/graph-store.ts'
import { Neo4jDatabaseError, StrayIdError } from '../../server/store/neo4j/errors.ts'
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
  toBatch,
} from '../support/records.ts'
import { everything } from './everything.ts'

const server = await neo4jForTests('neo4j-graph.test.ts')

describe.skipIf(server === null)('in Neo4j', () => {
  let store: GraphStore
  const told: string[] = []

  beforeEach(async () => {
    told.length = 0
    store = await openNeo4jStore(server!.target, { onStatement: (name) => told.push(name) })
  })
  afterEach(async () => {
    await store.close()
    await server!.wipe()
  })

  async function ask(text: string, params = {}): Promise<unknown[][]> {
    const { records } = await server!.driver.executeQuery(text, params)
    return records.map((record) => [...record.values()])
  }

  const full = anEvent({
    scope: 'maritime intelligence',
    occurred: '[2025-09-01..2025-10-11]',
    breaks: ['case/2'],
    history: [{ status: 'REPORTED', on: 20403, note: null }],
    evidence: [someEvidence({ quote: 'We stopped.', relayedFrom: 'case/cnn' }), someEvidence({ id: '2' })],
  })
  const sources = [aSource(), aSource({ id: 'case/cnn', publisher: 'CNN' })]

  test('an event is an edge of its kind, with words and dates that people can read', async () => {
    await store.apply(aCase({ sources, events: [full, anEvent({ id: 'case/2', kind: 'COOPERATION' })] }))
    expect(
      await ask(`
        MATCH (a:State)-[e:SUSPENSION]->(b:State) WHERE e.earliest >= date('2025-09-01') AND e.stage = 'ACTUAL'
        RETURN a.name, e.scope, toString(e.earliest), toString(e.latest), e.occurred, e.mark, e.writer, b.name`),
    ).toEqual([
      [
        'United Kingdom',
        'maritime intelligence',
        '2025-09-01',
        '2025-10-11',
        '[2025-09-01..2025-10-11]',
        'YES',
        LOADER.name,
        'United States',
      ],
    ])
  })

  test('one walks from an act to who says so, and to what it ended', async () => {
    await store.apply(aCase({ sources, events: [full, anEvent({ id: 'case/2', kind: 'COOPERATION' })] }))
    expect(
      await ask(`
        MATCH (a:Actor)-[:DID]->(n:Event)-[:TOWARD]->(b:Actor)
        MATCH (n)<-[:ABOUT]-(v:Evidence)-[:FROM]->(s:Source)
        OPTIONAL MATCH (v)-[:RELAYED_FROM]->(r:Source)
        RETURN a.id, b.id, n.id, v.quote, s.publisher, r.publisher ORDER BY v.n`),
    ).toEqual([
      ['uk', 'us', 'case/1', 'We stopped.', 'The Daily Report', 'CNN'],
      ['uk', 'us', 'case/1', null, 'The Daily Report', null],
    ])
    expect(
      await ask(`
        MATCH (n:Event)-[:BREAKS]->(o:Event)<-[:DID]-(a:Actor), (n)-[:BECAME]->(s:Status)
        RETURN n.id, o.id, a.id, s.status, toString(s.on)`),
    ).toEqual([['case/1', 'case/2', 'uk', 'REPORTED', '2025-11-11']])
    const claim = anAffiliation({ type: 'LEADS', evidence: [someEvidence({ paraphrase: 'reportedly' })] })
    await store.apply({ writer: LOADER, affiliations: [claim] })
    expect(
      await ask(`
        MATCH (a:Actor)-[:HOLDS]->(f:Affiliation)-[:TO]->(b:Actor), (f)<-[:ABOUT]-(v:Evidence)-[:FROM]->(s:Source)
        MATCH (a)-[e:LEADS {id: f.id}]->(b)
        RETURN a.id, b.id, v.paraphrase, s.id`),
    ).toEqual([['uk', 'us', 'reportedly', 'case/report']])
  })

  test('a row of a data set is an edge alone', async () => {
    await store.apply(aCase({ events: [anEvent({ coded: coded() })] }))
    expect(await ask('MATCH (n:Event) RETURN count(n)')).toEqual([[0]])
    expect(await ask('MATCH ()-[e:SUSPENSION]->() RETURN e.code, e.goldstein, toString(e.reportedOn)')).toEqual([
      ['163', -8, '2025-11-12'],
    ])
  })

  test('a link may name what is not there yet, and waits for it', async () => {
    const nodes = () =>
      ask('MATCH (n:Event) RETURN n.id, EXISTS { (:Actor)-[:DID]->(n)-[:TOWARD]->(:Actor) } ORDER BY n.id')
    const restores = anEvent({ kind: 'COOPERATION', restores: ['case/9'] })
    const row = anEvent({ id: 'case/9', coded: coded() })
    await store.apply(aCase({ events: [restores] }))
    expect(await nodes()).toEqual([
      ['case/1', true],
      ['case/9', false],
    ])
    await store.apply({ writer: LOADER, events: [row] })
    expect(await nodes()).toEqual([
      ['case/1', true],
      ['case/9', true],
    ])
    await store.apply({ writer: LOADER, events: [{ ...row, actor: 'us', target: 'uk' }] })
    expect(await ask('MATCH (a)-[:DID]->(:Event {id: "case/9"})-[:TOWARD]->(b) RETURN a.id, b.id')).toEqual([
      ['us', 'uk'],
    ])
    await store.apply({ writer: LOADER, remove: { events: ['case/9'] } })
    expect(await nodes()).toEqual([
      ['case/1', true],
      ['case/9', false],
    ])
    await store.apply({ writer: LOADER, events: [{ ...restores, restores: [] }] })
    expect(await nodes()).toEqual([])
  })

  test('an actor has the name and label of its first entry', async () => {
    const labels = () => ask('MATCH (a:Actor {id: "uk"}) RETURN a.name, [each IN labels(a) WHERE each <> "Actor"]')
    const inSet = [aCollection({ id: 'a', kind: 'DATA_SET' })]
    await store.apply({
      writer: LOADER,
      collections: inSet,
      actors: [anActor('uk', { collection: 'a', name: 'GBR', kind: 'GROUP' })],
    })
    expect(await labels()).toEqual([['GBR', ['Group']]])
    await store.apply(aCase())
    expect(await labels()).toEqual([['United Kingdom', ['State']]])
    await store.apply({ writer: LOADER, collections: [aCollection({ id: 'a' })] })
    expect(await labels()).toEqual([['GBR', ['Group']]])
    await store.apply({ writer: LOADER, remove: { collections: ['a'] } })
    expect(await labels()).toEqual([['United Kingdom', ['State']]])
  })

  test('nothing is left of what was removed', async () => {
    await store.apply(toBatch(everything('all')))
    await store.apply({ writer: LOADER, remove: { collections: ['all'] } })
    expect(await ask('MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) ORDER BY label')).toEqual([
      ['Change', 2],
      ['Held', 1],
      ['Meta', 1],
    ])
    expect(await ask('MATCH ()-[r]->() RETURN count(r)')).toEqual([[0]])
  })

  test('a batch of ids is one statement', async () => {
    await store.apply(aCase({ sources, events: [full] }))
    const during = async (work: () => Promise<unknown>) => {
      told.length = 0
      await work()
      return [...told]
    }
    expect(await during(() => store.eventDetails(['case/1', 'case/2']))).toEqual(['events-by-id'])
    expect(await during(() => store.affiliationDetails(['case/a1']))).toEqual(['affiliations-by-id', 'hidden-keys'])
    expect(await during(() => store.version())).toEqual(['version'])
    expect((await during(() => store.apply(aCase())))[0]).toBe('raise-version')
  })

  test('a batch larger than what one statement takes comes to the same', async () => {
    const events = Array.from({ length: 5_001 }, (_, i) =>
      anEvent({
        id: `case/${i}`,
        coded: coded(),
        kind: i % 2 ? 'SUSPENSION' : 'NEUTRAL',
        actor: i % 3 ? 'uk' : 'us',
        target: i % 3 ? 'us' : 'uk',
      }),
    )
    expect(await store.apply(aCase({ events }))).toMatchObject({ version: 1, changed: 1 + 1 + 2 + 5_001 })
    expect(await store.apply({ writer: LOADER, events })).toEqual({ version: 1, changed: 0 })
    const turned = events.map((event) => ({ ...event, kind: 'VIOLENCE' as const }))
    expect(await store.apply({ writer: LOADER, events: turned })).toEqual({ version: 2, changed: 5_001 })
    let read = 0
    for await (const chunk of store.eventColumns()) read += chunk.events.length
    expect(read).toBe(5_001)
    expect(await ask('MATCH ()-[e]->() WHERE e.code IS NOT NULL RETURN DISTINCT type(e)')).toEqual([['VIOLENCE']])
  })

  test('two stores on one server see what the other writes', async () => {
    const other = await openNeo4jStore(server!.target)
    await store.apply(aCase({ events: [anEvent()] }))
    expect(await other.changesSince(0)).toMatchObject([{ version: 1, events: ['case/1'], everything: true }])
    await other.apply({ writer: LOADER, remove: { events: ['case/1'] } })
    expect(await store.version()).toBe(2)
    expect(await store.eventDetails(['case/1'])).toEqual([])
    await other.close()
  })

  test('an id that does not begin with its collection is refused', async () => {
    await expect(store.apply(aCase({ events: [anEvent({ id: 'elsewhere/1' })] }))).rejects.toThrow(StrayIdError)
    expect(await store.version()).toBe(0)
  })

  describe('a database', () => {
    async function refusal(): Promise<Neo4jDatabaseError> {
      const error = await openNeo4jStore(server!.target).then(
        async (opened) => opened.close(),
        (reason: unknown) => reason,
      )
      if (error instanceof Neo4jDatabaseError) return error
      throw new Error('The database was opened.')
    }

    test('of a newer version is refused and left as it is', async () => {
      await ask('MATCH (m:Meta {n: 0}) SET m.schema = 99')
      const error = await refusal()
      await ask('MATCH (m:Meta {n: 0}) SET m.schema = 2')
      expect(error).toMatchObject({
        problem: 'NEWER',
        says: expect.stringMatching(/newer version of Entente/) as string,
      })
    })

    test('of another program is refused and left as it is', async () => {
      await ask('MATCH (m:Meta {n: 0}) REMOVE m.app')
      const error = await refusal()
      await ask('MATCH (m:Meta {n: 0}) SET m.app = "entente"')
      expect(error).toMatchObject({ problem: 'NOT_A_STORE' })
    })

    test('of the first version is brought up, and keeps what it holds', async () => {
      const contents = everything('all')
      await store.apply({ ...toBatch(contents), action: 'load' })
      // As the first version left it.
      await ask('MATCH (n) WHERE n.version IS NOT NULL AND NOT n:Meta AND NOT n:Change REMOVE n.version')
      await ask('MATCH (n) REMOVE n.created')
      await ask('MATCH ()-[e]->() REMOVE e.version, e.created')
      await ask('MATCH (a:Audit) DELETE a')
      await ask('DROP CONSTRAINT audit_version_n')
      await ask('DROP INDEX audit_of_record')
      await ask('DROP CONSTRAINT removed_record')
      await ask('DROP CONSTRAINT merge_from')
      await ask('MATCH (m:Meta) SET m.schema = 1')

      const opened = await openNeo4jStore(server!.target)
      expect((await opened.readCollection('all'))?.contents).toEqual(contents)
      expect((await opened.actors()).map(({ id }) => id)).toEqual(contents.actors.map(({ actor }) => actor))
      const keys = [
        'collection:all',
        'source:all/s1',
        'actor:all/actor-03',
        'affiliation:all/a1',
        'event:all/e1',
      ] as const
      expect([...(await opened.revisions(keys)).values()]).toEqual(keys.map(() => ({ version: 0, writer: LOADER })))
      const hand = { by: 'HAND', name: 'Ana' } as const
      const [first] = contents.events
      await opened.apply({ writer: hand, events: [{ ...first!, summary: 'By hand' }], action: 'record' })
      await opened.apply({ writer: hand, actors: [anActor('aaa', { collection: 'all' })], action: 'save' })
      expect(await opened.revisions([`event:${first!.id}`])).toEqual(
        new Map([[`event:${first!.id}`, { version: 2, writer: hand }]]),
      )
      expect((await opened.actors()).at(-1)?.id).toBe('aaa')
      expect((await opened.audit({ first: 10 })).total).toBe(2)
      await opened.close()
    })

    test('is opened by many at once', async () => {
      await ask('MATCH (m:Meta) DELETE m')
      const opened = await Promise.all(Array.from({ length: 3 }, () => openNeo4jStore(server!.target)))
      expect(await ask('MATCH (m:Meta) RETURN m.version, m.schema')).toEqual([[0, 3]])
      for (const each of opened) await each.close()
    })
  })
})

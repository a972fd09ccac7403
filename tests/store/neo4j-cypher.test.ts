import type { Plan } from 'neo4j-driver'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  CypherRefusedError,
  type CypherAnswer,
  type CypherAsk,
  type GraphStore,
} from '../../server/store/graph-store.ts'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { notReading } from '../../server/store/neo4j/free/plan-operators.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { aCase, anAffiliation, anEvent, aSource, someEvidence } from '../support/records.ts'

const server = await neo4jForTests('neo4j-cypher.test.ts')
/** Whatever it does, it has not done it before the test has ended. */
const ENDLESS = 'UNWIND range(1, 1000000000000) AS x WITH x WHERE x < 0 RETURN x'

describe.skipIf(server === null)('a query of a user', () => {
  let store: GraphStore
  const told: string[] = []

  beforeAll(async () => {
    store = await openNeo4jStore(server!.target, { onStatement: (name) => told.push(name) })
    await store.apply(
      aCase({
        sources: [aSource(), aSource({ id: 'case/cnn', publisher: 'CNN' })],
        affiliations: [anAffiliation()],
        events: [
          anEvent({ scope: 'intelligence', evidence: [someEvidence({ relayedFrom: 'case/cnn' })], breaks: ['case/2'] }),
          anEvent({ id: 'case/2', kind: 'COOPERATION' }),
        ],
      }),
    )
  })
  afterEach(() => void (told.length = 0))
  afterAll(async () => {
    await store.close()
  })

  function ask(query: string, over: Partial<CypherAsk> = {}, signal?: AbortSignal): Promise<CypherAnswer> {
    return (signal ? store.under(signal) : store).cypher({ query, parameters: {}, rows: 10, ms: 20_000, ...over })
  }

  async function refusal(query: string, over: Partial<CypherAsk> = {}): Promise<string> {
    const error = await ask(query, over).then(
      (answer) => new Error(`It was answered: ${JSON.stringify(answer)}`),
      (reason: unknown) => reason,
    )
    if (error instanceof CypherRefusedError) return error.says
    throw error
  }

  async function look(text: string): Promise<unknown[][]> {
    const { records } = await server!.driver.executeQuery(text)
    return records.map((record) => [...record.values()])
  }

  /** What of this store's connections is at work in the database. */
  async function atWork(): Promise<unknown[][]> {
    return look("SHOW TRANSACTIONS YIELD metaData, status WHERE metaData.app = 'entente' RETURN status")
  }

  async function until(what: () => Promise<boolean>): Promise<void> {
    while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  test.each([
    [
      'MATCH (a)-[e:SUSPENSION]->(b) RETURN a.name, e.scope, b.name',
      [['United Kingdom', 'intelligence', 'United States']],
    ],
    [
      'MATCH (s:Source)<-[:FROM]-(:Evidence)-[:ABOUT]->(:Event)<-[:DID]-(a) RETURN s.publisher, a.id',
      [['The Daily Report', 'uk']],
    ],
    ['MATCH (n:Event {id: "case/1"})-[:BREAKS]->(o)<-[:DID]-(a) RETURN o.id, a.id', [['case/2', 'uk']]],
    ['MATCH (a {id: "uk"})-[*1..2]-(b:State) RETURN DISTINCT b.id', [['uk'], ['us']]],
    ['MATCH (a:Actor {id: "uk"}) ((x)-[:MEMBER_OF]->(y)){1,3} (b) RETURN b.id', [['us']]],
    ['MATCH p = shortestPath((a:Actor {id: "uk"})-[*..4]-(b:Actor {id: "us"})) RETURN length(p)', [[1]]],
    ['MATCH p = ANY SHORTEST (a:Actor {id: "uk"})-[:SUSPENSION]-+(b:Actor {id: "us"}) RETURN length(p)', [[1]]],
    [
      'MATCH ()-[e]->() WHERE e.occurred IS NOT NULL RETURN type(e) AS kind, count(*) ORDER BY kind',
      [
        ['COOPERATION', 1],
        ['SUSPENSION', 1],
      ],
    ],
    ['MATCH (a:Actor) WHERE NOT EXISTS { (a)-[:SUSPENSION]->() } RETURN collect(a.id)', [[['us']]]],
    [
      'MATCH (a:State) RETURN a.id AS id UNION MATCH (s:Source) WHERE s.publisher = "CNN" RETURN s.id AS id',
      [['uk'], ['us'], ['case/cnn']],
    ],
    [
      'MATCH (a:Actor) CALL (a) { OPTIONAL MATCH (a)-[e:SUSPENSION]->() RETURN count(e) AS n } RETURN a.id, n ORDER BY n',
      [
        ['us', 0],
        ['uk', 1],
      ],
    ],
    [
      'MATCH (a:Actor), (s:Source) WITH a, count(s) AS n WHERE n > 1 RETURN a.id ORDER BY a.id SKIP 1 LIMIT 1',
      [['us']],
    ],
    ['// a comment\nRETURN date.truncate("month", date("2025-11-11")) AS `a.b(`;', [['2025-11-01']]],
    ['RETURN "apoc.version() USE CALL" /* CREATE (n) */', [['apoc.version() USE CALL']]],
    [
      'MATCH p = shortestPath((a:Actor {id: "uk"})-[*..4]-(b:Actor {id: "us"})) WHERE length(p) > 0 RETURN length(p)',
      [[1]],
    ],
  ])('that reads is answered: %s', async (query, rows) => {
    const answer = await ask(query)
    expect(sorted(answer.rows)).toEqual(sorted(rows))
    expect(answer.truncated).toBe(false)
  })

  test('takes parameters, whole numbers among them', async () => {
    const parameters = { ids: ['uk'], many: 1, part: 0.5, map: Object.assign(Object.create(null), { x: [true, null] }) }
    const query = 'MATCH (a:Actor) WHERE a.id IN $ids RETURN a.id, $part AS part, $map.x AS x LIMIT $many'
    expect(await ask(query, { parameters })).toEqual({
      columns: ['a.id', 'part', 'x'],
      rows: [['uk', 0.5, [true, null]]],
      truncated: false,
    })
  })

  test('is answered in JSON', async () => {
    const { rows } = await ask('MATCH p = (a:Actor {id: "uk"})-[e:SUSPENSION]->(b) RETURN a, e, b, p')
    const [a, e, b, p] = rows[0] as [Node, Edge, Node, unknown[]]
    expect(a).toMatchObject({ id: 'uk', name: 'United Kingdom', _labels: ['Actor', 'State'] })
    expect(e).toMatchObject({
      id: 'case/1',
      earliest: '2025-11-11',
      strength: 2,
      _type: 'SUSPENSION',
      _from: a._id,
      _to: b._id,
    })
    expect(p).toEqual([a, e, b])
    const values = await ask(`
      RETURN 9007199254740993, -9007199254740993, 9007199254740991, 1.5, 0.0/0.0, duration('P1DT2H'), point({x: 1, y: 2}),
        datetime('2025-11-11T10:00:00Z'), localtime('10:00'), {__proto__: [1, {a: null}]}, [date('2025-11-11')]`)
    expect(JSON.parse(JSON.stringify(values.rows))).toEqual([
      [
        '9007199254740993',
        '-9007199254740993',
        9007199254740991,
        1.5,
        'NaN',
        expect.stringMatching(/^P1DT2H/),
        'Point{srid=7203, x=1.0, y=2.0}',
        '2025-11-11T10:00:00Z',
        '10:00:00',
        JSON.parse('{"__proto__": [1, {"a": null}]}'),
        ['2025-11-11'],
      ],
    ])
  })

  interface Node {
    readonly _id: string
  }
  interface Edge extends Node {
    readonly _type: string
  }

  test('is cut at the rows asked for, and nothing more is fetched', async () => {
    expect(await ask('UNWIND range(1, 4) AS x RETURN x', { rows: 4 })).toMatchObject({ truncated: false })
    expect(await ask('UNWIND range(1, 1000000000000) AS x RETURN x', { rows: 3 })).toEqual({
      columns: ['x'],
      rows: [[1], [2], [3]],
      truncated: true,
    })
    expect(await atWork()).toEqual([])
  })

  test.each([
    ['CREATE (n:Strange)', /writes \(Create\)/],
    ['INSERT (n:Strange)', /writes \(Create\)/],
    ['MERGE (n:Strange {x: 1})', /writes \(Merge\)/],
    ['MATCH (n:Actor) SET n.name = "x"', /writes \(Set/],
    ['MATCH (n:Actor) SET n:Strange RETURN n', /writes \(Set/],
    ['MATCH (n:Actor) REMOVE n.name', /writes \(Set/],
    ['MATCH (n:Change) DELETE n', /writes \(Delete/],
    ['MATCH (n:Actor) DETACH DELETE n', /writes \(Detach/],
    ['FOREACH (x IN [1] | CREATE (:Strange))', /writes/],
    ['MATCH (n:Actor) CALL (n) { SET n.name = "x" } RETURN n', /writes/],
    ['MATCH (n:Actor) CALL (n) { SET n.name = "x" } IN TRANSACTIONS', /writes|IN TRANSACTIONS/],
    ['CALL { MATCH (n:Actor) RETURN n } IN TRANSACTIONS RETURN n', /IN TRANSACTIONS/],
    ['LOAD CSV FROM "file:///etc/passwd" AS line RETURN line', /LOAD CSV/],
    ['CALL db.labels()', /calls a procedure/],
    [
      'CALL db.index.fulltext.queryRelationships("actor_names", "+un") YIELD relationship RETURN relationship',
      /procedure/,
    ],
    ['CALL dbms.listConfig() YIELD name RETURN name', /procedure|Neo4j says/],
    ['RETURN apoc.version()', /calls the function apoc.version/],
    ['RETURN `apoc` /* x */ . cypher.`runFirstColumnSingle` ("CREATE (n)", {})', /apoc\.cypher\.runFirstColumnSingle/],
    ['RETURN \\u0061poc.version()', /apoc\.version/],
    ['RETURN apoc.version\x1c()', /apoc\.version/],
    ['RETURN apoc\u2003.\x1fversion\u00a0()', /apoc\.version/],
    ['RETURN apoc.ver\u200bsion()', /cannot be seen/],
    ['\ufeffRETURN 1', /cannot be seen/],
    ['\x1cUSE system MATCH (n) RETURN n', /begins with USE/],
    ['SHOW TRANSACTIONS', /SHOW/],
    ['SHOW SETTINGS', /SHOW/],
    ['SHOW USERS', /administer/],
    ['SHOW DATABASES', /administer/],
    ['TERMINATE TRANSACTIONS "neo4j-transaction-1"', /TERMINATE/],
    ['CREATE INDEX strange FOR (n:Strange) ON (n.x)', /indexes/],
    ['CREATE CONSTRAINT strange FOR (n:Strange) REQUIRE n.x IS UNIQUE', /constraints/],
    ['DROP INDEX actor_names', /indexes/],
    ['CREATE USER strange SET PASSWORD "strange-one"', /administer/],
    ['ALTER CURRENT USER SET PASSWORD FROM "entente-local" TO "strange-one"', /administer/],
    ['CREATE DATABASE strange', /administ/],
    ['STOP DATABASE neo4j', /administ/],
    ['USE system MATCH (n) RETURN n', /begins with USE/],
    ['CALL { USE system MATCH (n) RETURN n } RETURN n', /Neo4j says/],
    ['EXPLAIN RETURN 1', /begins with EXPLAIN/],
    ['/* x */ pRoFiLe CREATE (:Strange)', /begins with PROFILE/],
    ['// x\n\u00a0CYPHER runtime=slotted CREATE (:Strange)', /begins with CYPHER/],
    ['RETURN 1; CREATE (:Strange)', /one statement/],
    ['MATCH (a) RETURN a NEXT CREATE (:Strange)', /Neo4j says/],
    ['', /Neo4j says/],
  ])('is refused by name, and changes nothing: %s', async (query, why) => {
    const state = () =>
      Promise.all([
        look('MATCH (n) RETURN labels(n), properties(n) ORDER BY elementId(n)'),
        look('SHOW INDEXES YIELD name RETURN name ORDER BY name'),
        look('SHOW USERS YIELD user RETURN user'),
      ])
    const before = await state()
    const says = await refusal(query)
    expect(says).toMatch(why)
    expect(says).not.toMatch(/\n/)
    // Not only stopped by the server when it ran.
    expect(told).not.toContain('free')
    expect(await state()).toEqual(before)
  })

  test('is refused by an operator that nobody has looked at, wherever it stands in the plan', () => {
    const step = (operatorType: string, ...children: Plan[]): Plan => ({
      operatorType,
      children,
      arguments: {},
      identifiers: [],
    })
    const read = step('Expand(All)@neo4j', step('NodeByLabelScan@neo4j'))
    expect(notReading(step('ProduceResults@neo4j', read))).toBeNull()
    expect(notReading(step('ProduceResults@neo4j', read, step('Frobnicate(Into)@neo4j', read)))).toBe(
      'uses Frobnicate, which is not known to read only',
    )
    expect(notReading(step('ProduceResults@neo4j', step('AllNodesScan@system')))).toMatch(/AllNodesScan/)
  })

  test('that is wrong is told where, in the words of the database', async () => {
    expect(await refusal('MATCH (a)\nRETURN b')).toBe('Neo4j says: Variable `b` not defined (line 2, column 8)')
    expect(await refusal('RETURN 1/0')).toMatch(/^Neo4j says: .*by zero/)
    expect(await refusal('RETURN $x')).toMatch(/^Neo4j says: Expected parameter.*x/)
    expect(await refusal('RETURN date("yesterday")')).toMatch(/^Neo4j says: /)
  })

  test('that asks for more than one can look at is refused, and stops nobody', async () => {
    const tooLarge = 'The answer is too large. Ask for fewer rows, for properties instead of nodes, or count.'
    expect(await refusal('RETURN range(1, 250000) AS x')).toBe(tooLarge)
    expect(await refusal('UNWIND range(1, 300) AS i RETURN range(1, 1000) AS x', { rows: 1000 })).toBe(tooLarge)
    expect(await refusal("RETURN reduce(s = 'x', i IN range(1, 24) | s + s) AS x")).toBe(tooLarge)
    expect(await refusal('RETURN reduce(x = {a: 1}, i IN range(1, 200) | {a: x}) AS x')).toBe(tooLarge)
    expect(await ask('RETURN size(range(1, 250000)) AS x')).toMatchObject({ rows: [[250000]] })
  })

  test('that takes too long is ended, in the database too', async () => {
    expect(await refusal(ENDLESS, { ms: 200 })).toMatch(/took longer than 0.2 s/)
    await until(async () => (await atWork()).length === 0)
    expect(await ask('RETURN 1')).toMatchObject({ rows: [[1]] })
  })

  test('that its user gives up is ended, in the database too; one at a time is answered', async () => {
    const reason = new Error('Given up.')
    const user = new AbortController()
    const asked = ask(ENDLESS, {}, user.signal)
    const ended = expect(asked).rejects.toBe(reason)
    await until(async () => (await atWork()).length === 1)
    expect(await refusal('RETURN 1')).toBe('Another query is being answered. Try again when it has ended.')
    user.abort(reason)
    await ended
    await until(async () => (await atWork()).length === 0)
    await until(async () => (await ask('RETURN 1').catch(() => null)) !== null)
    told.length = 0
    await expect(ask('RETURN 1', {}, user.signal)).rejects.toBe(reason)
    expect(told).toEqual([])
    expect(await ask('RETURN 1')).toMatchObject({ rows: [[1]] })
  })

  test('leaves no connection behind when the store is closed', async () => {
    const other = await openNeo4jStore(server!.target)
    await other.cypher({ query: 'RETURN 1', parameters: {}, rows: 1, ms: 1_000 })
    const asked = expect(other.cypher({ query: ENDLESS, parameters: {}, rows: 1, ms: 60_000 })).rejects.toThrow(
      /has been closed/,
    )
    await until(async () => (await atWork()).length === 1)
    await store.close()
    await other.close()
    await asked
    await until(async () => (await atWork()).length === 0)
    const held = () =>
      look("CALL dbms.listConnections() YIELD userAgent WHERE userAgent STARTS WITH 'entente' RETURN count(*)")
    await until(async () => (await held())[0]?.[0] === 0)
  })

  function sorted(rows: readonly (readonly unknown[])[]): string[] {
    return rows.map((row) => JSON.stringify(row)).sort()
  }
})

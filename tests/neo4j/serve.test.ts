import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLES } from '../../client/graphiql/examples.ts'
import { SEEDED_CASE } from '../../server/cli/seeded-case.ts'
import { writeCase } from '../cli/case-folder.ts'
import { neo4jEnv, runEntente, serveEntente, temporaryFolder, type Served } from '../support/entente-process.ts'
import { ask, post } from '../support/http.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { QUESTIONS } from './questions.ts'

const server = await neo4jForTests('serve.test.ts')

describe.skipIf(server === null)('processes on Neo4j', () => {
  const { folder, remove } = temporaryFolder()
  const data = join(folder, 'data')
  const env = server === null ? {} : neo4jEnv(server.target)
  const here: Served[] = []
  let file: Served
  let first: Served
  let second: Served
  beforeAll(async () => {
    here.push((file = await serveEntente(data)))
    here.push((first = await serveEntente(folder, { ...env, ENTENTE_CYPHER: 'on' })))
    here.push((second = await serveEntente(folder, env)))
  })
  afterAll(async () => {
    for (const served of here) await served.stop()
    remove()
  })

  async function answerOf<T>({ address }: Served, query: string): Promise<T> {
    const { text } = await post(address, { query })
    const { data: answer, errors, extensions } = JSON.parse(text)
    expect({ errors, extensions }).toEqual({})
    return answer as T
  }
  const onBoth = async (args: readonly string[]) => [
    await runEntente([...args, '--data', data]),
    await runEntente(args, env),
  ]

  test('the store is told, without its password', async () => {
    expect(first.stderr()).toContain(`The store is Neo4j at ${server!.target.uri}.`)
    expect(first.stderr()).not.toContain(server!.target.password)
    const { status, text } = await ask(first.address, { path: '/readyz' })
    expect(status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({ ready: true, eventsRead: 17, store: 'neo4j', away: null, unreadable: [] })
  })

  test.each(QUESTIONS)('the answer is that of the file, byte for byte: %s', async (_, query) => {
    const { text } = await post(file.address, { query })
    expect(text).toMatch(/^{"data":{|"code":"BAD_USER_INPUT"/)
    expect((await post(first.address, { query })).text).toBe(text)
    expect((await post(second.address, { query })).text).toBe(text)
  })

  test('commands say and write the same', async () => {
    for (const args of [
      ['ask', 'distancing', '--toward', 'United States', '--include', 'CONDEMNATION'],
      ['ask', 'distancing', '--toward', 'us', '--level', 'actor', '--as-known-on', '2025-11-11', '--json'],
      ['ask', 'distancing', '--by', 'nobody'],
      ['load', SEEDED_CASE],
      ['export', 'caribbean-strikes-2025'],
      ['export', 'nothing'],
    ]) {
      const [onFile, onNeo4j] = await onBoth(args)
      expect(onNeo4j).toEqual(onFile)
    }
  })

  test('what one writes, the other has in its very next answer', async () => {
    const made = join(folder, 'made-up')
    writeCase(made, { id: 'made-up', events: 5, edition: 'first' })
    const question = '{ collections { title eventCount } events(filter: { collections: ["made-up"] }) { total } }'
    for (const [events, edition] of [
      [5, 'first'],
      [7, 'second'],
    ] as const) {
      writeCase(made, { id: 'made-up', events, edition })
      expect(await runEntente(['load', made], env)).toMatchObject({ code: 0, stderr: '' })
      for (const served of [first, second]) {
        expect(await answerOf(served, question)).toMatchObject({
          collections: expect.arrayContaining([{ title: `Made up, ${edition}`, eventCount: events }]),
          events: { total: events },
        })
      }
    }
  })

  test('what is written by hand through one, the other has in its very next answer', async () => {
    await answerOf(
      first,
      'mutation { setEventStatus(event: "made-up/e1", status: CONFIRMED, on: "2025-02-02") { version } }',
    )
    expect(
      await answerOf(
        second,
        '{ event(id: "made-up/e1") { status } auditLog(first: 1) { nodes { who action record } } }',
      ),
    ).toEqual({
      event: { status: 'CONFIRMED' },
      auditLog: { nodes: [{ who: 'local', action: 'setEventStatus', record: 'event:made-up/e1' }] },
    })
  })

  test.each(EXAMPLES.map((query) => [query.slice(2, query.indexOf('.')), query] as const))(
    'GraphiQL shows what answers: %s',
    async (_, example) => {
      expect(await answerOf(first, example)).toEqual(expect.anything())
    },
  )

  test('Cypher is off where nobody switched it on', async () => {
    const { text } = await post(second.address, { query: '{ cypher(query: "RETURN 1 AS one") { rows } }' })
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ message: expect.stringContaining('ENTENTE_CYPHER=on') as string }],
    })
  })

  test('what a foreign hand draws is there after reload, and what it spoils is left out and told', async () => {
    const { driver } = server!
    await driver.executeQuery(
      `MATCH (:Actor)-[e:SUSPENSION {id: $id}]->(), (:Event {id: $id})<-[:ABOUT]-(w:Evidence)-[:FROM]->(s:Source)
       MATCH (a:Actor {id: "canada"}), (b:Actor {id: "uk"})
       CREATE (a)-[f:SUSPENSION]->(b), (a)-[:DID]->(n:Event {id: $drawn, breaks: [], restores: []})-[:TOWARD]->(b),
         (n)<-[:ABOUT]-(v:Evidence)-[:FROM]->(s)
       SET f += e {.*, id: $drawn}, v += w {.*}`,
      { id: 'caribbean-strikes-2025/canada-restricts-intelligence', drawn: 'caribbean-strikes-2025/drawn' },
    )
    await driver.executeQuery('MATCH ()-[e:VIOLENCE {id: $id}]->() SET e.stage = "NO STAGE"', {
      id: 'caribbean-strikes-2025/us-strikes-vessels',
    })
    expect(await runEntente(['reload'], env)).toMatchObject({ code: 0, stderr: '' })
    for (const served of [first, second]) {
      const query = `{ drawn: event(id: "caribbean-strikes-2025/drawn") { actor { id } target { id } evidence { paraphrase } }
        spoilt: event(id: "caribbean-strikes-2025/us-strikes-vessels") { id } }`
      expect(await answerOf(served, query)).toEqual({
        drawn: {
          actor: { id: 'canada' },
          target: { id: 'uk' },
          evidence: [{ paraphrase: 'Canada bars the use of its intelligence in lethal missions.' }],
        },
        spoilt: null,
      })
      await expect.poll(() => readiness(served)).toMatchObject({ ready: true, unreadableTotal: 1 })
      expect((await readiness(served)).unreadable).toEqual([expect.stringContaining('us-strikes-vessels')])
    }
  })
})

async function readiness({ address }: Served): Promise<{ readonly unreadable: readonly string[] }> {
  return JSON.parse((await ask(address, { path: '/readyz' })).text) as { unreadable: string[] }
}

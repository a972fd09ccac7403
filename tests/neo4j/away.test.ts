import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { afterAll, describe, expect, test } from 'vitest'
import { freePort } from '../../scripts/neo4j/server.ts'
import { writeCase } from '../cli/case-folder.ts'
import { neo4jEnv, runEntente, startEntente, temporaryFolder, type EntenteProcess } from '../support/entente-process.ts'
import { holdWriters } from '../support/held-writers.ts'
import { ask, post } from '../support/http.ts'
import { ownNeo4j } from '../support/own-neo4j.ts'

const own = await ownNeo4j('away', 'away.test.ts')

const FROM_MEMORY =
  '{ distancing(toward: "us") { sentence total asKnownOn rows { who { name } } } collections { id } version }'
const SUMMARY = '{ event(id: "caribbean-strikes-2025/uk-suspends-intelligence") { id summary } }'
const QUOTES = '{ distancing(toward: "us") { sentence rows { evidence { quote } } } }'
const SEARCH = '{ events(filter: { text: "intelligence" }) { total } }'
const WRITE = 'mutation { reload { version } }'
/** Long enough for a database to start on a machine that does other things too. */
const LONG = 300_000
const PATIENCE = { timeout: LONG, interval: 100 }

interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
  readonly extensions?: {
    readonly notice: { readonly says: string; readonly version: number; readonly readAt: string }
  }
}

describe.skipIf(own === null)('a server whose Neo4j comes and goes', { timeout: LONG }, () => {
  const { target, start, kill, freeze, thaw, remove } = own!
  const { folder, remove: forget } = temporaryFolder()
  const env = neo4jEnv(target)
  const reason = 'does not answer. See that it runs and that NEO4J_URI names it.'
  const name = `Neo4j at ${target.uri}`
  const started: EntenteProcess[] = []
  let served: EntenteProcess
  let address: string
  let told: Answer
  afterAll(async () => {
    for (const { child } of started) child.kill('SIGKILL')
    await remove()
    forget()
  })

  const answerOf = async (query: string) => JSON.parse((await post(address, { query })).text) as Answer
  const readiness = async () => {
    const { status, text } = await ask(address, { path: '/readyz' })
    return { status, ...(JSON.parse(text) as { says: string }) }
  }
  const isListening = () => readiness().catch(() => null)

  /** A port that is known before it is ready. */
  async function serve(more: Readonly<Record<string, string>> = {}): Promise<EntenteProcess> {
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    const process = startEntente(['serve', '--port', String(port), '--data', folder], { ...env, ...more })
    started.push(process)
    return process
  }

  async function expectAway(): Promise<void> {
    const { data, errors, extensions } = await answerOf(FROM_MEMORY)
    expect({ data, errors }).toEqual(told)
    const { says, version, readAt } = extensions!.notice
    expect(says).toMatch(new RegExp(`^${name} ${reason} Until it is back, answers come from memory; quotes`))
    expect(version).toBe(versionTold())
    expect(Date.parse(readAt)).toBeLessThanOrEqual(Date.now())
    for (const query of [SUMMARY, QUOTES, SEARCH, WRITE]) {
      expect(await answerOf(query)).toMatchObject({
        errors: [{ message: `${name} ${reason}`, extensions: { code: 'SERVICE_UNAVAILABLE' } }],
        extensions: { notice: { says, version } },
      })
    }
    expect(await readiness()).toMatchObject({
      status: 200,
      ready: true,
      store: 'neo4j',
      version,
      says,
      away: { says: `${name} ${reason}`, since: expect.any(String) as string },
    })
  }
  const versionTold = () => (told.data as { version: number }).version

  /** Its first answer without a notice has what was written before it. */
  async function expectBack(collections: readonly string[]): Promise<void> {
    let answer = await answerOf(FROM_MEMORY)
    while (answer.extensions) answer = await answerOf(FROM_MEMORY)
    expect(answer.data?.['collections']).toEqual(collections.map((id) => ({ id })))
    for (const query of [SUMMARY, QUOTES, SEARCH]) {
      expect(await answerOf(query)).toEqual({ data: expect.anything() as unknown })
    }
    expect(await readiness()).toMatchObject({ status: 200, ready: true, says: 'Entente is ready.', away: null })
    await expect.poll(transactions, PATIENCE).toBe(0)
  }

  const counted = async (query: string) => {
    const driver = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password))
    try {
      return Number((await driver.executeQuery(query)).records[0]?.get('many'))
    } finally {
      await driver.close()
    }
  }
  const transactions = () =>
    counted("SHOW TRANSACTIONS YIELD metaData WHERE metaData.app = 'entente' RETURN count(*) AS many")
  const connections = () =>
    counted("CALL dbms.listConnections() YIELD userAgent WHERE userAgent STARTS WITH 'entente' RETURN count(*) AS many")

  test('that waits for it ends at once when it is told to', async () => {
    const waiting = await serve()
    await expect.poll(isListening, PATIENCE).toMatchObject({ status: 503, ready: false })
    waiting.child.kill('SIGTERM')
    expect(await waiting.ended).toMatchObject({ code: 0, stdout: '' })
  })

  test('that is started before it says what it waits for, and becomes ready by itself', async () => {
    served = await serve()
    const says = `Waiting for ${name}: it ${reason} Trying again.`
    await expect.poll(isListening, PATIENCE).toMatchObject({ status: 503, ready: false, says })
    const { status, text } = await post(address, { query: FROM_MEMORY })
    expect([status, JSON.parse(text)]).toMatchObject([
      503,
      { errors: [{ message: says, extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
    ])
    expect(served.stdout()).toBe('')
    await start()
    await expect.poll(served.stdout, PATIENCE).toBe(`Entente is ready at ${address}\n`)
    told = await answerOf(FROM_MEMORY)
    await expectBack(['caribbean-strikes-2025'])
  })

  test('goes on answering from memory when it is killed, and recovers when it is started again', async () => {
    await kill()
    await expectAway()
    const made = join(folder, 'made-up')
    writeCase(made, { id: 'made-up', events: 3, edition: 'one' })
    await start()
    expect(await runEntente(['load', made], env)).toMatchObject({ code: 0, stderr: '' })
    await expectBack(['caribbean-strikes-2025', 'made-up'])
  })

  test('goes on when it freezes, in the middle of a change too, and recovers when it thaws', async () => {
    told = await answerOf(FROM_MEMORY)
    const driver = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password))
    await holdWriters(driver)
    const changing = answerOf(WRITE)
    await expect.poll(transactions, PATIENCE).toBe(1)
    freeze()
    try {
      const reading = await Promise.all([FROM_MEMORY, FROM_MEMORY].map(answerOf))
      for (const { data, extensions } of reading)
        expect({ data, extensions }).toMatchObject({ ...told, extensions: {} })
      const message = `${name} ${reason} Whether the change was written is not known: see when it is back.`
      expect(await changing).toMatchObject({ errors: [{ message, extensions: { code: 'SERVICE_UNAVAILABLE' } }] })
      await expectAway()
    } finally {
      thaw()
      // Nobody knows how long it froze: what holds the lock ends with its connection.
      await driver.close()
    }
    await expectBack(['caribbean-strikes-2025', 'made-up'])
  })

  test('holds no connection when it has ended', async () => {
    served.child.kill('SIGTERM')
    expect(await served.ended).toMatchObject({ code: 0 })
    expect(await connections()).toBe(0)
  })

  test('ends where waiting would not help', async () => {
    const refused = await (await serve({ NEO4J_PASSWORD: 'not this one' })).ended
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/\nentente: Neo4j at \S+ takes neither this name nor this password\. Set NEO4J_USER/)
    expect(refused.stderr).not.toContain('not this one')
    await counted('MATCH (m:Meta) SET m.schema = 99 RETURN 1 AS many')
    const newer = await (await serve()).ended
    expect(newer).toMatchObject({ code: 1, stdout: '' })
    expect(newer.stderr).toMatch(/\nentente: The database at \S+ was written by a newer version of Entente\./)
  })
})

import { join } from 'node:path'
import { once } from 'node:events'
import { afterAll, describe, expect, test } from 'vitest'
import { serveEntente, startEntente, temporaryFolder, type Served } from '../support/entente-process.ts'
import { ask, post } from '../support/http.ts'

const READ = 'token-of-somebody-who-reads'
const WRITE = 'token/of+somebody.who~writes=='
const WRONG = 'token-that-nobody-was-given'
const PASSWORD = 'the pass "word" of Neo4j'
const IN_VARIABLES = 'what-was-sent-as-a-variable'

const data = temporaryFolder()
afterAll(() => data.remove())

type Line = Readonly<Record<string, unknown>> & { readonly level: string; readonly message: string }

function linesOf({ stderr }: Pick<Served, 'stderr'>): readonly Line[] {
  const lines = stderr().trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as Line)
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const preflight = { 'x-entente-preflight': '1' }

describe('the log', () => {
  test('tells each request in one line of JSON, slow ones with their statements, and no secret of a whole session', async () => {
    const served = await serveEntente(join(data.folder, 'session'), {
      ENTENTE_READ_TOKENS: `reader:${READ}`,
      ENTENTE_WRITE_TOKENS: `writer:${WRITE}`,
      ENTENTE_SLOW_MS: '0',
      ENTENTE_LOG_LEVEL: 'debug',
      NEO4J_PASSWORD: PASSWORD,
    })
    const { address } = served
    const session = (body: object) =>
      ask(address, {
        method: 'POST',
        path: '/session',
        headers: { 'content-type': 'application/json', ...preflight },
        body: JSON.stringify(body),
      })
    const signedIn = await session({ token: WRITE })
    const [cookie = ''] = signedIn.headers['set-cookie']?.[0]?.split(';') ?? []
    const [, id = ''] = cookie.split('=')
    expect(id.length).toBeGreaterThan(20)
    await session({ token: WRONG })
    await ask(address, { path: '/session', headers: { cookie, ...preflight } })

    const asked = { query: 'query Found($text: String!) { search(text: $text) { matched } }', operationName: 'Found' }
    const answer = await post(address, { ...asked, variables: { text: IN_VARIABLES } }, { cookie, ...preflight })
    expect(answer.status).toBe(200)
    await post(address, { query: '{ version }' }, bearer(READ))
    await post(address, { query: 'mutation Reload { reload { version } }' }, bearer(READ))
    await post(address, { ...asked, variables: { text: { token: IN_VARIABLES } } }, bearer(WRITE))
    await post(address, { query: `query ${READ.replaceAll('-', '_')} { version }` }, bearer(WRONG))
    // In every wrong place.
    for (const token of [READ, WRITE, WRONG]) {
      await ask(address, { path: `/readyz?token=${token}` })
      await ask(address, { path: '/metrics', headers: { cookie: `session=${token}`, 'x-token': token } })
      await ask(address, { path: '/graphql', headers: { authorization: `Basic ${btoa(`ada:${token}`)}` } })
    }
    await ask(address, { path: `/session/${READ}` })
    await post(address, { query: '{ version }', operationName: WRITE }, bearer(WRITE))
    await post(address, { query: '{ version }', operationName: `${'x'.repeat(70)}${READ}` }, bearer(WRITE))
    await ask(address, { method: 'DELETE', path: '/session', headers: { cookie, ...preflight } })
    await served.stop()

    const told = served.stderr()
    for (const secret of [READ, WRITE, WRONG, PASSWORD, id, IN_VARIABLES, btoa(`ada:${READ}`)]) {
      expect(told).not.toContain(secret)
      expect(told).not.toContain(JSON.stringify(secret).slice(1, -1))
    }

    const lines = linesOf(served)
    const requestId = answer.headers['x-request-id']
    const whole = {
      method: 'POST',
      path: '/graphql',
      status: 200,
      ms: expect.any(Number) as number,
      requestId,
      operation: 'Found',
      principal: 'writer',
      cost: expect.any(Number) as number,
    }
    expect(lines.filter((line) => line['requestId'] === requestId)).toEqual([
      expect.objectContaining({ level: 'info', message: 'POST /graphql', ...whole }),
      expect.objectContaining({
        level: 'warn',
        message: 'A request was slow.',
        ...whole,
        statements: expect.arrayContaining([
          { name: expect.stringMatching(/^names-like/) as string, times: 1, ms: expect.any(Number) as number },
        ]) as unknown[],
      }),
    ])
    expect(lines).toContainEqual(expect.objectContaining({ path: '/graphql', code: 'FORBIDDEN', principal: 'reader' }))
    expect(lines).toContainEqual(expect.objectContaining({ path: '/graphql', code: 'UNAUTHENTICATED', status: 401 }))
    expect(lines).toContainEqual(expect.objectContaining({ path: '/readyz', level: 'debug' }))
    expect(new Set(lines.map(({ time }) => typeof time))).toEqual(new Set(['string']))
  }, 40_000)

  test('never tells the password of a database that does not answer', async () => {
    const started = startEntente(['serve', '--port', '0'], {
      NEO4J_URI: `bolt://ada:${encodeURIComponent(PASSWORD)}@127.0.0.1:1`,
      ENTENTE_DATA: data.folder,
    })
    while (!started.stderr().includes('Waiting for')) await once(started.child.stderr, 'data')
    started.child.kill('SIGTERM')
    await started.ended
    expect(linesOf(started).at(-1)?.message).toMatch(/^Waiting for Neo4j at bolt:\/\/127\.0\.0\.1:1: /)
    expect(started.stderr()).not.toContain(PASSWORD.slice(0, 8))
    expect(started.stderr()).not.toContain(encodeURIComponent(PASSWORD))
  }, 20_000)

  test('is plain lines where that is asked for, and only what the level admits', async () => {
    const served = await serveEntente(join(data.folder, 'text'), { ENTENTE_LOG: 'text' })
    await post(served.address, { query: 'query Which { version }' })
    await ask(served.address, { path: '/healthz' })
    await served.stop()
    const [store, request, ...more] = served.stderr().trimEnd().split('\n')
    expect(store).toMatch(/^\S+Z info The store is .*text\/entente\.sqlite\.$/)
    expect(request).toMatch(
      /^\S+Z info POST \/graphql status=200 ms=\d+ requestId="[\w-]+" operation="Which" principal="local" cost=\d+$/,
    )
    expect(more).toEqual([])

    const silent = await serveEntente(join(data.folder, 'text'), { ENTENTE_LOG_LEVEL: 'silent' })
    await post(silent.address, { query: '{ version }' })
    await silent.stop()
    expect(silent.stderr()).toBe('')
  }, 40_000)
})

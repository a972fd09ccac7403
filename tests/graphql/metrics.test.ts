import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, post, serveApp } from '../support/http.ts'
import { accessFor, tinyApp } from '../support/tiny-app.ts'

const TOKEN = 'a-token-that-may-read'
const grants = [{ token: TOKEN, principal: { name: 'reader', mayRead: true, mayWrite: false } }]
const open: Awaited<ReturnType<typeof serveApp>>[] = []

async function serve(app = tinyApp()) {
  const served = await serveApp(app)
  open.push(served)
  return served.address
}

afterAll(async () => {
  for (const { close } of open) await close()
})

/** The value of each line, by what stands before it. */
async function numbersOf(address: string, headers = {}): Promise<Map<string, number>> {
  const { status, text, headers: told } = await ask(address, { path: '/metrics', headers })
  expect([status, told['content-type']]).toEqual([200, expect.stringMatching(/^text\/plain; version=0\.0\.4/)])
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]))
}

const request = (operation: string, code: string) => `entente_requests_total{operation="${operation}",code="${code}"}`

describe('/metrics', () => {
  let address: string
  beforeAll(async () => void (address = await serve()))

  test('counts requests by the name of the operation and the code of their first error', async () => {
    await post(address, { query: 'query Greeting { hello }' })
    await post(address, { query: 'query A { hello } query B { hello }', operationName: 'B' })
    await post(address, { query: 'query Greeting { hello }' })
    await post(address, { query: 'query Greeting { refused defect }' })
    await post(address, { query: 'query Wrong { nothing }' })
    await post(address, { query: '{' })
    await ask(address, { method: 'POST', path: '/graphql', headers: { 'content-type': 'text/plain' }, body: '{}' })
    const numbers = await numbersOf(address)
    expect(Object.fromEntries([...numbers].filter(([name]) => name.startsWith('entente_requests_total')))).toEqual({
      [request('Greeting', 'OK')]: 2,
      [request('B', 'OK')]: 1,
      [request('Greeting', 'BAD_USER_INPUT')]: 1,
      [request('Wrong', 'GRAPHQL_VALIDATION_FAILED')]: 1,
      [request('unnamed', 'GRAPHQL_PARSE_FAILED')]: 1,
      [request('unnamed', 'UNSUPPORTED_MEDIA_TYPE')]: 1,
    })
    expect(numbers.get('entente_request_seconds_count{operation="Greeting"}')).toBe(3)
    expect(numbers.get('entente_request_seconds_bucket{le="+Inf",operation="Greeting"}')).toBe(3)
    expect(numbers.get('entente_http_responses_total{route="graphql",status="200"}')).toBeGreaterThan(0)
  })

  test('counts each app for itself', async () => {
    expect((await numbersOf(await serve())).get(request('Greeting', 'OK'))).toBeUndefined()
  })

  test('does not grow with what clients make up', async () => {
    const served = await serve()
    for (let i = 0; i < 100; i++) {
      await post(served, { query: `query Made${i} { hello }` })
      await ask(served, { path: `/made-up/${i}` })
    }
    await post(served, { query: 'query Distancing { hello }' })
    await post(served, { query: '{ hello }', operationName: `"\n# ${'x'.repeat(5000)}` })
    const numbers = await numbersOf(served)
    expect(numbers.get(request('other', 'OK'))).toBe(70)
    expect(numbers.get(request('Distancing', 'OK'))).toBe(1)
    expect(numbers.get('entente_http_responses_total{route="page",status="404"}')).toBe(100)
    expect(numbers.size).toBeLessThan(800)
    expect([...numbers.values()].every(Number.isFinite)).toBe(true)
  }, 20_000)

  test('is for those who may read, where there are tokens', async () => {
    const guarded = await serve(tinyApp({ access: accessFor({ grants }) }))
    expect((await ask(guarded, { path: '/metrics' })).status).toBe(401)
    expect(
      (await ask(guarded, { path: '/metrics', headers: { authorization: 'Bearer wrong-token-wrong' } })).status,
    ).toBe(401)
    const numbers = await numbersOf(guarded, { authorization: `Bearer ${TOKEN}` })
    expect(numbers.get('entente_http_responses_total{route="metrics",status="401"}')).toBe(2)
  })

  test('a client that goes before its answer is counted as gone', async () => {
    let release = (): void => {}
    const waits = new Promise<string>((resolve) => (release = () => resolve('done')))
    const served = await serve(tinyApp({}, () => waits))
    const signal = AbortSignal.timeout(300)
    const body = JSON.stringify({ query: 'query Slow { slow }' })
    const headers = { 'content-type': 'application/json' }
    await expect(fetch(`${served}/graphql`, { method: 'POST', headers, body, signal })).rejects.toThrow()
    await expect.poll(async () => (await numbersOf(served)).get(request('Slow', 'CLIENT_GONE'))).toBe(1)
    release()
  })
})

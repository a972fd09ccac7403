import { request, type ClientRequest } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { watchBusy } from '../../server/http/limits/busy.ts'
import { Gate, GateFullError, type GateLimits, type Visit } from '../../server/http/limits/gate.ts'
import { ask, post, serveApp } from '../support/http.ts'
import { exchange } from '../support/raw-http.ts'
import { randomFrom } from '../support/samples.ts'
import { tinyApp } from '../support/tiny-app.ts'

const NOTHING = { inFlight: 0, waiting: 0, heldBytes: 0 }
const FULL = 'The server has as much to do as it can take on. Try again in a moment.'
const POST = 'POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n'

describe('the gate before /graphql', () => {
  let end: () => Promise<void>
  afterEach(() => end())

  /** A front whose `slow` is answered, in the order of asking, when it is let go. */
  async function crowded(limits: Partial<GateLimits>) {
    const gate = new Gate(limits)
    const letGo: (() => void)[] = []
    const slow = () => new Promise<string>((resolve) => letGo.push(() => resolve('done')))
    const { address, close } = await serveApp(tinyApp({ gate }, slow))
    end = async () => {
      for (const each of letGo) each()
      await close()
      expect(gate.state).toMatchObject(NOTHING)
    }
    const has = (state: object) => expect.poll(() => gate.state).toMatchObject(state)
    const askSlow = () => post(address, { query: '{ slow }' })
    return { gate, letGo, address, port: Number(new URL(address).port), has, askSlow }
  }

  /** One that asks and can go away. */
  function leaving(address: string): ClientRequest {
    const headers = { 'content-type': 'application/json' }
    const sent = request(`${address}/graphql`, { method: 'POST', headers, agent: false })
    sent.on('error', () => {})
    sent.end(JSON.stringify({ query: '{ slow }' }))
    return sent
  }

  test('lets in so many, lets some wait, and refuses the rest before their bodies have come', async () => {
    const { gate, letGo, address, port, has, askSlow } = await crowded({ atOnce: 2, queue: 1 })
    const answers = [askSlow(), askSlow()]
    await has({ inFlight: 2 })
    answers.push(askSlow())
    await has({ inFlight: 2, waiting: 1 })
    expect(letGo).toHaveLength(2)
    const [reply] = await exchange(port, [`${POST}content-length: 1000\r\n\r\n`], { answers: 1 })
    expect(reply).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE', headers: { 'retry-after': '1' } })
    expect(JSON.parse(reply?.text ?? '')).toEqual({
      errors: [{ message: FULL, extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    })
    expect(gate.state.refused).toBe(1)
    for (const path of ['/healthz', '/readyz', '/session']) expect((await ask(address, { path })).status).toBe(200)
    letGo[0]?.()
    await has({ inFlight: 2, waiting: 0 })
    for (const each of letGo.slice(1)) each()
    for (const answer of answers) expect((await answer).text).toBe('{"data":{"slow":"done"}}')
  })

  test('forgets who goes away while waiting, and gives their turn to the next', async () => {
    const { letGo, address, has, askSlow } = await crowded({ atOnce: 1, queue: 3 })
    const first = askSlow()
    await has({ inFlight: 1 })
    const gone = leaving(address)
    await has({ waiting: 1 })
    const second = askSlow()
    await has({ waiting: 2 })
    gone.destroy()
    await has({ inFlight: 1, waiting: 1 })
    letGo[0]?.()
    expect((await first).status).toBe(200)
    await has({ inFlight: 1, waiting: 0 })
    letGo[1]?.()
    expect((await second).status).toBe(200)
    expect(letGo).toHaveLength(2)
  })

  test('gives the place of one who goes away while answered to the next', async () => {
    const { address, has, askSlow, letGo } = await crowded({ atOnce: 1, queue: 1 })
    const gone = leaving(address)
    await has({ inFlight: 1 })
    const next = askSlow()
    await has({ inFlight: 1, waiting: 1 })
    gone.destroy()
    await expect.poll(() => letGo).toHaveLength(2)
    letGo[1]?.()
    expect((await next).status).toBe(200)
  })

  test('refuses who has waited long enough', async () => {
    const { gate, has, askSlow } = await crowded({ atOnce: 1, queue: 1, waitMs: 50 })
    const first = askSlow()
    await has({ inFlight: 1 })
    expect(await askSlow()).toMatchObject({ status: 503, headers: { 'retry-after': '1' } })
    expect(gate.state).toMatchObject({ inFlight: 1, waiting: 0, refused: 1 })
    await end()
    expect((await first).status).toBe(200)
  })

  test('holds no more bytes than it may, and gives back those of bodies that are cut short', async () => {
    const { address, port, has } = await crowded({ bytes: 1_000 })
    const half = request({ port, method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json' } })
    half.on('error', () => {})
    half.write('x'.repeat(900))
    await has({ heldBytes: 900, inFlight: 0 })
    const query = `{ length(text: "${'x'.repeat(200)}") }`
    expect((await post(address, { query })).status).toBe(503)
    expect((await post(address, { query: '{ hello }' })).status).toBe(200)
    half.destroy()
    await has(NOTHING)
    expect((await post(address, { query })).text).toBe('{"data":{"length":200}}')
  })
})

describe('a gate', () => {
  const never = new AbortController().signal

  test('lets in one in each turn of the event loop, so that others are heard between', async () => {
    const gate = new Gate({ atOnce: 3 })
    const seen: string[] = []
    const enter = async () => {
      await gate.visit().enter(never)
      seen.push('in')
    }
    const all = [enter(), enter(), enter()]
    for (let turn = 0; turn < 4; turn++) {
      await new Promise((resolve) => setImmediate(resolve))
      seen.push('turn')
    }
    await Promise.all(all)
    expect(seen.join(' ')).not.toContain('in in')
    expect(seen.filter((each) => each === 'in')).toHaveLength(3)
  })

  test('lets in fewer while the thread is busy', async () => {
    let isBusy = true
    const gate = new Gate({ atOnce: 5, whenBusy: 2 }, () => isBusy)
    const visits = Array.from({ length: 7 }, () => gate.visit())
    const all = visits.map((visit) => visit.enter(never))
    await expect.poll(() => gate.state).toMatchObject({ inFlight: 2, waiting: 5 })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(gate.state).toMatchObject({ inFlight: 2, waiting: 5 })
    visits[0]?.leave()
    await expect.poll(() => gate.state).toMatchObject({ inFlight: 2, waiting: 4 })
    isBusy = false
    await expect.poll(() => gate.state).toMatchObject({ inFlight: 5, waiting: 1 })
    for (const visit of visits) visit.leave()
    await Promise.all(all)
    for (const visit of visits) visit.leave()
    expect(gate.state).toMatchObject(NOTHING)
  })

  test('sees when the thread is busy, and when it is not', async () => {
    const isBusy = watchBusy()
    for (const end = performance.now() + 300; performance.now() < end;);
    expect(isBusy()).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(isBusy()).toBe(false)
  })

  test('a signal that has fired lets nobody in', async () => {
    const gate = new Gate()
    const reason = new Error('Gone.')
    await expect(gate.visit().enter(AbortSignal.abort(reason))).rejects.toBe(reason)
    expect(gate.state).toEqual({ ...NOTHING, refused: 0 })
  })

  test('counts right whatever its visitors do', async () => {
    const gate = new Gate({ atOnce: 3, queue: 4, bytes: 500 })
    const random = randomFrom(7)
    let refused = 0
    let entered = 0
    const visitor = async () => {
      let visit: Visit | null = null
      const going = new AbortController()
      try {
        visit = gate.visit()
        visit.hold(Math.floor(random() * 200))
        if (random() < 0.3) setImmediate(() => going.abort(new Error('Gone.')))
        await visit.enter(going.signal)
        entered++
        const { inFlight, waiting } = gate.state
        expect(inFlight).toBeLessThanOrEqual(3)
        expect(waiting).toBeLessThanOrEqual(4 + 3)
        if (random() < 0.5) await new Promise((resolve) => setTimeout(resolve, random() * 3))
        if (random() < 0.5) visit.answered(Math.floor(random() * 1_000))
        if (random() < 0.5) await new Promise((resolve) => setImmediate(resolve))
      } catch (error) {
        if (error instanceof GateFullError) refused++
      } finally {
        visit?.leave()
        if (random() < 0.2) visit?.leave()
      }
    }
    for (let round = 0; round < 100; round++) await Promise.all(Array.from({ length: 20 }, visitor))
    expect(gate.state).toEqual({ ...NOTHING, refused })
    expect(refused).toBeGreaterThan(0)
    expect(entered).toBeGreaterThan(0)
  })
})

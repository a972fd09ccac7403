import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { request, type ClientRequest } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { serveEntente, temporaryFolder, type Served } from '../support/entente-process.ts'
import { ask } from '../support/http.ts'
import { monthRows } from '../support/month.ts'

const { folder, remove } = temporaryFolder()
const uploads = join(folder, 'uploads')
let served: Served
beforeAll(async () => {
  served = await serveEntente(folder, { ENTENTE_UPLOAD_LIMIT: '20MB' })
})
afterAll(async () => {
  await served.stop()
  remove()
})

const lying = (): number => (existsSync(uploads) ? readdirSync(uploads).length : 0)

/** An upload of which a first piece has come. */
async function begun(): Promise<ClientRequest> {
  const before = lying()
  const sent = request(`${served.address}/imports`, {
    method: 'PUT',
    agent: false,
    headers: { 'content-length': '100000' },
  })
  sent.on('error', () => {})
  sent.write('x')
  await vi.waitFor(() => expect(lying()).toBe(before + 1), { timeout: 10_000 })
  return sent
}

interface Sent {
  readonly status: number
  readonly text: string
}

async function put(body: string, name: string): Promise<Sent> {
  const sent = request(`${served.address}/imports?name=${name}`, { method: 'PUT', agent: false })
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [AsyncIterable<Buffer> & { readonly statusCode: number }]
  const pieces: Buffer[] = []
  for await (const piece of answer) pieces.push(piece)
  return { status: answer.statusCode, text: Buffer.concat(pieces).toString() }
}

test('connections that are cut leave nothing behind and give their places back', async () => {
  const slow: ClientRequest[] = []
  for (let at = 0; at < 4; at++) slow.push(await begun())
  expect(await put('x', 'fifth.tsv')).toMatchObject({ status: 503, text: expect.stringContaining('Other files') })
  for (const each of slow) each.destroy()
  await vi.waitFor(() => expect(lying()).toBe(0), { timeout: 10_000 })
  await takesGoodOnes()
})

async function takesGoodOnes(): Promise<void> {
  const { status, text } = await put(`${monthRows(50).join('\n')}\n`, 'good.tsv')
  const { id, preview } = JSON.parse(text) as { id: string; preview: unknown }
  expect([status, preview]).toEqual([201, expect.objectContaining({ isSample: false })])
  await ask(served.address, { method: 'DELETE', path: `/imports/${id}` })
  expect(lying()).toBe(0)
}

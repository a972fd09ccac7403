import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { serveEntente, temporaryFolder } from '../support/entente-process.ts'

const data = temporaryFolder()
afterAll(() => data.remove())

test('a stop answers what is under way, takes nothing new, and ends with 0', async () => {
  const served = await serveEntente(data.folder)
  const { hostname, port } = new URL(served.address)
  const body = JSON.stringify({ query: '{ collections { id } }' })
  const head = `POST /graphql HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`

  const slow = connect(Number(port), hostname).setEncoding('utf8')
  let answer = ''
  slow.on('data', (text: string) => (answer += text))
  slow.write(head + body.slice(0, 10))
  // Another connection is answered after the first has been read.
  await fetch(`${served.address}/healthz`, { headers: { connection: 'close' } })

  const ended = served.stop()
  await expect.poll(() => isRefused(hostname, Number(port)), { timeout: 5000 }).toBe(true)
  expect(served.child.exitCode).toBeNull()
  slow.write(body.slice(10))
  await once(slow, 'close')
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*"data":{"collections":\[{"id":"caribbean-strikes-2025"}\]}/)
  expect(await ended).toMatchObject({ code: 0 })
}, 30_000)

function isRefused(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const attempt = connect(port, host)
    attempt.once('connect', () => {
      attempt.destroy()
      resolve(false)
    })
    attempt.once('error', () => resolve(true))
  })
}

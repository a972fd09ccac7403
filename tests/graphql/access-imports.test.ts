import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, serveApp, type Asked } from '../support/http.ts'
import { accessFor, tinyApp } from '../support/tiny-app.ts'
import { bearer, READER, WRITER } from '../support/grants.ts'

let served: Awaited<ReturnType<typeof serveApp>>
beforeAll(async () => {
  served = await serveApp(tinyApp({ access: accessFor({ grants: [READER, WRITER] }) }))
})
afterAll(() => served.close())

async function imported(asked: Asked): Promise<readonly unknown[]> {
  const { status, headers, text } = await ask(served.address, {
    method: 'PUT',
    path: '/imports',
    body: 'a\tb',
    ...asked,
  })
  return [status, headers.allow, text]
}

test('where nobody imports, who may is told so', async () => {
  const says = 'Nothing can be imported here.\n'
  expect(await imported({ headers: bearer(WRITER) })).toEqual([503, undefined, says])
})

test.each([
  ['PUT', '/imports'],
  ['PUT', '/imports/0a'],
  ['GET', '/imports/0a'],
  ['POST', '/imports/0a'],
  ['DELETE', '/imports/0a'],
  ['GET', '/imports/0a/progress'],
  ['GET', '/imports/0a/rejects'],
])('who may not write is not answered: %s %s', async (method, path) => {
  expect((await imported({ method, path }))[0]).toBe(401)
  expect((await imported({ method, path, headers: bearer(READER) }))[0]).toBe(403)
  expect((await imported({ method, path, headers: { authorization: 'Bearer wrong' } }))[0]).toBe(401)
  expect((await imported({ method, path, headers: bearer(WRITER) }))[0]).toBe(503)
})

test('who may read sees the list', async () => {
  expect((await imported({ method: 'GET' }))[0]).toBe(401)
  expect((await imported({ method: 'GET', headers: bearer(READER) }))[0]).toBe(503)
})

test.each(['HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS'])('%s of all imports is not answered', async (method) => {
  const [status, allow] = await imported({ method, headers: bearer(WRITER) })
  expect([status, allow]).toEqual([405, 'GET, PUT'])
})

test.each(['/imports/', '/imports//', '/imports/x/y', '/imports/x/progress/y', '/imports/..', '/imports/%2e%2e%2f'])(
  'there is nothing at %s',
  async (path) => {
    const [status] = await imported({ method: 'GET', path, headers: bearer(WRITER) })
    expect(status).toBe(path === '/imports/' ? 503 : 404)
  },
)

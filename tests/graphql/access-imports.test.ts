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

test('a file is put as it is by who may write; nobody reads it yet', async () => {
  const says = 'The importer is not there yet. Load a case with "entente load" instead.\n'
  expect(await imported({ headers: bearer(WRITER) })).toEqual([501, undefined, says])
  const headers = { ...bearer(WRITER), 'content-type': 'application/zip' }
  expect(await imported({ headers })).toEqual([501, undefined, says])
})

test('who may not write puts none', async () => {
  expect((await imported({}))[0]).toBe(401)
  expect((await imported({ headers: bearer(READER) }))[0]).toBe(403)
  expect((await imported({ headers: { authorization: 'Bearer wrong' } }))[0]).toBe(401)
})

test.each(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS'])('%s is not answered', async (method) => {
  const [status, allow] = await imported({ method, headers: bearer(WRITER) })
  expect([status, allow]).toEqual([405, 'PUT'])
})

test.each(['multipart/form-data; boundary=x', ' Multipart/Mixed'])('a form, %s, is no file', async (type) => {
  expect((await imported({ headers: { ...bearer(WRITER), 'content-type': type } }))[0]).toBe(415)
})

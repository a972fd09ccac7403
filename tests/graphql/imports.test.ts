import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JobView } from '../../server/http/imports/job.ts'
import type { ImportRecord } from '../../server/store/import-store.ts'
import { serveEntente, temporaryFolder, type Served } from '../support/entente-process.ts'
import { ask, post, type Answered, type Asked } from '../support/http.ts'
import { monthRows } from '../support/month.ts'

const { folder, remove } = temporaryFolder()
const data = join(folder, 'data')
let served: Served
beforeAll(async () => {
  served = await serveEntente(data, { ENTENTE_UPLOAD_LIMIT: '1MB' })
})
afterAll(async () => {
  await served.stop()
  remove()
})

const MONTH = monthRows(3_000)
const BODY = `${MONTH.join('\n')}\n`

function put(name: string, body: Asked['body'], path = '/imports'): Promise<Answered> {
  const type = { 'content-type': 'application/octet-stream' }
  return ask(served.address, {
    method: 'PUT',
    path: `${path}?name=${encodeURIComponent(name)}`,
    headers: type,
    ...(body ? { body } : {}),
  })
}

function start(id: string, settings: object, headers: Asked['headers'] = {}): Promise<Answered> {
  const json = { 'content-type': 'application/json', ...headers }
  return ask(served.address, { method: 'POST', path: `/imports/${id}`, headers: json, body: JSON.stringify(settings) })
}

const to = (method: string, path: string): Promise<Answered> => ask(served.address, { method, path })
const viewOf = ({ text }: Answered): JobView => JSON.parse(text) as JobView

/** What the server-sent events of an import say, once it has ended. */
async function ended(id: string): Promise<{ readonly kinds: readonly string[]; readonly last: JobView }> {
  const { headers, text } = await to('GET', `/imports/${id}/progress`)
  expect(headers['content-type']).toBe('text/event-stream; charset=utf-8')
  const told = text.split('\n\n').filter((each) => each.startsWith('event: '))
  const kinds = told.map((each) => each.split('\n')[0]?.slice('event: '.length) ?? '')
  const last = told.at(-1)?.split('\ndata: ')[1] ?? ''
  return { kinds, last: JSON.parse(last) as JobView }
}

async function eventsOf(collection: string): Promise<number> {
  const query = `{ events(filter: { collections: ["${collection}"] }) { total } }`
  const { text } = await post(served.address, { query })
  const { data: answer } = JSON.parse(text) as { data: { events: { total: number } } | null }
  return answer?.events.total ?? 0
}

async function importsOf(): Promise<readonly ImportRecord[]> {
  const { text } = await to('GET', '/imports')
  return (JSON.parse(text) as { imports: readonly ImportRecord[] }).imports
}

test('a file is sent, looked at, imported, seen, listed, and taken out again', async () => {
  const sent = await put('September 2018.tsv', BODY)
  expect(sent.status).toBe(201)
  const { id, preview, files } = viewOf(sent)
  expect(sent.headers.location).toBe(`/imports/${id}`)
  expect(files).toEqual([{ name: 'September 2018.tsv', bytes: Buffer.byteLength(BODY) }])
  expect(preview).toMatchObject({ isSample: false, counts: { rows: 3_000 }, opened: { format: 'icews-benchmark' } })
  expect(preview?.events.length).toBeGreaterThan(5)
  expect(preview?.names.known.names).toBeGreaterThan(2)

  const planned = await start(id, { into: 'september', dryRun: true })
  expect([planned.status, viewOf(planned).preview?.collection.id]).toEqual([200, 'september'])
  expect(await importsOf()).toEqual([])

  const begun = await start(id, { into: 'september', title: 'September' })
  expect([begun.status, viewOf(begun).state]).toEqual([202, 'running'])
  const { kinds, last } = await ended(id)
  expect(new Set(kinds.slice(0, -1))).toEqual(new Set(kinds.length > 1 ? ['progress'] : []))
  expect([kinds.at(-1), last.state]).toEqual(['end', 'done'])
  const { report } = last
  expect(report?.counts).toEqual(preview?.counts)
  expect(await eventsOf('september')).toBe(report?.counts.events)

  const rejects = await to('GET', `/imports/${id}/rejects`)
  expect(rejects.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(rejects.text.trimEnd().split('\n')).toHaveLength(1 + (report?.counts.aside ?? 0))
  expect(await importsOf()).toMatchObject([{ id: report?.id, state: 'DONE', by: 'local' }])

  await start(id, { into: 'september' })
  expect((await ended(id)).last.state).toBe('there')

  const undone = await to('DELETE', `/imports/${encodeURIComponent(report?.id ?? '')}`)
  expect(JSON.parse(undone.text)).toMatchObject({ events: report?.counts.events })
  expect(await eventsOf('september')).toBe(0)
  expect(await importsOf()).toEqual([])
  expect((await to('DELETE', `/imports/${id}`)).status).toBe(200)
  expect((await to('GET', `/imports/${id}`)).status).toBe(404)
})

test('rows that are rejected are told, and nothing is taken unless they are to be left out', async () => {
  const spoilt = [...MONTH.slice(0, 100), 'France\tDance a waltz with\tJapan\t2018-09-01'].join('\n')
  const { id } = viewOf(await put('spoilt.tsv', spoilt))
  await start(id, { into: 'spoilt' })
  expect((await ended(id)).last).toMatchObject({ state: 'rejected', report: { counts: { rejected: 1 } } })
  expect((await to('GET', `/imports/${id}/rejects`)).text).toContain('Dance a waltz with')
  expect(await eventsOf('spoilt')).toBe(0)
  await start(id, { into: 'spoilt', onError: 'skip-row' })
  expect((await ended(id)).last).toMatchObject({ state: 'done', report: { counts: { rejected: 1 } } })
  expect(await eventsOf('spoilt')).toBeGreaterThan(50)
})

test('several files make one upload', async () => {
  const half = `${MONTH.slice(0, 1_500).join('\n')}\n`
  const { id } = viewOf(await put('a.tsv', half))
  const both = await put('b.tsv', BODY.slice(half.length), `/imports/${id}`)
  expect(viewOf(both)).toMatchObject({ id, files: [{ name: 'a.tsv' }, { name: 'b.tsv' }] })
  expect(viewOf(both).preview?.counts.rows).toBe(3_000)
})

test('an import that is stopped leaves nothing', async () => {
  const { id } = viewOf(await put('stopped.tsv', BODY))
  await start(id, { into: 'stopped' })
  expect((await start(id, { into: 'other' })).status).toBe(409)
  expect((await to('DELETE', `/imports/${id}`)).status).toBe(200)
  const { last } = await ended(id)
  expect(last.state).toBe('stopped')
  expect(await eventsOf('stopped')).toBe(0)
  expect((await importsOf()).filter(({ collection }) => collection === 'stopped')).toEqual([])
})

test('a name that leads out of the folder leads nowhere', async () => {
  const sent = await put('../../../entente.sqlite', BODY)
  expect(viewOf(sent).files[0]?.name).toBe('entente.sqlite')
  expect(readdirSync(folder)).toEqual(['data'])
  expect(readdirSync(data).filter((name) => !name.startsWith('entente.sqlite'))).toEqual(['uploads'])
  await to('DELETE', `/imports/${viewOf(sent).id}`)
})

test('a file that nobody reads is kept and told in words', async () => {
  const { status, text } = await put('odd.bin', '\u0000\u0001\u0002')
  expect([status, (JSON.parse(text) as JobView).preview]).toEqual([201, null])
  expect((JSON.parse(text) as JobView).says).toMatch(/odd\.bin/)
})

test.each<readonly [string, number, Asked]>([
  ['a body over the limit, by its length', 413, { method: 'PUT', headers: { 'content-length': '2000000' } }],
  ['nothing', 400, { method: 'PUT' }],
  ['a packed body', 415, { method: 'PUT', body: 'x', headers: { 'content-encoding': 'gzip' } }],
  ['a form', 415, { method: 'PUT', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
  ['a file for no upload', 404, { method: 'PUT', path: '/imports/00', body: 'x' }],
  [
    'a start without JSON',
    415,
    { method: 'POST', path: '/imports/00', body: '{}', headers: { 'content-type': 'text/plain' } },
  ],
  [
    'a start of no upload',
    404,
    { method: 'POST', path: '/imports/00', body: '{}', headers: { 'content-type': 'application/json' } },
  ],
  [
    'a start of another site',
    403,
    {
      method: 'POST',
      path: '/imports/00',
      body: '{}',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
    },
  ],
  ['an undo of nothing', 404, { method: 'DELETE', path: '/imports/a@0123456789abcdef' }],
])('%s is refused with %i', async (_, status, asked) => {
  expect((await ask(served.address, { path: '/imports', ...asked })).status).toBe(status)
})

test('a body that turns out to be over the limit is refused, and nothing of it stays', async () => {
  const before = readdirSync(join(data, 'uploads'))
  const { status, text } = await ask(served.address, {
    method: 'PUT',
    path: '/imports',
    body: Array.from({ length: 20 }, () => 'x'.repeat(100_000)),
  })
  expect([status, text]).toEqual([413, expect.stringContaining('1,048,576 bytes at most')])
  expect(readdirSync(join(data, 'uploads'))).toEqual(before)
})

test('settings that cannot be right are refused in words', async () => {
  const { id } = viewOf(await put('month.tsv', BODY))
  const refusals: readonly (readonly [unknown, string])[] = [
    [{ in: 'x' }, '"in" is no field'],
    [{ into: 7 }, 'into is a text'],
    [{ onError: 'ignore' }, 'onError is reject-file or skip-row'],
    [{ names: { Korea: 'South Korea' } }, '"Korea" has no id'],
    [[], 'is an object'],
    [{ dryRun: 'yes' }, 'dryRun is true or false'],
  ]
  for (const [settings, says] of refusals) {
    const { status, text } = await start(id, settings as object)
    expect([status, text]).toEqual([400, expect.stringContaining(says)])
  }
  await to('DELETE', `/imports/${id}`)
})

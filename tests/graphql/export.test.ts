import { get } from 'node:http'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { EXPORT_FORMATS } from '../../server/cli/export-formats.ts'
import { READER } from '../support/grants.ts'
import { ask } from '../support/http.ts'
import { anEvent, LOADER, someEvidence } from '../support/records.ts'
import { CASE, serving, type Serving } from './serving.ts'

const PREFLIGHT = { 'x-entente-preflight': '1' }

let open: Serving
let locked: Serving
beforeAll(async () => {
  ;[open, locked] = await Promise.all([serving(), serving({ grants: [READER] })])
})
afterAll(() => Promise.all([open.close(), locked.close()]))

function exported(
  of: Serving,
  given: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = PREFLIGHT,
) {
  return ask(of.address, { path: `/export?${new URLSearchParams(given)}`, headers })
}

describe('GET /export', () => {
  test.each(EXPORT_FORMATS)('$name comes as a file that is not kept anywhere', async (format) => {
    const { status, headers, text } = await exported(open, {
      format: format.name,
      filter: `{"collections":["${CASE}"]}`,
    })
    expect(status).toBe(200)
    expect(headers['content-type']).toBe(format.mediaType)
    expect(headers['content-disposition']).toBe(`attachment; filename="${CASE}-2025-11-11.${format.extension}"`)
    expect(headers['cache-control']).toBe('no-store')
    expect(text).toContain('Volker Türk')
  })

  test('only what passes the filter leaves, with whom it names', async () => {
    const filter = JSON.stringify({ kinds: ['SUSPENSION'], target: 'us' })
    const told = JSON.parse((await exported(open, { format: 'json', filter })).text) as Told
    const { events } = await open.ask<{ events: { nodes: readonly { readonly id: string }[] } }>(
      '{ events(filter: { kinds: [SUSPENSION], target: "us" }, first: 500) { nodes { id } } }',
    )
    expect(told.events.map(({ id }) => id).sort()).toEqual(events.nodes.map(({ id }) => id).sort())
    expect(told.events.length).toBeGreaterThan(0)
    const actors = new Set(told.actors.map(({ actor }) => actor))
    for (const { actor, target } of told.events) expect([actors.has(actor), actors.has(target)]).toEqual([true, true])
    expect(actors.has('volker-turk')).toBe(false)
  })

  test('the day before anything was known nothing leaves', async () => {
    const { text } = await exported(open, { format: 'json', filter: '{"asKnownOn":"2025-01-01"}' })
    expect(JSON.parse(text)).toMatchObject({ asKnownOn: '2025-01-01', events: [], sources: [] })
  })

  test.each([
    [{ format: 'xls' }, /^format: there is no "xls"\. There are: csv, json,/],
    [{ filter: '[]' }, /^filter: give an EventFilter/],
    [{ filter: '{' }, /^filter: give an EventFilter/],
    [{ filter: '{"kind":"SUSPENSION"}' }, /^filter.*"kind"/],
    [{ filter: '{"kinds":["SULKING"]}' }, /^filter\.kinds\.0: .*SULKING/],
    [{ filter: '{"actor":"atlantis"}' }, /^filter\.actor: no actor has the id "atlantis"/],
    [{ filter: '{"asKnownOn":"yesterday"}' }, /^filter\.asKnownOn/],
    [{ filter: '{"__proto__":{"kinds":[]}}' }, /^filter/],
    [{ level: 'BOTTOM' }, /^level is ACTOR or TOP/],
  ])('%o is refused in words', async (given, says) => {
    const { status, text } = await exported(open, given)
    expect([status, text]).toEqual([400, expect.stringMatching(says)])
  })

  test('it asks for the header that no other site can send, for a token where there are tokens, and for GET', async () => {
    expect((await exported(open, { format: 'csv' }, {})).status).toBe(403)
    expect((await exported(locked, { format: 'csv' })).status).toBe(401)
    const bearer = { ...PREFLIGHT, authorization: `Bearer ${READER.token}` }
    expect((await exported(locked, { format: 'csv' }, bearer)).status).toBe(200)
    const { status, headers } = await ask(open.address, {
      method: 'POST',
      path: '/export',
      headers: PREFLIGHT,
      body: '{}',
    })
    expect([status, headers['allow']]).toEqual([405, 'GET'])
  })

  test('who takes nothing of it keeps two places at most, and gives them back by going', async () => {
    const quote = 'long '.repeat(1_000)
    const evidence = [someEvidence({ source: `${CASE}/realist-english`, quote })]
    const events = Array.from({ length: 4_000 }, (_, at) =>
      anEvent({ id: `${CASE}/long-${at}`, collection: CASE, evidence }),
    )
    await open.store.apply({ writer: LOADER, events })
    const slow = await Promise.all([begun(open.address), begun(open.address)])
    expect((await exported(open, { format: 'json' })).status).toBe(503)
    for (const each of slow) each.destroy()
    const few = { format: 'csv', filter: '{"actor":"volker-turk"}' }
    await vi.waitFor(async () => expect((await exported(open, few)).status).toBe(200), { timeout: 10_000 })
    await open.store.apply({ writer: LOADER, remove: { events: events.map(({ id }) => id) } })
  })
})

interface Told {
  readonly events: readonly { readonly id: string; readonly actor: string; readonly target: string }[]
  readonly actors: readonly { readonly actor: string }[]
}

/** An export whose headers have come and of which nothing more is taken. */
async function begun(address: string) {
  const request = get(`${address}/export?format=json`, { headers: PREFLIGHT })
  request.on('error', () => {})
  await once(request, 'response')
  return request
}

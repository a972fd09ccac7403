import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventRecord } from '../../../server/domain/records.ts'
import { ConflictError, RecordError } from '../../../server/hand/recorder.ts'
import type { AuditEntry } from '../../../server/store/graph-store.ts'
import { anEvent, coded } from '../../support/records.ts'
import { broken } from '../ingest/small-case.ts'
import { CONDEMNS, CROCIA, LETTER, openWorkshop, theDay, type Workshop } from './workshop.ts'

let shop: Workshop
beforeEach(async () => {
  shop = await openWorkshop()
  await shop.load()
})
afterEach(() => shop.close())

async function eventOf(id: string): Promise<EventRecord> {
  const [event] = await shop.store.eventDetails([id])
  if (!event) throw new RangeError(`No event ${id}.`)
  return event
}

const noted = async () =>
  (await shop.log())
    .filter(({ key }) => key !== null)
    .map(({ action, key, writer }: AuditEntry) => [action, key, writer.name])

describe('a version that the store has not reached', () => {
  it('is refused, whatever is written, and nothing is', async () => {
    const { hand, store } = shop
    const version = await store.version()
    const step = { status: 'CONFIRMED', on: theDay('2025-11-21') } as const
    const merge = { from: 'b-navy', into: 'club', preview: true, reason: null }
    for (const write of [
      () => hand.saveActor(CROCIA, version + 1),
      () => hand.setEventStatus('small/a-shares', step, version + 1),
      () => hand.mergeActors(merge, version + 1),
    ]) {
      const refused = await write().catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(RecordError)
      expect(refused).toMatchObject({ argument: 'ifVersion', says: expect.stringContaining(`version ${version} only`) })
    }
    expect(await store.version()).toBe(version)
  })
})

describe('what a hand writes', () => {
  it('is what a file of the same words would have said', async () => {
    const { hand } = shop
    await hand.saveActor({ ...CROCIA, aliases: ['Cro'] }, null)
    await hand.saveSource({ ...LETTER, id: 'small/letter', url: 'https://letter.example', reliability: 'B' }, null)
    const affiliation = { collection: 'small', type: 'MEMBER_OF', actor: 'c', to: 'club', since: '2001' } as const
    await hand.saveAffiliation({ ...affiliation, evidence: [{ source: 'letter' }] }, null)
    await hand.recordEvent(
      {
        ...CONDEMNS,
        id: 'c-suspends',
        actor: 'c',
        kind: 'SUSPENSION',
        subtype: 'aid',
        stage: 'THREATENED',
        history: [{ status: 'CONFIRMED', on: theDay('2025-11-21') }],
        evidence: [
          { source: 'small/letter', relayedFrom: 'wire', quote: 'no' },
          { source: 'paper', stance: 'DENIES' },
        ],
      },
      null,
    )
    const byFile = await openWorkshop()
    const added: Readonly<Record<string, string>> = {
      'actors.yaml': '- { id: c, kind: STATE, name: Crocia, aliases: [Cro] }\n',
      'sources.yaml':
        '- { id: letter, publisher: A letter, published: 2025-11-20, url: https://letter.example, reliability: B }\n',
      'affiliations.yaml': '- { type: MEMBER_OF, actor: c, to: club, since: 2001, evidence: [{ source: letter }] }\n',
      'events.yaml': `- id: c-suspends
  actor: c
  target: b
  kind: SUSPENSION
  subtype: aid
  stage: THREATENED
  occurred: 2025-11-05
  history: [{ status: CONFIRMED, on: 2025-11-21 }]
  evidence: [{ source: letter, relayedFrom: wire, quote: "no" }, { source: paper, stance: DENIES }]
`,
    }
    const texts = broken('case.yaml', 'Small', 'Small')
    await byFile.load(new Map([...texts].map(([name, text]) => [name, text + (added[name] ?? '')])))
    expect(await shop.held()).toEqual(await byFile.held())
    await byFile.close()
  })

  it('is noted with who, when and what was before', async () => {
    await shop.hand.saveSource({ ...LETTER, id: 'paper', publisher: 'The Papers' }, null)
    const [load, entry] = await shop.log()
    expect(load).toMatchObject({ action: 'load', key: null, after: { changed: 12 } })
    expect(entry).toMatchObject({
      action: 'saveSource',
      key: 'source:small/paper',
      at: '2026-11-23T10:00:00.000Z',
      writer: { by: 'HAND', name: 'Ana' },
      before: { publisher: 'The Paper' },
      beforeWriter: { by: 'LOAD', name: 'small' },
      after: { publisher: 'The Papers' },
    })
  })

  it('that says nothing else changes nothing', async () => {
    const { change, version } = await shop.hand.saveActor({ ...CROCIA, id: 'b', name: 'Boetia' }, null)
    expect([change, version]).toEqual([null, await shop.store.version()])
    expect(await noted()).toEqual([])
  })

  it('gets a readable id of its own where none is given, never that of what was retracted', async () => {
    const { hand } = shop
    const first = await hand.recordEvent(CONDEMNS, null)
    expect(first.id).toBe('small/a-statement-b-2025-11-05')
    await hand.retractEvent(first.id, 'A slip.', null)
    expect((await hand.recordEvent(CONDEMNS, null)).id).toBe('small/a-statement-b-2025-11-05-2')
    expect((await hand.recordEvent(CONDEMNS, null)).id).toBe('small/a-statement-b-2025-11-05-3')
    const open = await hand.recordEvent({ ...CONDEMNS, occurred: '/2025-08-31' }, null)
    expect(open.id).toBe('small/a-statement-b-2025-08-31')
  })

  it('is made one after the other, whatever is asked at once', async () => {
    const before = await shop.store.version()
    const all = await Promise.all(Array.from({ length: 12 }, () => shop.hand.recordEvent(CONDEMNS, null)))
    expect(new Set(all.map(({ id }) => id)).size).toBe(12)
    expect(all.map(({ version }) => version - before)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
  })
})

describe('the version that was seen', () => {
  it('refuses what was written after it, and takes what was not', async () => {
    const { hand } = shop
    const seen = await shop.store.version()
    await hand.recordEvent(CONDEMNS, null)
    const draft = { ...LETTER, id: 'paper' }
    const { version } = await hand.saveSource(draft, seen)
    await expect(hand.saveSource({ ...draft, title: 'T' }, seen)).rejects.toMatchObject({
      name: 'ConflictError',
      record: 'source:small/paper',
      version,
    })
    expect(await hand.saveSource({ ...draft, title: 'T' }, version)).toMatchObject({ version: version + 1 })
  })

  it('refuses to make what is not there any more', async () => {
    const { hand } = shop
    const { id, version } = await hand.recordEvent(CONDEMNS, null)
    await hand.retractEvent(id, 'A slip.', version)
    for (const change of [
      () => hand.recordEvent({ ...CONDEMNS, id }, version),
      () => hand.setEventStatus(id, { status: 'DENIED', on: theDay('2025-11-21') }, version),
      () => hand.addEvidence(id, { source: 'paper' }, version),
      () => hand.saveActor(CROCIA, version),
    ]) {
      await expect(change()).rejects.toMatchObject({ name: 'ConflictError', version: null })
    }
    await expect(hand.setEventStatus(id, { status: 'DENIED', on: 1 }, null)).rejects.toThrow(RecordError)
  })

  it('is needed to replace an event, and goes with its id', async () => {
    const { hand } = shop
    const draft = { ...CONDEMNS, id: 'small/a-shares', kind: 'COOPERATION', subtype: 'intelligence' } as const
    await expect(hand.recordEvent(draft, null)).rejects.toThrow(ConflictError)
    const { version } = await hand.recordEvent({ ...draft, scope: 'all' }, await shop.store.version())
    expect(await eventOf('small/a-shares')).toMatchObject({ scope: 'all', target: 'b' })
    await expect(hand.recordEvent(CONDEMNS, version)).rejects.toMatchObject({ argument: 'event.id' })
  })
})

describe('evidence', () => {
  it('is added as the last with the next number, and taken off', async () => {
    const { hand } = shop
    const id = 'small/a-suspends'
    await hand.addEvidence(id, { source: 'wire', stance: 'DENIES', about: 'CONTENT' }, null)
    await hand.addEvidence(id, { source: 'small/paper', quote: 'again' }, null)
    await hand.removeEvidence(id, '1', 'It is not about this.', null)
    const { version } = await hand.addEvidence(id, { source: 'paper', id: 'own' }, null)
    expect((await eventOf(id)).evidence.map((each) => [each.id, each.source])).toEqual([
      ['2', 'small/wire'],
      ['3', 'small/paper'],
      ['own', 'small/paper'],
    ])
    expect((await shop.log()).at(-2)).toMatchObject({ action: 'removeEvidence', reason: 'It is not about this.' })
    expect((await shop.memory.snapshot()).version).toBe(version)
  })

  it.each([
    ['an unknown source', { source: 'papre' }, 'evidence.source', /Did you mean paper\?.*saveSource/],
    ['an id that is there', { source: 'paper', id: '1' }, 'evidence.id', /another piece of evidence/],
    ['an empty quote', { source: 'paper', quote: ' ' }, 'evidence.quote', /empty/],
  ])('is refused with %s', async (_, draft, argument, says) => {
    const refused = shop.hand.addEvidence('small/a-suspends', draft, null)
    await expect(refused).rejects.toMatchObject({ name: 'RecordError', argument, says: expect.stringMatching(says) })
  })

  it('that alone asserts the act stays', async () => {
    await expect(shop.hand.removeEvidence('small/a-suspends', '1', null, null)).rejects.toMatchObject({
      argument: 'evidence',
      says: expect.stringMatching(/asserts the act.*retract it \(retractEvent\)/),
    })
    await expect(shop.hand.removeEvidence('small/a-suspends', '7', null, null)).rejects.toMatchObject({
      argument: 'evidence',
      says: 'The event has no evidence "7". It has: 1.',
    })
  })
})

describe('the status', () => {
  it('takes its place among the others, and that of one of the same day', async () => {
    const { hand } = shop
    const id = 'small/a-suspends'
    const [early, late] = [theDay('2025-11-12'), theDay('2025-12-01')]
    await hand.setEventStatus(id, { status: 'REVERSED', on: late }, null)
    await hand.setEventStatus(id, { status: 'DENIED', on: early }, null)
    await hand.setEventStatus(id, { status: 'CONFIRMED', on: early, note: 'By both.' }, null)
    expect((await eventOf(id)).history).toEqual([
      { status: 'CONFIRMED', on: early, note: 'By both.' },
      { status: 'REVERSED', on: late, note: null },
    ])
    await expect(hand.setEventStatus(id, { status: 'DENIED', on: early, note: '' }, null)).rejects.toMatchObject({
      argument: 'note',
    })
  })
})

describe('a retraction', () => {
  it('takes the event away with what names it, which stays the load’s', async () => {
    await shop.hand.retractEvent('small/a-suspends', 'It never was.', null)
    expect((await shop.held()).events.map(({ id, restores }) => [id, restores])).toEqual([
      ['small/a-restores', []],
      ['small/a-shares', []],
    ])
    expect((await shop.held()).collection.headline).toBeNull()
    const { writtenBy } = (await shop.store.readCollection('small')) ?? {}
    expect(new Set([...(writtenBy?.values() ?? [])].map(({ by }) => by))).toEqual(new Set(['LOAD']))
    expect(await shop.store.removals()).toMatchObject([{ key: 'event:small/a-suspends', reason: 'It never was.' }])
  })

  it('says why', async () => {
    await expect(shop.hand.retractEvent('small/a-suspends', ' ', null)).rejects.toMatchObject({ argument: 'reason' })
  })
})

describe('rows of a data set', () => {
  const ROW = anEvent({ id: 'feed/1', collection: 'feed', actor: 'a', target: 'b', coded: coded() })
  beforeEach(async () => {
    const { collection, actors } = await shop.held()
    const own = { collection: 'feed' }
    await shop.store.apply({
      writer: { by: 'IMPORT', name: 'feed' },
      collections: [{ ...collection, id: 'feed', kind: 'DATA_SET', headline: null, positions: [], questions: [] }],
      actors: actors.map((each) => ({ ...each, ...own })),
      events: [ROW],
    })
  })

  it('take a status and can be retracted', async () => {
    await shop.hand.setEventStatus('feed/1', { status: 'DENIED', on: theDay('2025-11-12') }, null)
    expect(await eventOf('feed/1')).toMatchObject({ history: [{ status: 'DENIED' }], coded: ROW.coded })
    await shop.hand.retractEvent('feed/1', 'Coded wrongly.', null)
    expect(await shop.store.eventDetails(['feed/1'])).toEqual([])
  })

  it('take nothing else', async () => {
    const { hand } = shop
    const feed = { collection: 'feed' }
    for (const [change, argument] of [
      [() => hand.saveActor({ ...CROCIA, ...feed }, null), 'actor.collection'],
      [() => hand.saveSource({ ...LETTER, ...feed }, null), 'source.collection'],
      [() => hand.recordEvent({ ...CONDEMNS, ...feed }, null), 'event.collection'],
      [() => hand.addEvidence('feed/1', { source: 'paper' }, null), 'event'],
      [() => hand.removeEvidence('feed/1', '1', null, null), 'event'],
      [() => hand.removeAffiliation('feed/1', null, null), 'id'],
    ] as const) {
      await expect(change()).rejects.toMatchObject({
        name: 'RecordError',
        argument,
        says: expect.stringMatching(/data set/),
      })
    }
  })
})

describe('a collection', () => {
  it('that is not there is told, with those that are', async () => {
    await expect(shop.hand.saveActor({ ...CROCIA, collection: 'smal' }, null)).rejects.toMatchObject({
      argument: 'actor.collection',
      says: 'No collection has the id "smal". Did you mean small?',
    })
    await expect(shop.hand.retractEvent('a-suspends', 'x', null)).rejects.toMatchObject({
      argument: 'event',
      says: expect.stringContaining('<collection>/<id>'),
    })
  })
})

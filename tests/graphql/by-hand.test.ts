import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask } from '../support/http.ts'
import { AID, logged, RECORD, SUSPENDED, UNDO, type Change } from './hand.ts'
import { CASE, serving, WORD, type Serving } from './serving.ts'

/**
 * Every mutation of the contract but those of events through HTTP, on a store that holds the seeded case; what is read afterwards is
 * what was written.
 */
let served: Serving
beforeEach(async () => {
  served = await serving()
})
afterEach(() => served.close())

describe('actors', () => {
  const SAVE = `mutation ($actor: ActorInput!, $ifVersion: Int) { saveActor(actor: $actor, ifVersion: $ifVersion) {
    version change actor { id name aliases version entries { name } } entry { name kind article version collection { id } } } }`
  const DENMARK = { id: 'denmark', collection: CASE, kind: 'STATE', name: 'Denmark', aliases: ['Kingdom of Denmark'] }

  test('a new one is found at once, and noted with who and how it became', async () => {
    const before = await served.store.version()
    const { saveActor } = await served.ask<{ saveActor: Change }>(SAVE, { actor: DENMARK })
    const version = before + 1
    expect(saveActor).toEqual({
      version,
      change: String(version),
      actor: {
        id: 'denmark',
        name: 'Denmark',
        aliases: ['Kingdom of Denmark'],
        version,
        entries: [{ name: 'Denmark' }],
      },
      entry: { name: 'Denmark', kind: 'STATE', article: false, version, collection: { id: CASE } },
    })
    expect(await served.ask('{ search(text: "kingdom of denmark") { actor { id } } version }')).toEqual({
      search: [{ actor: { id: 'denmark' } }],
      version,
    })
    const { auditLog } = await served.ask<{ auditLog: { nodes: readonly object[] } }>(
      '{ auditLog(first: 1) { nodes { id change version at by who action reason record before after } } }',
    )
    expect(auditLog.nodes).toEqual([
      {
        id: `${version}.1`,
        change: String(version),
        version,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        by: 'HAND',
        who: 'local',
        action: 'saveActor',
        reason: null,
        record: `actor:${CASE}/denmark`,
        before: null,
        after: {
          actor: 'denmark',
          collection: CASE,
          kind: 'STATE',
          name: 'Denmark',
          article: false,
          aliases: ['Kingdom of Denmark'],
          description: null,
          unspecified: false,
        },
      },
    ])
  })

  test('the same once more changes nothing, and there is nothing to undo', async () => {
    const { saveActor } = await served.ask<{ saveActor: Change }>(SAVE, { actor: DENMARK })
    const again = await served.ask<{ saveActor: Change }>(SAVE, { actor: DENMARK, ifVersion: saveActor.version })
    expect(again.saveActor).toMatchObject({ version: saveActor.version, change: null })
  })
})

describe('affiliations', () => {
  const SAVE = `mutation ($affiliation: AffiliationInput!) { saveAffiliation(affiliation: $affiliation) { version change
    affiliation { id type actor { id } to { id } role since version reportedOn evidence { paraphrase } } } }`
  const affiliation = {
    collection: CASE,
    type: 'PART_OF',
    actor: 'legal-experts',
    to: 'canada',
    role: 'advisers',
    since: '2025-01',
  }

  test('one is saved, rolls up, is removed and comes back by undo', async () => {
    const top = async () =>
      (await served.ask<{ actor: unknown }>('{ actor(id: "legal-experts") { top { id } } }')).actor
    const { saveAffiliation: saved } = await served.ask<{
      saveAffiliation: Change & { affiliation: { id: string } }
    }>(SAVE, { affiliation })
    const { collection: _, actor, to, ...rest } = affiliation
    expect(saved.affiliation).toMatchObject({
      ...rest,
      actor: { id: actor },
      to: { id: to },
      version: saved.version,
      reportedOn: null,
      evidence: [],
    })
    expect(await top()).toEqual({ top: { id: 'canada' } })

    const { removeAffiliation } = await served.ask<{ removeAffiliation: Change }>(
      'mutation ($id: ID!) { removeAffiliation(id: $id, reason: "Not so.") { id version change } }',
      { id: saved.affiliation.id },
    )
    expect(removeAffiliation).toMatchObject({ id: saved.affiliation.id, version: saved.version + 1 })
    expect(await top()).toEqual({ top: { id: 'legal-experts' } })
    expect(await logged(served)).toMatchObject([{ action: 'removeAffiliation', reason: 'Not so.', after: null }])

    await served.ask(UNDO, { change: removeAffiliation.change })
    expect(await top()).toEqual({ top: { id: 'canada' } })
  })

  test('one with evidence is a claim from the day of its source on', async () => {
    expect(await served.ask(SAVE, { affiliation: { ...affiliation, evidence: [WORD] } })).toMatchObject({
      saveAffiliation: { affiliation: { reportedOn: '2025-11-11', evidence: [{ paraphrase: WORD.paraphrase }] } },
    })
  })
})

describe('sources', () => {
  const SAVE = `mutation ($source: SourceInput!) { saveSource(source: $source) { version change
    source { id publisher title url published reliability version collection { id } } } }`
  const source = {
    id: 'second',
    collection: CASE,
    publisher: 'The Second',
    title: 'More of it',
    url: 'https://second.example/more',
    published: '2025-11-12',
    reliability: 'B',
  }

  test('one is saved with its day, which the log shows as a day', async () => {
    const { saveSource } = await served.ask<{ saveSource: Change }>(SAVE, { source })
    const saved = { ...source, id: `${CASE}/second` }
    expect(saveSource).toMatchObject({
      source: { ...saved, version: saveSource.version, collection: { id: CASE } },
    })
    expect(await logged(served)).toEqual([
      { action: 'saveSource', reason: null, record: `source:${CASE}/second`, before: null, after: saved },
    ])
  })

  test('evidence of another origin raises the count of origins, and goes again', async () => {
    await served.ask(SAVE, { source })
    const evidence = { source: `${CASE}/second`, quote: 'It has stopped.', speaker: 'a minister' }
    const { addEvidence } = await served.ask<{
      addEvidence: { event: { originCount: number; evidence: { id: string; quote: string | null }[] } }
    }>(
      `mutation ($evidence: EvidenceInput!) { addEvidence(event: "${SUSPENDED}", evidence: $evidence) { id version change
        event { originCount evidence { id quote speaker } } } }`,
      { evidence },
    )
    expect(addEvidence).toMatchObject({
      id: SUSPENDED,
      event: { originCount: 2, evidence: [{}, { quote: 'It has stopped.', speaker: 'a minister' }] },
    })
    const last = addEvidence.event.evidence[1]?.id
    expect(
      await served.ask(
        `mutation ($id: ID!) { removeEvidence(event: "${SUSPENDED}", evidence: $id) { event { originCount evidence { id } } } }`,
        { id: last },
      ),
    ).toMatchObject({ removeEvidence: { event: { originCount: 1, evidence: [{}] } } })
    const [entry] = await logged(served)
    expect(entry).toMatchObject({
      action: 'removeEvidence',
      record: `event:${SUSPENDED}`,
      before: { evidence: [{}, { quote: 'It has stopped.' }] },
    })
    expect(entry?.after).toMatchObject({ evidence: [{ id: '1' }] })
  })
})

describe('undo', () => {
  test('takes a change back, and itself can be taken back', async () => {
    const { recordEvent } = await served.ask<{ recordEvent: Change & { id: string } }>(RECORD, { event: AID })
    const there = async () =>
      (await served.ask<{ event: unknown }>('query ($id: ID!) { event(id: $id) { id } }', recordEvent)).event
    const { undo } = await served.ask<{ undo: Change & { records: string[] } }>(UNDO, recordEvent)
    expect(undo.records).toEqual([`event:${recordEvent.id}`])
    expect(await there()).toBeNull()
    expect(await logged(served)).toMatchObject([
      { action: 'undo', reason: 'A slip.', record: `event:${recordEvent.id}`, after: null },
    ])
    await served.ask(UNDO, undo)
    expect(await there()).toEqual({ id: recordEvent.id })
  })

  test('is a conflict where the record was changed again since', async () => {
    const { recordEvent } = await served.ask<{ recordEvent: Change & { id: string } }>(RECORD, { event: AID })
    const { setEventStatus } = await served.ask<{ setEventStatus: Change }>(
      'mutation ($id: ID!) { setEventStatus(event: $id, status: CONFIRMED, on: "2025-11-11") { version } }',
      recordEvent,
    )
    expect((await served.refusal(UNDO, recordEvent)).extensions).toEqual({
      code: 'CONFLICT',
      record: `event:${recordEvent.id}`,
      version: setEventStatus.version,
    })
  })
})

describe('one document', () => {
  test('mutations run in order, and each sees what those before it wrote', async () => {
    const found = await served.ask<{ b: Change; c: Change }>(
      `mutation ($event: EventInput!) {
        a: saveActor(actor: { id: "denmark", collection: "${CASE}", kind: STATE, name: "Denmark" }) { actor { ties { total } } }
        b: recordEvent(event: $event) { version event { actor { name ties { total } } } }
        c: setEventStatus(event: "${CASE}/denmark-1", status: CONFIRMED, on: "2025-11-11") {
          version event { status version actor { version entries { version } } } }
        d: retractEvent(event: "${CASE}/denmark-1", reason: "Enough.") { id }
        e: saveActor(actor: { id: "denmark", collection: "${CASE}", kind: STATE, name: "Danmark" }) { actor { name ties { total } } }
      }`,
      { event: { ...AID, id: 'denmark-1', actor: 'denmark' } },
    )
    const { version } = found.b
    expect(found).toEqual({
      a: { actor: { ties: { total: 0 } } },
      b: { version, event: { actor: { name: 'Denmark', ties: { total: 1 } } } },
      c: {
        version: version + 1,
        event: {
          status: 'CONFIRMED',
          version: version + 1,
          actor: { version: version - 1, entries: [{ version: version - 1 }] },
        },
      },
      d: { id: `${CASE}/denmark-1` },
      e: { actor: { name: 'Danmark', ties: { total: 0 } } },
    })
  })

  test('one that is refused leaves the others as they are', async () => {
    const { extensions } = await served.refusal(
      `mutation ($bad: EventInput!) {
        a: saveActor(actor: { id: "denmark", collection: "${CASE}", kind: STATE, name: "Denmark" }) { version }
        b: recordEvent(event: $bad) { id }
      }`,
      { bad: { ...AID, target: 'nobody' } },
    )
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'event.target' })
    expect(
      await served.ask('{ actor(id: "denmark") { name } ties(filter: { actor: "denmark", target: "us" }) { total } }'),
    ).toEqual({ actor: { name: 'Denmark' }, ties: { total: 0 } })
  })
})

test('reload reads what another program has written, before it answers', async () => {
  const scope = `{ event(id: "${SUSPENDED}") { scope } }`
  const before = await served.ask(scope)
  const database = new Database(served.file)
  database.prepare("UPDATE event SET scope = 'a foreign hand' WHERE id = ?").run(SUSPENDED)
  database.close()
  expect(await served.ask(scope)).toEqual(before)
  const version = await served.store.version()
  expect(await served.ask('mutation { reload { version } }')).toEqual({ reload: { version: version + 1 } })
  expect(await served.ask(scope)).toEqual({ event: { scope: 'a foreign hand' } })
})

test('a mutation by GET is refused and writes nothing', async () => {
  const version = await served.store.version()
  const query = encodeURIComponent('mutation { reload { version } }')
  const { status } = await ask(served.address, {
    path: `/graphql?query=${query}`,
    headers: { 'x-entente-preflight': '1' },
  })
  expect(status).toBe(405)
  expect(await served.store.version()).toBe(version)
})

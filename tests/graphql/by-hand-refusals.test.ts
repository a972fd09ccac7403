import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { post } from '../support/http.ts'
import { CASE, serving, WORD, type Serving, type Told } from './serving.ts'

/** What cannot be written, through HTTP: the code, the argument, and that nothing was written. */
let served: Serving
beforeAll(async () => {
  served = await serving()
})
afterAll(() => served.close())

const EVENT = {
  collection: CASE,
  actor: 'canada',
  target: 'us',
  kind: 'SUSPENSION',
  subtype: 'aid',
  occurred: '2025-11-10',
  evidence: [WORD],
}
const SUSPENDED = `${CASE}/uk-suspends-intelligence`
const ACTOR = { id: 'canada', collection: CASE, kind: 'STATE', name: 'Canada' }
const AFFILIATION = { collection: CASE, type: 'PART_OF', actor: 'ohchr', to: 'un' }
const SOURCE = { id: 'cnn', collection: CASE, publisher: 'CNN' }

const SAVE_ACTOR =
  'mutation ($actor: ActorInput!, $ifVersion: Int) { saveActor(actor: $actor, ifVersion: $ifVersion) { version } }'
const SAVE_AFFILIATION =
  'mutation ($affiliation: AffiliationInput!, $ifVersion: Int) { saveAffiliation(affiliation: $affiliation, ifVersion: $ifVersion) { version } }'
const SAVE_SOURCE =
  'mutation ($source: SourceInput!, $ifVersion: Int) { saveSource(source: $source, ifVersion: $ifVersion) { version } }'
const RECORD =
  'mutation ($event: EventInput!, $ifVersion: Int) { recordEvent(event: $event, ifVersion: $ifVersion) { version } }'
const ADD =
  'mutation ($event: ID!, $evidence: EvidenceInput!, $ifVersion: Int) { addEvidence(event: $event, evidence: $evidence, ifVersion: $ifVersion) { version } }'
const REMOVE =
  'mutation ($event: ID!, $evidence: ID!, $ifVersion: Int) { removeEvidence(event: $event, evidence: $evidence, ifVersion: $ifVersion) { version } }'
const STATUS =
  'mutation ($event: ID!, $ifVersion: Int) { setEventStatus(event: $event, status: CONFIRMED, on: "2025-11-11", ifVersion: $ifVersion) { version } }'
const RETRACT =
  'mutation ($event: ID!, $reason: String = "Wrong.", $ifVersion: Int) { retractEvent(event: $event, reason: $reason, ifVersion: $ifVersion) { version } }'
const REMOVE_AFFILIATION =
  'mutation ($id: ID!, $ifVersion: Int) { removeAffiliation(id: $id, ifVersion: $ifVersion) { version } }'
const MERGE =
  'mutation ($from: ID!, $into: ID!, $ifVersion: Int) { mergeActors(from: $from, into: $into, ifVersion: $ifVersion) { version } }'

async function refused(query: string, variables: Readonly<Record<string, unknown>>) {
  const version = await served.store.version()
  const { message, extensions } = await served.refusal(query, variables)
  expect(await served.store.version()).toBe(version)
  expect(message).toMatch(/[.?]$/)
  return extensions
}

describe('what cannot be right names the argument', () => {
  const inEvent = (over: object) => ({ event: { ...EVENT, ...over } })
  const withWord = (over: object) => inEvent({ evidence: [{ ...WORD, ...over }] })

  test.each<readonly [string, string, Readonly<Record<string, unknown>>]>([
    ['event.actor', RECORD, inEvent({ actor: 'nobody' })],
    ['event.target', RECORD, inEvent({ target: 'nobody' })],
    ['event.target', RECORD, inEvent({ target: 'canada' })],
    ['event.collection', RECORD, inEvent({ collection: 'nowhere' })],
    ['event.subtype', RECORD, inEvent({ subtype: 'hug' })],
    ['event.strength', RECORD, inEvent({ strength: 4 })],
    ['event.occurred', RECORD, inEvent({ occurred: 'yesterday' })],
    ['event.breaks.0', RECORD, inEvent({ breaks: [`${CASE}/canada-restricts-intelligence`] })],
    ['event.evidence', RECORD, inEvent({ evidence: [] })],
    ['event.evidence.0.source', RECORD, withWord({ source: `${CASE}/nothing` })],
    ['event.evidence.0.relayedFrom', RECORD, withWord({ relayedFrom: `${CASE}/nothing` })],
    ['actor.id', SAVE_ACTOR, { actor: { ...ACTOR, id: 'Not An Id' } }],
    ['actor.name', SAVE_ACTOR, { actor: { ...ACTOR, name: '  ' } }],
    ['actor.collection', SAVE_ACTOR, { actor: { ...ACTOR, collection: 'nowhere' } }],
    ['affiliation.to', SAVE_AFFILIATION, { affiliation: { ...AFFILIATION, to: 'nobody' } }],
    ['affiliation.since', SAVE_AFFILIATION, { affiliation: { ...AFFILIATION, since: 'long ago' } }],
    ['source.url', SAVE_SOURCE, { source: { ...SOURCE, url: 'javascript:alert(1)' } }],
    ['source.publisher', SAVE_SOURCE, { source: { ...SOURCE, publisher: '' } }],
    ['event', ADD, { event: `${CASE}/nothing`, evidence: WORD }],
    ['evidence.source', ADD, { event: SUSPENDED, evidence: { ...WORD, source: `${CASE}/nothing` } }],
    ['event', STATUS, { event: `${CASE}/nothing` }],
    ['event', RETRACT, { event: `${CASE}/nothing` }],
    ['reason', RETRACT, { event: SUSPENDED, reason: ' ' }],
    ['evidence', REMOVE, { event: SUSPENDED, evidence: `${SUSPENDED}#9` }],
    ['id', REMOVE_AFFILIATION, { id: `${CASE}/nothing` }],
    ['from', MERGE, { from: 'nobody', into: 'canada' }],
    ['into', MERGE, { from: 'canada', into: 'nobody' }],
    ['into', MERGE, { from: 'canada', into: 'canada' }],
  ])('%s', async (argument, query, variables) => {
    expect(await refused(query, variables)).toEqual({ code: 'BAD_USER_INPUT', argument })
  })

  test('the last evidence that asserts is not taken away: retract the event', async () => {
    const { message, extensions } = await served.refusal(REMOVE, { event: SUSPENDED, evidence: `${SUSPENDED}#1` })
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'evidence' })
    expect(message).toContain('retract')
  })

  test.each(['', '0', '999999', 'abc', '1.1', '-1', '١'])('undo: %j is no change', async (change) => {
    const undo = 'mutation ($change: ID!) { undo(change: $change) { version } }'
    expect(await refused(undo, { change })).toEqual({ code: 'BAD_USER_INPUT', argument: 'change' })
  })

  test('half a surrogate pair anywhere is no text', async () => {
    expect(await refused(RECORD, withWord({ quote: 'half \ud83d of it' }))).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'event.evidence.0.quote',
    })
    expect(await refused(RETRACT, { event: SUSPENDED, reason: '\udc00' })).toMatchObject({ argument: 'reason' })
  })

  test('a day that is none is refused by the scalar, a kind that is none by the vocabulary', async () => {
    for (const source of [
      { ...SOURCE, published: '2025-02-30' },
      { ...SOURCE, reliability: 'G' },
    ]) {
      expect(await refused(SAVE_SOURCE, { source })).toEqual({ code: 'BAD_USER_INPUT' })
    }
  })
})

describe('ifVersion', () => {
  test.each<readonly [string, string, string, Readonly<Record<string, unknown>>]>([
    ['saveActor', `actor:${CASE}/canada`, SAVE_ACTOR, { actor: { ...ACTOR, name: 'Kanada' } }],
    ['saveSource', `source:${CASE}/cnn`, SAVE_SOURCE, { source: { ...SOURCE, publisher: 'Cable' } }],
    ['recordEvent', `event:${SUSPENDED}`, RECORD, { event: { ...EVENT, id: SUSPENDED } }],
    ['addEvidence', `event:${SUSPENDED}`, ADD, { event: SUSPENDED, evidence: WORD }],
    ['removeEvidence', `event:${SUSPENDED}`, REMOVE, { event: SUSPENDED, evidence: `${SUSPENDED}#1` }],
    ['setEventStatus', `event:${SUSPENDED}`, STATUS, { event: SUSPENDED }],
    ['retractEvent', `event:${SUSPENDED}`, RETRACT, { event: SUSPENDED }],
  ])('%s of a record that was written later is a conflict', async (_, record, query, variables) => {
    const [[, revision] = []] = await served.store.revisions([record as `event:${string}`])
    const version = revision?.version ?? Number.NaN
    expect(await refused(query, { ...variables, ifVersion: version - 1 })).toEqual({
      code: 'CONFLICT',
      record,
      version,
    })
  })

  test('affiliations too', async () => {
    const { actor } = await served.ask<{ actor: { affiliations: { id: string; version: number }[] } }>(
      '{ actor(id: "ohchr") { affiliations { id version } } }',
    )
    const [{ id, version } = { id: '', version: 0 }] = actor.affiliations
    const conflict = { code: 'CONFLICT', record: `affiliation:${id}`, version }
    expect(await refused(REMOVE_AFFILIATION, { id, ifVersion: version - 1 })).toEqual(conflict)
    const affiliation = { ...AFFILIATION, role: 'office' }
    expect(await refused(SAVE_AFFILIATION, { affiliation, ifVersion: version - 1 })).toEqual(conflict)
  })

  test('an event is replaced only by one who says what was seen', async () => {
    expect(await refused(RECORD, { event: { ...EVENT, id: SUSPENDED } })).toMatchObject({ code: 'CONFLICT' })
  })

  test('the version that an answer shows lets one write, once', async () => {
    const version = `{ event(id: "${SUSPENDED}") { version } version }`
    const seen = await served.ask<{ event: { version: number }; version: number }>(version)
    expect(seen.event.version).toBeLessThanOrEqual(seen.version)
    await served.ask(STATUS, { event: SUSPENDED, ifVersion: seen.event.version })
    const after = await served.ask<{ event: { version: number }; version: number }>(version)
    expect(after).toEqual({ event: { version: seen.version + 1 }, version: seen.version + 1 })
    expect(await refused(STATUS, { event: SUSPENDED, ifVersion: seen.event.version })).toMatchObject({
      code: 'CONFLICT',
    })
  })

  test('of many who saw the same version one writes, the others are told', async () => {
    const { event } = await served.ask<{ event: { version: number } }>(`{ event(id: "${SUSPENDED}") { version } }`)
    const add = (paraphrase: string) =>
      post(served.address, {
        query: ADD,
        variables: { event: SUSPENDED, evidence: { ...WORD, paraphrase }, ifVersion: event.version },
      })
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(add))
    const told = answers.map(({ text }) => JSON.parse(text) as { errors?: readonly Told[] })
    expect(told.filter(({ errors }) => errors === undefined)).toHaveLength(1)
    expect(told.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions['code']))).toEqual(
      Array.from({ length: 5 }, () => 'CONFLICT'),
    )
    expect(await served.store.version()).toBe(event.version + 1)
  })
})

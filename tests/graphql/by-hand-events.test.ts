import { afterEach, beforeEach, expect, test } from 'vitest'
import { SEEDED_CASE } from '../../server/cli/seeded-case.ts'
import { checkCase } from '../../server/ingest/case/check-case.ts'
import { loadCase } from '../../server/ingest/load.ts'
import { AID, logged, RECORD, SUSPENDED, UNDO, type Change } from './hand.ts'
import { CASE, serving, WORD, type Serving } from './serving.ts'

/** Events recorded, replaced, told of and retracted by hand, through HTTP, on a store that holds the seeded case. */
let served: Serving
beforeEach(async () => {
  served = await serving()
})
afterEach(() => served.close())

const RETRACT = 'mutation ($id: ID!) { retractEvent(event: $id, reason: "Told twice.") { id version change } }'

async function whoLeft(): Promise<readonly string[]> {
  const { distancing } = await served.ask<{ distancing: { rows: { who: { id: string } }[] } }>(
    '{ distancing(toward: "us") { rows { who { id } } } }',
  )
  return distancing.rows.map((row) => row.who.id)
}

test('one is recorded with what its subtype says, and stands in the next answer', async () => {
  const { recordEvent } = await served.ask<{ recordEvent: Change & { id: string } }>(RECORD, { event: AID })
  expect(recordEvent).toMatchObject({ event: { version: recordEvent.version }, change: String(recordEvent.version) })
  expect(
    await served.ask(
      'query ($id: ID!) { event(id: $id) { strength mark stage status originCount scope } }',
      recordEvent,
    ),
  ).toEqual({
    event: { strength: 3, mark: 'YES', stage: 'ACTUAL', status: 'REPORTED', originCount: 1, scope: 'patrol boats' },
  })
  expect(await whoLeft()).toEqual(['canada', 'uk'])
})

test('with ifVersion it is replaced as a whole', async () => {
  const { recordEvent } = await served.ask<{ recordEvent: Change & { id: string } }>(RECORD, { event: AID })
  const { id, version: ifVersion } = recordEvent
  // Evidence is given back under the id that was read.
  const evidence = [
    { ...WORD, id: `${id}#1` },
    { ...WORD, quote: 'And more.' },
  ]
  const history = [{ status: 'CONFIRMED', on: '2025-11-11', note: 'Seen.' }]
  await served.ask(
    'mutation ($event: EventInput!, $ifVersion: Int) { recordEvent(event: $event, ifVersion: $ifVersion) { id } }',
    { event: { ...AID, id, evidence, scope: null, history }, ifVersion },
  )
  expect(
    await served.ask(
      'query ($id: ID!) { event(id: $id) { scope status history { status on note } evidence { id quote } } }',
      { id },
    ),
  ).toEqual({
    event: {
      scope: null,
      status: 'CONFIRMED',
      history,
      evidence: [
        { id: `${id}#1`, quote: null },
        { id: `${id}#2`, quote: 'And more.' },
      ],
    },
  })
  expect(await logged(served)).toMatchObject([
    { action: 'recordEvent', before: { scope: 'patrol boats' }, after: { history: [{ on: '2025-11-11' }] } },
  ])
})

const STATUS = `mutation ($status: Status!) { setEventStatus(event: "${SUSPENDED}", status: $status, on: "2025-11-11", note: "Seen.") {
  version event { status history { status on note } } } }`

test('REVERSED restores what was suspended; on the same day a step replaces the one before', async () => {
  await served.ask(STATUS, { status: 'CONFIRMED' })
  expect(await served.ask(STATUS, { status: 'REVERSED' })).toMatchObject({
    setEventStatus: {
      event: { status: 'REVERSED', history: [{ status: 'REVERSED', on: '2025-11-11', note: 'Seen.' }] },
    },
  })
  expect(
    await served.ask('{ distancing(toward: "us", by: "uk") { rows { restored { known on } acts { status } } } }'),
  ).toEqual({
    distancing: { rows: [{ restored: { known: true, on: '2025-11-11' }, acts: [{ status: 'REVERSED' }] }] },
  })
})

test('DENIED takes the act out of the answer', async () => {
  expect(await whoLeft()).toEqual(['uk', 'canada'])
  await served.ask(STATUS, { status: 'DENIED' })
  expect(await whoLeft()).toEqual(['canada'])
  expect(await served.ask(`{ event(id: "${SUSPENDED}") { status } }`)).toEqual({ event: { status: 'DENIED' } })
})

test('retracted, it is in no answer; a load of the case does not bring it back, its undo does', async () => {
  const everywhere = `{ event(id: "${SUSPENDED}") { id } events(filter: { actor: "uk" }) { nodes { id } }
    ties(filter: { actor: "uk" }) { items { id } } actor(id: "uk") { events { nodes { id } } }
    stats(filter: { actor: "uk", kinds: [SUSPENSION] }) { events } source(id: "${CASE}/cnn") { publisher } }`
  const before = await served.ask(everywhere)
  expect(JSON.stringify(before)).toContain(SUSPENDED)

  const { retractEvent } = await served.ask<{ retractEvent: Change }>(RETRACT, { id: SUSPENDED })
  expect(retractEvent).toEqual({
    id: SUSPENDED,
    version: retractEvent.version,
    change: String(retractEvent.version),
  })
  const nowhere = await served.ask(everywhere)
  expect(nowhere).toMatchObject({ event: null, ties: { items: [{ id: 'uk>jiatf-south' }] }, stats: { events: 0 } })
  expect(JSON.stringify(nowhere)).not.toContain(SUSPENDED)
  expect(await whoLeft()).toEqual(['canada'])
  expect(await logged(served)).toMatchObject([
    {
      action: 'retractEvent',
      reason: 'Told twice.',
      record: `event:${SUSPENDED}`,
      before: { scope: 'maritime intelligence on suspected drug-smuggling boats', evidence: [{}] },
      after: null,
    },
  ])

  const { contents } = await checkCase(SEEDED_CASE)
  if (!contents) throw new Error('The seeded case has problems.')
  await loadCase(served.store, contents, CASE)
  expect(await served.ask(everywhere)).toEqual(nowhere)

  await served.ask(UNDO, retractEvent)
  expect(await served.ask(everywhere)).toEqual(before)
})

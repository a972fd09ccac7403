import { expect, test } from 'vitest'
import { toChangesTable } from '../../../client/state/time/changes-table.ts'
import { comparedSentence } from '../../../client/state/time/compared-words.ts'
import { countChanges, isAmong, isCut, toChanges } from '../../../client/state/time/changes.ts'
import { hadHappened } from '../../../client/state/time/span.ts'
import type { EventRow, Network } from '../../../client/state/types.ts'
import type { Occurred } from '../../../client/state/words/dates.ts'
import { eventRow, network } from './made.ts'

const DAY = '2025-10-01'

function span(
  earliest: string | null,
  latest: string | null,
  given: Partial<Occurred> = {},
): Occurred & EventRow['occurred'] {
  return { earliest, latest, extent: 'ONE_DAY', openStart: false, openEnd: false, ...given }
}

const row = (id: string, given: Partial<EventRow> = {}) => eventRow(id, 'a', 'b', 'SUSPENSION', given)

test('an act had happened where its last possible day is past, or it had begun to last', () => {
  expect(hadHappened(span('2025-09-01', '2025-10-01'), DAY)).toBe(true)
  expect(hadHappened(span(null, '2025-08-31', { extent: 'THROUGHOUT' }), DAY)).toBe(true)
  expect(hadHappened(span('2025-09-01', '2025-11-11', { extent: 'THROUGHOUT' }), DAY)).toBe(true)
  expect(hadHappened(span('2025-09-01', null, { extent: 'THROUGHOUT', openEnd: true }), DAY)).toBe(true)
  expect(hadHappened(span(null, '2025-11-11', { extent: 'THROUGHOUT', openStart: true }), DAY)).toBe(true)
})

test('an act had not happened where its first possible day is still to come', () => {
  expect(hadHappened(span('2025-10-02', '2025-10-02'), DAY)).toBe(false)
  expect(hadHappened(span('2025-10-02', null, { extent: 'THROUGHOUT' }), DAY)).toBe(false)
})

test('where the day lies among its possible days nothing is said of it', () => {
  expect(hadHappened(span('2025-09-01', '2025-10-11'), DAY)).toBeNull()
  expect(hadHappened(span(null, '2025-11-11', { extent: 'THROUGHOUT' }), DAY)).toBeNull()
  expect(hadHappened(span(null, null), DAY)).toBeNull()
})

test('what is new on the later day appeared; what had happened before the earlier one was not yet reported', () => {
  const later = network([
    row('new'),
    row('late', { occurred: span(null, '2025-08-31', { extent: 'THROUGHOUT' }) }),
    row('same'),
    row('stillborn', { status: 'DENIED' }),
  ])
  const changes = toChanges(network([row('same')], [], DAY), later, DAY)
  expect([...changes]).toEqual([
    ['new', 'APPEARED'],
    ['late', 'UNREPORTED'],
  ])
})

test('a denial and a reversal end an act, every other turn is one of status', () => {
  const turns = [
    ['REPORTED', 'CONFIRMED', 'STATUS'],
    ['CONFIRMED', 'REPORTED', 'STATUS'],
    ['DENIED', 'CONFIRMED', 'STATUS'],
    ['REVERSED', 'REPORTED', 'STATUS'],
    ['DENIED', 'REVERSED', 'STATUS'],
    ['REPORTED', 'DENIED', 'ENDED'],
    ['CONFIRMED', 'REVERSED', 'ENDED'],
  ] as const
  const earlier = turns.map(([from], at) => row(`${at}`, { status: from }))
  const later = turns.map(([, to], at) => row(`${at}`, { status: to }))
  expect([...toChanges(network(earlier), network(later), DAY).values()]).toEqual(turns.map(([, , what]) => what))
})

test('a denied act, which is listed and not drawn, is found on both days', () => {
  const drawn = network([row('e')])
  const listed = { ...network([]), events: { nodes: [row('e', { status: 'DENIED' as const })], total: 1 } }
  expect(toChanges(drawn, listed, DAY).get('e')).toBe('ENDED')
  expect(toChanges(listed, listed, DAY).size).toBe(0)
})

test('the count of what appeared takes in what had happened unreported', () => {
  const changes = new Map([
    ['a', 'APPEARED'],
    ['b', 'UNREPORTED'],
    ['c', 'ENDED'],
  ] as const)
  expect(countChanges(changes)).toEqual({ APPEARED: 2, ENDED: 1, STATUS: 0, UNREPORTED: 1 })
  expect(isAmong('UNREPORTED', 'APPEARED')).toBe(true)
  expect(isAmong('APPEARED', 'UNREPORTED')).toBe(false)
  expect(isAmong('STATUS', null)).toBe(true)
})

test('changes of one sort stand in the order in which they became known', () => {
  const known = (id: string, reportedOn: string) => row(id, { reportedOn, occurred: span('2025-10-05', '2025-10-05') })
  const later = network([known('last', '2025-10-09'), known('first', '2025-10-07'), known('next', '2025-10-08')])
  const changes = toChanges(network([]), later, DAY)
  const asked = (of: Network, asKnownOn: string) =>
    ({ network: of, asKnownOn, level: 'ACTOR', collection: 'case' }) as const
  const comparison = { earlier: asked(network([]), DAY), later: asked(later, '2025-11-11'), changes }
  expect(toChangesTable(comparison, null).rows.map(({ id }) => id)).toEqual(['first', 'next', 'last'])
})

test('an act that was known before did not appear only because the day before was not read whole', () => {
  const whole = network([row('old', { reportedOn: DAY }), row('new')])
  const part = { ...network([]), events: { nodes: [], total: 1 }, stats: { ...whole.stats, events: 1 } }
  const changes = toChanges(part, whole, DAY)
  expect([...changes.keys()]).toEqual(['new'])
  expect(isCut(part)).toBe(true)
  expect(isCut(whole)).toBe(false)
  const asked = (of: Network, asKnownOn: string) =>
    ({ network: of, asKnownOn, level: 'ACTOR', collection: 'case' }) as const
  const comparison = { earlier: asked(part, DAY), later: asked(whole, '2025-11-11'), changes }
  expect(comparedSentence(comparison, { kind: 'DATA_SET' })).toBe(
    'On 1 October 2025 the sources of this data set had reported 1 event, by 11 November 2025 2. Changes are told of 2 of them.',
  )
})

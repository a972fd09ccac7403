import { describe, expect, test } from 'vitest'
import { toCooperationAnswer, type CooperationData } from '../../../client/state/answers/cooperation.ts'
import { shownNotes, withScope } from '../../../client/state/answers/events-shown.ts'
import { toKnownOnAnswer } from '../../../client/state/answers/known-on.ts'
import { toDisplayError, RefusedError, UnreachableError } from '../../../client/api/errors.ts'
import type { EventRow } from '../../../client/state/types.ts'
import { deedWords } from '../../../client/state/words/words.ts'
import { actorName, eventRow } from './made.ts'

describe('does one still cooperate with another', () => {
  const data = (given: Partial<CooperationData>): CooperationData => ({
    by: actorName('canada'),
    toward: actorName('us'),
    events: [],
    row: null,
    back: 0,
    asKnownOn: '2025-11-11',
    coded: false,
    ...given,
  })
  const patrol = eventRow('patrol', 'canada', 'us', 'COOPERATION', { scope: 'patrols' })
  const bar = eventRow('bar', 'canada', 'us', 'SUSPENSION', { scope: 'targeting' })
  const list = (...ids: string[]) => ({
    items: ids.map((id) => ({
      id,
      actor: actorName('canada'),
      target: actorName('us'),
      kind: 'COOPERATION' as const,
      subtype: 'support',
      scope: null,
      stage: 'ACTUAL' as const,
      status: 'REPORTED' as const,
      events: { nodes: [{ id }] },
    })),
    total: ids.length,
    truncated: false,
  })
  const row = (given: Partial<NonNullable<CooperationData['row']>>): NonNullable<CooperationData['row']> => ({
    id: 'row',
    who: actorName('canada'),
    fromWhom: actorName('us'),
    acts: [],
    continues: list(),
    before: list(),
    meanwhile: list(),
    restored: null,
    lag: null,
    first: { earliest: null, latest: null },
    ...given,
  })

  test('says "still" of what the contract lists as continuing', () => {
    const { sentence, highlight } = toCooperationAnswer(
      'q',
      data({ events: [patrol, bar], row: row({ continues: list('patrol') }) }),
    )
    expect(sentence).toBe(
      'The CANADA is reported still to cooperate with the US (patrols) and to have suspended targeting.',
    )
    expect([...highlight.events]).toEqual(['patrol', 'bar'])
  })

  test.each([
    ['meanwhile', row({ meanwhile: list('patrol') })],
    ['before', row({ before: list('patrol') })],
    ['in no list', null],
  ])('does not say it of what stands %s', (_, of) => {
    expect(toCooperationAnswer('q', data({ events: [patrol, bar], row: of })).sentence).not.toMatch(/\bstill\b/)
  })

  test('counts scopes, each once, and events where several have one', () => {
    const title = (...events: EventRow[]) => toCooperationAnswer('q', data({ events })).main.title
    expect(title(patrol, bar)).toBe('2 scopes')
    expect(title(patrol, bar, { ...bar, id: 'again' })).toBe('3 events in 2 scopes')
    expect(title({ ...bar, scope: null })).toBe('1 event')
  })

  test('says "restricted" of a restriction, "suspended" of the other suspensions, in the sentence and in the table', () => {
    const limit = eventRow('limit', 'canada', 'us', 'SUSPENSION', { scope: 'data', subtype: 'restriction' })
    const { sentence, main } = toCooperationAnswer('q', data({ events: [limit, bar], asKnownOn: null }))
    expect(sentence).toBe(
      'The CANADA has no cooperation recorded, is reported to have restricted data and to have suspended targeting.',
    )
    expect(main.rows.map(({ lines }) => lines[0]?.cells[0]?.[0]?.text)).toEqual(['restricted', 'suspended'])
  })

  test('says what is recorded, not what is so, where there is nothing', () => {
    expect(toCooperationAnswer('q', data({})).sentence).toBe(
      'No cooperation of the CANADA with the US and no suspension is recorded as known on 11 Nov 2025.',
    )
  })
})

test.each([
  ['ACTUAL', 'suspension'],
  ['INTENT', 'suspension, offered'],
  ['THREATENED', 'suspension, threatened'],
] as const)('an act of stage %s is called "%s"', (stage, words) => {
  expect(deedWords({ kind: 'SUSPENSION', stage })).toBe(words)
})

test('what was known is counted a day at a time, and what was not yet reported says so', () => {
  const event = { ...eventRow('e', 'uk', 'us', 'SUSPENSION'), evidence: [] }
  const { sentence, main } = toKnownOnAnswer('q', {
    events: { nodes: [event], total: 1 },
    asKnownOn: '2025-11-11',
    days: [
      { date: '2025-10-01', total: 0, status: new Map() },
      { date: '2025-11-11', total: 1, status: new Map([['e', 'REPORTED' as const]]) },
    ],
    later: [],
  })
  expect(sentence).toBe('On 1 Oct 2025 nothing was known; on 11 Nov 2025, 1 event was known.')
  const cells = main.rows[0]?.lines[0]?.cells.map((each) => each?.[0]?.text)
  expect(cells?.slice(-2)).toEqual(['Not yet reported', 'Reported'])
})

test('of more events than are read the answer says so, and tells none of them as not yet reported', () => {
  const event = { ...eventRow('e', 'uk', 'us', 'SUSPENSION', { reportedOn: '2025-10-01' }), evidence: [] }
  const { notes, main } = toKnownOnAnswer('q', {
    events: { nodes: [event], total: 2 },
    asKnownOn: '2025-11-11',
    days: [{ date: '2025-10-02', total: 2, status: new Map([['other', 'REPORTED' as const]]) }],
    later: [],
  })
  expect(notes).toEqual(['1 of 2 are shown.'])
  expect(main.rows[0]?.lines[0]?.cells.at(-1)?.[0]?.text).toBe('Known')
  const data = { events: { nodes: [event], total: 2 }, stats: { asKnownOn: '2025-11-11' } }
  expect(shownNotes(withScope(data, 'nothing of the kind'))).toEqual(['Looked for among the first 1 of 2 events.'])
})

test.each([
  [new UnreachableError(), /does not answer.*try again/i],
  [new RefusedError('BAD_USER_INPUT', 'first is 1 to 500.'), /^first is 1 to 500\.$/],
  [new RefusedError('SERVICE_UNAVAILABLE', 'The store is away.'), /^The store is away\. Nothing is lost\.$/],
  [new RefusedError('DEADLINE_EXCEEDED', 'x'), /too much/],
  [new RefusedError('FORBIDDEN', 'x'), /token/],
  [new RefusedError(null, 'a secret'), /^The server could not answer this/],
  [new TypeError('a secret'), /^Something went wrong in the page/],
])('%s is told as a plain sentence', (error, words) => {
  const sentence = toDisplayError(error)
  expect(sentence).toMatch(words)
  expect(sentence).not.toContain('secret')
})

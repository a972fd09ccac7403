import { expect, test } from 'vitest'
import { moreWords } from '../../../client/state/details/actor.ts'
import { claimsOf } from '../../../client/state/details/claims.ts'
import { denialWords, reporterWords, speakerWords, toCards } from '../../../client/state/details/evidence.ts'
import { toKnownMonths } from '../../../client/state/tie/known-months.ts'
import { scopesTitle, toScopes } from '../../../client/state/tie/scopes.ts'
import { isAtTheSameTime, whenWords } from '../../../client/state/tie/when.ts'
import type { EventRow, EvidenceCard, SourceLine } from '../../../client/state/types.ts'
import { actorName, eventRow, network } from './made.ts'

const event = (more: Partial<EventRow> = {}): EventRow =>
  eventRow('e', 'a', 'b', 'SUSPENSION', { subtype: 'intelligence', scope: 'maps', ...more })

const lasting = (earliest: string | null, latest: string | null, openEnd = false): EventRow['occurred'] => ({
  earliest,
  latest,
  extent: 'THROUGHOUT',
  openStart: false,
  openEnd,
})

const source = (id: string, more: Partial<SourceLine> = {}): SourceLine => ({
  id,
  publisher: id,
  title: null,
  url: null,
  published: '2025-11-11',
  reliability: 'F',
  ...more,
})

const said = (more: Partial<EvidenceCard> = {}): EvidenceCard => ({
  id: '1',
  source: source('Paper'),
  relayedFrom: null,
  speaker: null,
  quote: null,
  paraphrase: 'It did.',
  locator: null,
  stance: 'ASSERTS',
  about: 'ACT',
  ...more,
})

test('what went on when it became known is told to continue, and nothing else is', () => {
  expect(whenWords(event())).toBe('Sep to 11 Oct 2025')
  expect(whenWords(event({ occurred: lasting(null, '2025-11-11') }))).toBe('continues, start not stated')
  expect(whenWords(event({ occurred: lasting('2025-09-01', null, true) }))).toBe('continues since 1 Sep 2025')
  expect(whenWords(event({ occurred: lasting(null, '2025-08-31') }))).toBe('until 31 Aug 2025, start not stated')
})

test('at the same time: only where the cooperation surely outlasted a suspension that stands', () => {
  const goesOn = event({ id: 'c/f', kind: 'COOPERATION', occurred: lasting(null, '2025-11-11') })
  expect(isAtTheSameTime([event(), goesOn])).toBe(true)
  expect(isAtTheSameTime([event(), { ...goesOn, occurred: lasting(null, '2025-10-10') }])).toBe(false)
  expect(isAtTheSameTime([event({ stage: 'INTENT' }), goesOn])).toBe(false)
  expect(isAtTheSameTime([event({ status: 'REVERSED' }), goesOn])).toBe(false)
})

test('scopes: what is suspended first, cooperation last, each scope once', () => {
  const rows = toScopes([
    event({ id: '1', kind: 'COOPERATION', scope: 'ports' }),
    event({ id: '2', kind: 'PRESSURE', scope: 'prices' }),
    event({ id: '3', scope: 'maps' }),
    event({ id: '4', scope: 'maps' }),
  ])
  expect(rows.map(({ name, events }) => `${name} ${events.length}`)).toEqual(['maps 2', 'prices 1', 'ports 1'])
  expect(scopesTitle(rows)).toBe('In one scope suspended, in another cooperating')
  expect(scopesTitle(rows.slice(1))).toBe('By scope, on one time axis')
  expect(toScopes([event({ scope: null, subtype: 'joint_operation' })])[0]?.name).toBe('Joint operation')
})

test('months of knowing go back twelve, over the turn of the year', () => {
  const known = ['2025-01-31', '2025-02-01', '2026-01-15', '2024-12-31'].map((reportedOn, id) =>
    event({ id: String(id), reportedOn }),
  )
  const { months, earlier } = toKnownMonths(known, '2026-01-20')
  expect(months.map(({ name }) => name).join(' ')).toBe('Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec Jan')
  expect(months.map(({ events }) => events.length)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  expect(earlier).toBe(2)
})

test('a relay is named with whom it takes the word from, and a letter is told in words once', () => {
  const relayed = said({ relayedFrom: source('Wire', { reliability: 'B' }), speaker: 'unnamed sources' })
  expect(speakerWords(relayed)).toBe('Unnamed sources to Wire')
  expect(reporterWords([said({ stance: 'DENIES' }), relayed])).toBe('Wire citing unnamed sources')
  const cards = toCards([said({ id: '2', stance: 'DENIES' }), relayed, said({ id: '3' })])
  expect(cards.map(({ evidence, told }) => `${evidence.stance} ${[...told].join('')}`)).toEqual([
    'ASSERTS BF',
    'ASSERTS ',
    'DENIES ',
  ])
})

test('a denial says what is denied and what is not', () => {
  const content = said({ stance: 'DENIES', about: 'CONTENT', speaker: 'the Pentagon' })
  expect(denialWords([said()])).toBeNull()
  expect(denialWords([said(), content])).toBe('The Pentagon denies what was said. That it was said is not denied.')
  expect(denialWords([content, said({ stance: 'DENIES', speaker: 'the ministry' })])).toBe(
    'The ministry denies that it happened. The Pentagon denies what was said.',
  )
  expect(denialWords([content], event())).toBe('The Pentagon denies what was said. Nothing here denies the suspension.')
  expect(denialWords([content], event({ stage: 'INTENT' }))).toContain('Nothing here denies the offer.')
})

test('claims beside an event are those of the same pair, with parts outside and the two themselves inside', () => {
  const rows = [
    event({ id: 'own' }),
    event({ id: 'part', actor: actorName('a-part'), answered: true }),
    event({ id: 'silent', actor: actorName('a-part') }),
    event({ id: 'other', actor: actorName('c'), answered: true }),
    event({ id: 'inner', actor: actorName('b-part'), target: actorName('b'), disputed: true }),
    event({ id: 'inner-own', actor: actorName('b-other'), target: actorName('b') }),
  ]
  const held = network(rows, [
    { from: 'a-part', to: 'a' },
    { from: 'b-part', to: 'b' },
    { from: 'b-other', to: 'b' },
  ])
  const idsFor = (id: string) => {
    const row = rows.find((each) => each.id === id)
    return row ? claimsOf(held, row).map((claim) => claim.id) : null
  }
  expect(idsFor('own')).toEqual(['part'])
  expect(idsFor('part')).toEqual([])
  expect(idsFor('inner-own')).toEqual([])
})

test('what an actor has beside its own counts: acts of its parts, or at the top level, where these are its own, what is inside', () => {
  const known = network(
    [
      eventRow('e1', 'us', 'uk', 'PRESSURE'),
      eventRow('e2', 'fleet', 'uk', 'PRESSURE'),
      eventRow('e3', 'uk', 'fleet', 'SUSPENSION'),
      eventRow('e4', 'uk', 'fleet', 'SUSPENSION', { status: 'DENIED' }),
      eventRow('e5', 'fleet', 'corps', 'COOPERATION'),
    ],
    [
      { from: 'fleet', to: 'us' },
      { from: 'corps', to: 'us' },
    ],
  )
  expect(moreWords(known, 'us', 'ACTOR')).toBe('3 more events by or toward its parts.')
  expect(moreWords(known, 'us', 'TOP')).toBe('1 more event inside it.')
  expect(moreWords(known, 'uk', 'TOP')).toBeNull()
})

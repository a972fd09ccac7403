import { describe, expect, it } from 'vitest'
import { distancing } from '../../../server/domain/distancing/distancing.ts'
import { answerSentence } from '../../../server/domain/sentences/answer-sentence.ts'
import { eventSentence } from '../../../server/domain/sentences/event-sentence.ts'
import { rowSentence } from '../../../server/domain/sentences/row-sentence.ts'
import { createView } from '../../../server/domain/view.ts'
import type { CollectionKind } from '../../../server/domain/words.ts'
import { actorIndex, snapshotOf } from '../../support/snapshots.ts'
import { aDay } from '../../support/records.ts'
import { contentsOf, type World, type WorldEvent } from '../../support/worlds.ts'

const ACTORS = { uk: 'The United Kingdom', us: 'The United States', experts: 'Legal experts' }

function sentence(event: Partial<WorldEvent>, kind: World['kind'] = 'CASE') {
  const occurred = { actor: 'uk', target: 'us', occurred: '2025-10-05', ...event }
  const snapshot = snapshotOf(contentsOf({ actors: ACTORS, kinds: { experts: 'GROUP' }, kind, events: [occurred] }))
  return eventSentence(createView(snapshot, null, null), 0)
}

describe('a sentence of one event', () => {
  it('tells what is reported as reported, with scope and day', () => {
    expect(sentence({})).toBe(
      'The United Kingdom is reported to have suspended data toward the United States, on 5 October 2025.',
    )
  })

  it.each([
    ['[2025-09-01..2025-10-11]', 'between 1 September and 11 October 2025'],
    ['[2024-12-20..2025-01-05]', 'between 20 December 2024 and 5 January 2025'],
    ['2025-10', 'in October 2025'],
    ['2025', 'in 2025'],
    ['2025-09-01/2025-11-11', 'from 1 September to 11 November 2025'],
    ['/2025-08-31', 'until 31 August 2025, start not stated'],
    ['../2025-08-31', 'until 31 August 2025, without a beginning'],
    ['2025-09-01/', 'from 1 September 2025, end not stated'],
    ['2025-09-01/..', 'since 1 September 2025'],
  ])('tells %s as %s', (occurred, words) => {
    expect(sentence({ occurred })).toContain(`, ${words}.`)
  })

  it.each([
    [[['CONFIRMED', '2030-01-01']], 'The United Kingdom suspended data toward'],
    [[['DENIED', '2030-01-01']], 'The United Kingdom denies having suspended data toward'],
    [
      [['REVERSED', '2030-01-01']],
      'is reported to have suspended data toward the United States, on 5 October 2025, since reversed.',
    ],
  ] as const)('words the status %j', (history, words) => {
    expect(sentence({ history })).toContain(words)
  })

  it('tells coded rows as coded, offers as offered, groups in the plural, and that no scope is stated', () => {
    expect(sentence({}, 'DATA_SET')).toContain('is coded as having suspended data')
    expect(sentence({ stage: 'INTENT', subtype: 'resignation', scope: 'command' })).toContain(
      'is reported to have offered to resign toward the United States (command)',
    )
    expect(sentence({ stage: 'THREATENED' })).toContain('threatened to suspend')
    expect(sentence({ actor: 'experts', kind: 'CONDEMNATION' })).toContain(
      'Legal experts are reported to have condemned the United States over data',
    )
    expect(sentence({ scope: null })).toContain('suspended intelligence toward the United States, scope not stated, on')
  })

  it('does not take a $ in a scope for a pattern', () => {
    expect(sentence({ scope: "$& and $1 of $$'" })).toContain("suspended $& and $1 of $$' toward")
  })
})

describe('the sentence of an answer', () => {
  const world: World = {
    actors: { ...ACTORS, ca: 'Canada' },
    events: [
      { actor: 'uk', target: 'us', occurred: '2025-10-05', scope: 'x' },
      { actor: 'ca', target: 'us', occurred: '2025-10-09', scope: 'y' },
      {
        actor: 'ca',
        target: 'us',
        kind: 'COOPERATION',
        subtype: 'joint_operation',
        occurred: '/2025-11-11',
        scope: 'Z',
      },
    ],
  }
  const snapshot = snapshotOf(contentsOf(world))
  const ask = (asKnownOn: string | null) => {
    const view = createView(snapshot, asKnownOn === null ? null : aDay(asKnownOn), null)
    const query = { toward: actorIndex(snapshot, 'us'), level: 'TOP', include: new Set<never>() } as const
    return answerSentence(view, distancing(view, query))
  }

  it('counts, says the day, and tells the acts of each row', () => {
    expect(ask(null)).toBe(
      'Distancing from the United States, as known on 1 January 2030: 2 actors. ' +
        'The United Kingdom is reported to have suspended x toward the United States, on 5 October 2025; ' +
        'Canada is reported to have suspended y toward the United States, on 9 October 2025.',
    )
  })

  it('leaves "still" to the rows, and there to what surely goes on', () => {
    const view = createView(snapshot, null, null)
    const query = { toward: actorIndex(snapshot, 'us'), level: 'TOP', include: new Set<never>() } as const
    expect(distancing(view, query).rows.map((row) => rowSentence(view, row))).toEqual([
      'The United Kingdom is reported to have suspended x toward the United States, on 5 October 2025.',
      'Canada is reported to have suspended y toward the United States, on 9 October 2025. ' +
        'Canada is reported to be still cooperating with the United States: Z (joint operation), until 11 November 2025, start not stated.',
    ])
  })

  it('words a restoration as far as it is known, and leaves it out where the status says it', () => {
    const restored = (more: Partial<WorldEvent>, restoring: Partial<WorldEvent> = {}) => {
      const events = [
        { id: 's', actor: 'uk', target: 'us', occurred: '2025-10-05', ...more },
        {
          actor: 'uk',
          target: 'us',
          kind: 'COOPERATION' as const,
          occurred: '2025-12-01',
          restores: ['s'],
          ...restoring,
        },
      ]
      const view = createView(snapshotOf(contentsOf({ actors: ACTORS, events })), null, null)
      const [row] = distancing(view, { level: 'ACTOR', include: new Set() }).rows
      return row ? rowSentence(view, row) : ''
    }
    expect(restored({})).toContain('on 5 October 2025; reported as restored by 1 December 2025.')
    expect(restored({}, { history: [['CONFIRMED', '2030-01-01']] })).toContain('; restored by 1 December 2025.')
    expect(restored({ history: [['REVERSED', '2030-01-01']] }, { restores: [] })).toContain(
      'on 5 October 2025, since reversed.',
    )
  })

  it('words coded cooperation as coded, and says where curated and coded are told together', () => {
    const cooperation = (kind: CollectionKind, id: string): World => ({
      id,
      kind,
      actors: ACTORS,
      events: [
        { actor: 'uk', target: 'us', occurred: '2025-10-05' },
        { actor: 'uk', target: 'us', kind: 'COOPERATION', occurred: '2025-12-01', scope: ' trade ' },
      ],
    })
    const still = (...worlds: World[]) => {
      const view = createView(snapshotOf(worlds.map(contentsOf)), null, null)
      const answer = distancing(view, { level: 'ACTOR', include: new Set() })
      return [answer.rows.map((row) => rowSentence(view, row)).join(), answerSentence(view, answer)] as const
    }
    expect(still(cooperation('DATA_SET', 'd'))[0]).toContain(
      'is coded as still cooperating with the United States: trade (intelligence)',
    )
    const [row, answer] = still(cooperation('DATA_SET', 'd'), cooperation('CASE', 'c'))
    expect(row).toContain('is reported or coded as still cooperating with')
    expect(answer).toContain('Curated cases and machine-coded data sets are told together here.')
  })

  it('names the days that were asked for, and acts that are no rows', () => {
    const told = (more: { since?: number; until?: number }, affiliations: World['affiliations'] = []) => {
      const held = snapshotOf(contentsOf({ ...world, affiliations: affiliations ?? [] }))
      const query = { toward: actorIndex(held, 'us'), level: 'TOP', include: new Set<never>(), ...more } as const
      return answerSentence(createView(held, null, null), distancing(createView(held, null, null), query))
    }
    const none = 'none is recorded as known on 1 January 2030'
    expect(told({ since: aDay('2026-01-01') })).toBe(`Distancing from the United States since 1 January 2026: ${none}.`)
    expect(told({ until: aDay('2024-12-31') })).toContain(`the United States until 31 December 2024: ${none}.`)
    expect(told({ since: aDay('2025-10-06'), until: aDay('2025-10-07') })).toContain(
      'from 6 October to 7 October 2025: ',
    )
    const inside = [
      ['uk', 'PART_OF', 'us'],
      ['ca', 'PART_OF', 'us'],
    ] as const
    expect(told({}, inside)).toBe(
      `Distancing from the United States: ${none}; 2 acts inside one top actor are told apart.`,
    )
  })

  it('says that none is recorded, never that none did', () => {
    expect(ask('2029-12-31')).toBe('Distancing from the United States: none is recorded as known on 31 December 2029.')
  })
})

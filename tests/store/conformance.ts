import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BEFORE_ALL } from '../../server/domain/days.ts'
import { parseEdtf, toFlags } from '../../server/domain/edtf.ts'
import { codeOf, EVENT_KINDS, MARKS, STAGES } from '../../server/domain/words.ts'
import { FLAG } from '../../server/domain/snapshot.ts'
import type { RecordKey } from '../../server/domain/record-key.ts'
import type { GraphStore } from '../../server/store/graph-store.ts'
import {
  aCase,
  aCollection,
  aDay,
  anActor,
  anAffiliation,
  anEvent,
  aSource,
  coded,
  LOADER,
  someEvidence,
  toBatch,
} from '../support/records.ts'
import { everything } from './everything.ts'
import { historyConformance } from './history-conformance.ts'
import { keptConformance } from './kept-conformance.ts'
import { allColumns } from './all-columns.ts'
import { removalConformance } from './removal-conformance.ts'
import { searchConformance } from './search-conformance.ts'

/** A kind of store under test. */
export interface StoreKind {
  readonly name: string
  /** A connection to the store under test, empty at first; called again, one more to the same. */
  open(): Promise<GraphStore>
  /** Wipes the store that `open` opens; all its connections are closed by then. */
  wipe(): Promise<void>
}

/** What every store promises, whatever it is made of. Each test has a store of its own. */
export function storeConformance(kind: StoreKind): void {
  describe(kind.name, () => {
    let store: GraphStore
    const opened: GraphStore[] = []

    async function open(): Promise<GraphStore> {
      const another = await kind.open()
      opened.push(another)
      return another
    }

    async function clear(): Promise<void> {
      for (const each of opened.splice(0)) await each.close()
      await kind.wipe()
    }

    async function fresh(): Promise<GraphStore> {
      await clear()
      return open()
    }

    beforeEach(async () => {
      store = await open()
    })
    afterEach(clear)

    describe('records', () => {
      test('come back exactly as they were written, whatever stands in them', async () => {
        const contents = everything('all')
        const applied = await store.apply(toBatch(contents))
        expect((await store.readCollection('all'))?.contents).toEqual(contents)
        expect(applied.changed).toBe(1 + 20 + 8 + 6 + 24)
        expect(await store.collections()).toEqual([contents.collection])
        expect(await store.sources()).toEqual(contents.sources)
        expect(await store.affiliations()).toEqual(contents.affiliations)
        const ids = contents.events.map(({ id }) => id)
        expect(sortById(await store.eventDetails([...ids, 'all/none', ...ids]))).toEqual(contents.events)
        const claims = contents.affiliations.filter(({ evidence }) => evidence.length > 0)
        expect(sortById(await store.affiliationDetails(['all/none', ...claims.map(({ id }) => id)]))).toEqual(claims)
      })

      test('carry who wrote them last', async () => {
        const hand = { by: 'HAND', name: 'Ana "A" Ñ' } as const
        await store.apply(aCase({ events: [anEvent(), anEvent({ id: 'case/2' })], affiliations: [anAffiliation()] }))
        await store.apply({ writer: hand, events: [anEvent({ summary: 'By hand' }), anEvent({ id: 'case/2' })] })
        const stored = await store.readCollection('case')
        expect(stored?.writtenBy.get('event:case/1')).toEqual(hand)
        const others: RecordKey[] = [
          'collection:case',
          'source:case/report',
          'actor:case/uk',
          'actor:case/us',
          'affiliation:case/a1',
          'event:case/2',
        ]
        for (const key of others) expect([key, stored?.writtenBy.get(key)]).toEqual([key, LOADER])
        expect(stored?.writtenBy.size).toBe(7)
      })

      test('that are not there are null, or left out', async () => {
        expect(await store.readCollection('case')).toBeNull()
        expect(await store.eventDetails(['case/1'])).toEqual([])
        expect(await store.eventDetails([])).toEqual([])
        expect(await store.affiliationDetails(['case/a1'])).toEqual([])
        expect(await allColumns(store)).toEqual({ events: [], evidence: [], statuses: [], links: [] })
        expect(await store.health()).toMatchObject({ ok: true, unreadable: [], unreadableTotal: 0 })
      })
    })

    describe('a batch', () => {
      test('raises the version by one, and by nothing when it changes nothing', async () => {
        expect(await store.version()).toBe(0)
        const batch = toBatch(everything('all'))
        expect(await store.apply(batch)).toMatchObject({ version: 1 })
        expect(await store.apply(batch)).toEqual({ version: 1, changed: 0 })
        expect(await store.apply({ writer: { by: 'HAND', name: 'Another' } })).toEqual({ version: 1, changed: 0 })
        expect(await store.apply({ writer: LOADER, remove: { events: ['all/none'] } })).toEqual({
          version: 1,
          changed: 0,
        })
        expect(await store.version()).toBe(1)
        expect(await store.changesSince(1)).toEqual([])
      })

      test('counts only the records that differ', async () => {
        await store.apply(aCase({ events: [anEvent(), anEvent({ id: 'case/2' })] }))
        const batch = aCase({
          events: [anEvent({ strength: 3 }), anEvent({ id: 'case/2' }), anEvent({ id: 'case/3' })],
        })
        expect(await store.apply(batch)).toEqual({ version: 2, changed: 2 })
        expect((await store.changesSince(1))?.[0]).toEqual({
          version: 2,
          events: ['case/1', 'case/3'],
          everything: false,
        })
      })

      test.each([
        ['event of an unknown actor', { events: [anEvent({ id: 'case/9', target: 'nobody' })] }],
        ['event of an unknown collection', { events: [anEvent({ id: 'none/9', collection: 'none' })] }],
        [
          'event of an unknown source',
          { events: [anEvent({ id: 'case/9', evidence: [someEvidence({ source: 'case/none' })] })] },
        ],
        [
          'relay from an unknown source',
          { events: [anEvent({ id: 'case/9', evidence: [someEvidence({ relayedFrom: 'case/none' })] })] },
        ],
        ['affiliation to an unknown actor', { affiliations: [anAffiliation({ to: 'nobody' })] }],
        ['entry of an unknown collection', { actors: [anActor('fr', { collection: 'none' })] }],
        ['source of an unknown collection', { sources: [aSource({ id: 'none/s', collection: 'none' })] }],
        ['event whose date cannot be read', { events: [anEvent({ id: 'case/9', occurred: 'last week' })] }],
        ['half a surrogate pair', { events: [anEvent({ id: 'case/9', summary: 'half \ud83d' })] }],
        ['removal of an actor that acts', { remove: { actors: [{ actor: 'uk', collection: 'case' }] } }],
        ['removal of a source that evidence names', { remove: { sources: ['case/report'] } }],
      ])('with an %s writes nothing at all', async (_, bad) => {
        await store.apply(aCase({ events: [anEvent({ evidence: [someEvidence()] })] }))
        const before = await store.readCollection('case')
        const good = [anEvent({ id: 'case/2' }), anEvent({ id: 'case/3' })]
        const batch = { writer: LOADER, ...bad, events: [...good, ...('events' in bad ? bad.events : [])] }
        await expect(store.apply(batch)).rejects.toThrow()
        expect(await store.readCollection('case')).toEqual(before)
        expect(await store.version()).toBe(1)
        expect(await store.apply({ writer: LOADER, events: good })).toEqual({ version: 2, changed: 2 })
      })

      test('may name things in any order, and comes to the same in parts', async () => {
        const { collection, ...records } = everything('all')
        const turned = {
          actors: records.actors.toReversed(),
          affiliations: records.affiliations.toReversed(),
          sources: records.sources.toReversed(),
          events: records.events.toReversed(),
        }
        await store.apply({ writer: LOADER, ...turned, collections: [collection] })
        expect((await store.readCollection('all'))?.contents).toEqual({ collection, ...records })
        await store.apply({ writer: LOADER, remove: { collections: ['all'] } })
        await store.apply({ writer: LOADER, collections: [collection], actors: records.actors })
        await store.apply({ writer: LOADER, sources: records.sources, events: records.events.slice(0, 7) })
        await store.apply({ writer: LOADER, affiliations: records.affiliations, events: records.events.slice(7) })
        expect((await store.readCollection('all'))?.contents).toEqual({ collection, ...records })
      })

      test('replaces evidence, history and links as one with their event', async () => {
        const full = anEvent({
          evidence: [someEvidence(), someEvidence({ id: '2', quote: 'Two' })],
          history: [
            { status: 'REPORTED', on: aDay('2025-11-11'), note: null },
            { status: 'CONFIRMED', on: aDay('2025-11-12'), note: 'x' },
          ],
          breaks: ['case/8', 'case/9'],
        })
        const less = {
          ...full,
          evidence: [someEvidence({ id: '2', quote: 'Two' })],
          history: full.history.slice(1),
          breaks: ['case/9'],
        }
        await store.apply(aCase({ events: [full] }))
        expect(await store.apply({ writer: LOADER, events: [less] })).toEqual({ version: 2, changed: 1 })
        expect(await store.eventDetails(['case/1'])).toEqual([less])
        expect(await store.eventColumnsOf(['case/1'])).toMatchObject({
          evidence: [['case/1', 'case/report', null, 0, 0]],
          statuses: [['case/1', aDay('2025-11-12'), 1]],
          links: [['case/1', 'case/9', 0]],
        })
      })

      test('may turn an event round: another kind, actor and target under the same id', async () => {
        await store.apply(
          aCase({
            events: [
              anEvent({ breaks: ['case/2'], evidence: [someEvidence({ quote: 'Kept' })] }),
              anEvent({ id: 'case/2', kind: 'COOPERATION' }),
            ],
          }),
        )
        const turned = anEvent({
          kind: 'COOPERATION',
          actor: 'us',
          target: 'uk',
          restores: ['case/2'],
          evidence: [someEvidence({ quote: 'Kept' })],
        })
        await store.apply({ writer: LOADER, events: [turned] })
        expect(await store.eventDetails(['case/1'])).toEqual([turned])
        expect((await allColumns(store)).events).toHaveLength(2)
        expect((await store.readCollection('case'))?.contents.events.map(({ id, kind }) => [id, kind])).toEqual([
          ['case/1', 'COOPERATION'],
          ['case/2', 'COOPERATION'],
        ])
      })
    })

    describe('changes', () => {
      test('are listed version by version', async () => {
        await store.apply(aCase({ events: [anEvent()] }))
        await store.apply({ writer: LOADER, events: [anEvent({ id: 'case/2' })] })
        await store.apply({ writer: LOADER, sources: [aSource({ title: 'A title' })] })
        await store.apply({ writer: LOADER, affiliations: [anAffiliation()] })
        await store.apply({ writer: LOADER, collections: [aCollection({ title: 'Another' })] })
        const small = (version: number) => ({ version, events: [], everything: true })
        expect(await store.changesSince(1)).toEqual([
          { version: 2, events: ['case/2'], everything: false },
          small(3),
          small(4),
          small(5),
        ])
        expect(await store.changesSince(0)).toHaveLength(5)
        expect(await store.changesSince(4)).toEqual([small(5)])
      })

      test('have a gap after a reload, and none after that', async () => {
        await store.apply(aCase())
        expect(await store.reload()).toBe(2)
        expect(await store.version()).toBe(2)
        expect(await store.changesSince(0)).toBeNull()
        expect(await store.changesSince(1)).toBeNull()
        expect(await store.changesSince(2)).toEqual([])
        await store.apply({ writer: LOADER, events: [anEvent()] })
        expect(await store.changesSince(1)).toBeNull()
        expect(await store.changesSince(2)).toEqual([{ version: 3, events: ['case/1'], everything: false }])
      })

      test('are unknown to a reader that is ahead of the store', async () => {
        expect(await store.changesSince(3)).toBeNull()
      })

      test('reach every connection, and two that write at once lose nothing', async () => {
        const other = await open()
        await store.apply(aCase())
        expect(await other.version()).toBe(1)
        const batches = Array.from({ length: 20 }, (_, i) =>
          (i % 2 ? store : other).apply({ writer: LOADER, events: [anEvent({ id: `case/${i}` })] }),
        )
        expect((await Promise.all(batches)).map(({ version }) => version).sort((a, b) => a - b)).toEqual(
          Array.from({ length: 20 }, (_, i) => i + 2),
        )
        expect((await store.changesSince(1))?.flatMap(({ events }) => events)).toHaveLength(20)
        expect((await allColumns(store)).events).toHaveLength(20)
        expect((await allColumns(other)).events).toHaveLength(20)
      })
    })

    describe('columns', () => {
      test('say what the records say', async () => {
        const contents = everything('all')
        await store.apply(toBatch(contents))
        const refs = new Map((await store.actors()).map(({ id, ref }) => [id, ref]))
        const chunk = await allColumns(store)
        expect(sorted(chunk.events)).toEqual(
          sorted(
            contents.events.map((event) => {
              const days = parseEdtf(event.occurred)
              return [
                event.id,
                refs.get(event.actor),
                refs.get(event.target),
                days.earliest,
                days.latest,
                toFlags(days) | (event.coded?.mirror ? FLAG.MIRROR : 0),
                event.coded?.reported ?? null,
                codeOf(EVENT_KINDS, event.kind),
                event.subtype,
                codeOf(STAGES, event.stage),
                codeOf(MARKS, event.mark),
                event.strength,
                event.scope,
                'all',
                event.coded?.code ?? null,
                event.coded?.publisher ?? null,
              ]
            }),
          ),
        )
        expect(chunk.evidence).toHaveLength(contents.events.flatMap(({ evidence }) => evidence).length)
        expect(chunk.statuses).toHaveLength(contents.events.flatMap(({ history }) => history).length)
        expect(sorted(chunk.links)).toEqual(
          sorted(
            contents.events.flatMap(({ id, breaks, restores }) => [
              ...breaks.map((other) => [id, other, 0]),
              ...restores.map((other) => [id, other, 1]),
            ]),
          ),
        )
      })

      test('of some events are those of all events', async () => {
        await store.apply(toBatch(everything('all')))
        const ids = ['all/e4', 'all/e7', 'all/e23']
        const some = await store.eventColumnsOf([...ids, 'all/none', 'all/e4'])
        const whole = await allColumns(store)
        for (const part of ['events', 'evidence', 'statuses', 'links'] as const) {
          expect(sorted(some[part])).toEqual(sorted(whole[part].filter(([id]) => ids.includes(id))))
        }
        expect(some.events).toHaveLength(3)
      })

      test('hold days and flags of the EDTF', async () => {
        const mirror = coded({ mirror: true })
        await store.apply(
          aCase({
            events: [
              anEvent({ occurred: '../2025-08-31' }),
              anEvent({ id: 'case/2', occurred: '2025-10', coded: mirror }),
            ],
          }),
        )
        const { events } = await store.eventColumnsOf(['case/1', 'case/2'])
        const days = new Map(
          events.map(([id, , , earliest, latest, flags, reported]) => [id, [earliest, latest, flags, reported]]),
        )
        expect(days.get('case/1')).toEqual([BEFORE_ALL, aDay('2025-08-31'), FLAG.THROUGHOUT | FLAG.OPEN_START, null])
        expect(days.get('case/2')).toEqual([aDay('2025-10-01'), aDay('2025-10-31'), FLAG.MIRROR, mirror.reported])
      })

      test('let others write while they are read', async () => {
        await store.apply(aCase({ events: [anEvent()] }))
        for await (const { events } of store.eventColumns()) {
          if (events.length > 0) await store.apply({ writer: LOADER, events: [anEvent({ strength: 3 })] })
        }
        expect(await store.version()).toBe(2)
      })
    })

    removalConformance(() => store)
    searchConformance(() => store)
    historyConformance(() => store, open)
    keptConformance(() => store, fresh)
  })
}

function sortById<R extends { readonly id: string }>(records: readonly R[]): R[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function sorted(rows: readonly (readonly unknown[])[]): unknown[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}

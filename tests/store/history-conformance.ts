import { beforeEach, describe, expect, test } from 'vitest'
import type { RecordKey } from '../../server/domain/record-key.ts'
import {
  StoreMovedError,
  type AuditAsk,
  type AuditEntry,
  type GraphStore,
  type Writer,
} from '../../server/store/graph-store.ts'
import {
  aCase,
  aCollection,
  anActor,
  anAffiliation,
  anEvent,
  aSource,
  LOADER,
  someEvidence,
} from '../support/records.ts'
import { TEXTS } from './everything.ts'

export const ANA: Writer = { by: 'HAND', name: 'Ana "A" Ñ' }
export const BEN: Writer = { by: 'HAND', name: 'Ben' }
/** Of one version, in the order of code points. By UTF-16 the last two would change places. */
const IN_ORDER = ['B', 'a', '\uffee', '😀']

/** What every store remembers of its writers. @param open opens one more connection to the same store. */
export function historyConformance(current: () => GraphStore, open: () => Promise<GraphStore>): void {
  let store: GraphStore
  beforeEach(() => {
    store = current()
  })

  describe('revisions', () => {
    test('say who wrote a record last, and in which version', async () => {
      const odd = 'x/y:z "q" 😀'
      await store.apply(aCase({ events: [anEvent()], affiliations: [anAffiliation()] }))
      await store.apply({ writer: ANA, actors: [anActor(odd)], events: [anEvent({ strength: 3 })] })
      // The source says the same as before, so that only the event has a new writer.
      await store.apply({ writer: BEN, sources: [aSource()], events: [anEvent({ id: 'case/2' })] })
      const expected: [RecordKey, { version: number; writer: Writer }][] = [
        ['collection:case', { version: 1, writer: LOADER }],
        ['source:case/report', { version: 1, writer: LOADER }],
        ['actor:case/uk', { version: 1, writer: LOADER }],
        [`actor:case/${odd}`, { version: 2, writer: ANA }],
        ['affiliation:case/a1', { version: 1, writer: LOADER }],
        ['event:case/1', { version: 2, writer: ANA }],
        ['event:case/2', { version: 3, writer: BEN }],
      ]
      const keys = expected.map(([key]) => key)
      const absent: RecordKey[] = ['event:case/9', 'collection:other', 'actor:other/uk', 'source:case/1', 'event:case']
      const found = await store.revisions([...absent, ...keys, ...keys])
      expect(found).toEqual(new Map(expected))
      expect(await store.revisions([])).toEqual(new Map())
      expect(await store.revisions(['event:case/1'])).toEqual(new Map(expected.slice(5, 6)))
    })

    test('name another writer where the batch says so, and only of what differs', async () => {
      const events = [anEvent(), anEvent({ id: 'case/2' })]
      await store.apply(aCase({ events, affiliations: [anAffiliation()] }))
      const as = new Map<RecordKey, Writer>([
        ['collection:case', BEN],
        ['source:case/report', BEN],
        ['actor:case/uk', BEN],
        ['affiliation:case/a1', BEN],
        ['event:case/1', BEN],
        ['event:case/2', BEN],
      ])
      await store.apply({
        writer: ANA,
        as,
        action: 'undo',
        collections: [aCollection({ title: 'Another' })],
        sources: [aSource({ title: 'A title' })],
        actors: [anActor('uk', { name: 'Britain' }), anActor('fr')],
        affiliations: [anAffiliation({ role: 'A role' })],
        events: [anEvent({ strength: 3 }), anEvent({ id: 'case/2' }), anEvent({ id: 'case/3' })],
      })
      const found = await store.revisions([...as.keys(), 'actor:case/fr', 'event:case/3'])
      const changed = [...as, ['actor:case/fr', ANA] as const, ['event:case/3', ANA] as const]
      const expected = new Map(changed.map(([key, writer]) => [key, { version: 2, writer }]))
      expect(found).toEqual(expected.set('event:case/2', { version: 1, writer: LOADER }))
      expect((await store.readCollection('case'))?.writtenBy.get('event:case/1')).toEqual(BEN)
      const { entries } = await store.audit({ first: 100 })
      expect(new Set(entries.map(({ writer }) => writer.name))).toEqual(new Set([ANA.name]))
    })
  })

  describe('lists', () => {
    test('have what is new at the end, and keep in its place what changes', async () => {
      await store.apply(aCase({ actors: ['uk', 'us'].map((id) => anActor(id)) }))
      const batch = {
        writer: LOADER,
        collections: IN_ORDER.map((id) => aCollection({ id })),
        sources: IN_ORDER.map((id) => aSource({ id: `case/${id}` })),
        actors: IN_ORDER.map((id) => anActor(id)),
        affiliations: IN_ORDER.map((id) => anAffiliation({ id: `case/${id}` })),
      }
      await store.apply({ ...batch, collections: batch.collections.toReversed(), actors: batch.actors.toReversed() })
      await store.apply({
        writer: ANA,
        collections: [aCollection({ id: '0' }), aCollection({ title: 'Another' })],
        sources: [aSource({ id: 'case/0' }), aSource({ title: 'A title' })],
        actors: [anActor('0'), anActor('uk', { name: 'Britain' })],
        affiliations: [anAffiliation({ id: 'case/0' }), anAffiliation({ id: 'case/B', role: 'A role' })],
      })
      const inCase = IN_ORDER.map((id) => `case/${id}`)
      expect(idsOf(await store.collections())).toEqual(['case', ...IN_ORDER, '0'])
      expect(idsOf(await store.sources())).toEqual(['case/report', ...inCase, 'case/0'])
      expect(idsOf(await store.actors())).toEqual(['uk', 'us', ...IN_ORDER, '0'])
      expect(idsOf(await store.affiliations())).toEqual([...inCase, 'case/0'])
      const contents = (await store.readCollection('case'))?.contents
      expect(idsOf(contents?.sources ?? [])).toEqual(['case/0', ...inCase, 'case/report'].sort(byCodePoint))
      expect(contents?.actors.map(({ actor }) => actor)).toEqual(['0', 'B', 'a', 'uk', 'us', '\uffee', '😀'])
    })

    test('have at the end what went and came again', async () => {
      await store.apply(aCase({ actors: ['a', 'b'].map((id) => anActor(id)) }))
      await store.apply({ writer: LOADER, remove: { actors: [{ actor: 'a', collection: 'case' }] } })
      await store.apply({ writer: LOADER, actors: [anActor('a')] })
      expect(idsOf(await store.actors())).toEqual(['b', 'a'])
    })

    test('know an actor by its first entry, and its entries by their collections', async () => {
      await store.apply(aCase())
      await store.apply({ writer: LOADER, collections: [aCollection({ id: 'a' })], actors: [anActor('fr')] })
      await store.apply({ writer: LOADER, actors: [anActor('uk', { collection: 'a' })] })
      const actors = await store.actors()
      expect(idsOf(actors)).toEqual(['uk', 'us', 'fr'])
      expect(actors[0]?.entries.map(({ collection }) => collection)).toEqual(['a', 'case'])
    })
  })

  describe('a batch for one version only', () => {
    test('is refused at any other, and leaves nothing', async () => {
      await store.apply(aCase())
      const batch = { writer: ANA, action: 'save', events: [anEvent()], merge: [{ from: 'uk', into: 'us' }] }
      for (const onlyAt of [0, 2]) {
        const refused = await store.apply({ ...batch, onlyAt }).catch((error: unknown) => error)
        expect(refused).toBeInstanceOf(StoreMovedError)
        expect(refused).toMatchObject({ expected: onlyAt, found: 1 })
      }
      expect(await store.version()).toBe(1)
      expect(await store.eventDetails(['case/1'])).toEqual([])
      expect(await store.merges()).toEqual([])
      expect((await store.audit({ first: 1 })).total).toBe(0)
      expect(await store.apply({ ...batch, onlyAt: 1 })).toEqual({ version: 2, changed: 1 })
    })

    test('is applied for exactly one of those who saw that version', async () => {
      const others = [store, await open(), await open(), await open()]
      await store.apply(aCase())
      for (let round = 1; round <= 4; round++) {
        const onlyAt = await store.version()
        const tries = others.map((each, i) =>
          each.apply({ writer: ANA, onlyAt, action: 'race', events: [anEvent({ id: `case/${round}-${i}` })] }),
        )
        const settled = await Promise.allSettled(tries)
        const lost = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
        expect(lost).toHaveLength(3)
        for (const error of lost) {
          expect(error).toBeInstanceOf(StoreMovedError)
          expect(error).toMatchObject({ expected: onlyAt, found: onlyAt + 1 })
        }
        expect(await store.version()).toBe(onlyAt + 1)
      }
      expect((await store.readCollection('case'))?.contents.events).toHaveLength(4)
      expect((await store.audit({ first: 0 })).total).toBe(4)
    })
  })

  describe('the audit log', () => {
    const audit = (ask: Partial<AuditAsk> = {}) => store.audit({ first: 100, ...ask })

    test('has what a hand created, changed and removed, as it was and as it became', async () => {
      await store.apply(aCase({ events: [anEvent(), anEvent({ id: 'case/2', evidence: [someEvidence()] })] }))
      const at = '2025-11-11T10:00:00.000Z'
      const created = anEvent({ id: 'case/0', evidence: [someEvidence({ quote: TEXTS[10] ?? '' })] })
      const changed = anEvent({ strength: 3, breaks: ['case/8'] })
      await store.apply({
        writer: ANA,
        action: 'recordEvent',
        at,
        reason: 'Because.',
        events: [changed, created],
        actors: [anActor('fr', { name: 'France' })],
        remove: { events: ['case/2', 'case/none'] },
      })
      const all = { version: 2, at, writer: ANA, action: 'recordEvent', reason: 'Because.' }
      const removed = anEvent({ id: 'case/2', evidence: [someEvidence()] })
      const entries: AuditEntry[] = [
        { ...all, n: 4, key: 'event:case/2', before: removed, beforeWriter: LOADER, after: null },
        { ...all, n: 3, key: 'event:case/1', before: anEvent(), beforeWriter: LOADER, after: changed },
        { ...all, n: 2, key: 'event:case/0', before: null, beforeWriter: null, after: created },
        {
          ...all,
          n: 1,
          key: 'actor:case/fr',
          before: null,
          beforeWriter: null,
          after: anActor('fr', { name: 'France' }),
        },
      ]
      expect(await audit()).toEqual({ entries, total: 4 })
      await store.apply({ writer: BEN, action: 'again', events: [anEvent({ strength: 1 })] })
      expect((await audit({ version: 3 })).entries).toMatchObject([
        { n: 1, reason: null, before: changed, beforeWriter: ANA, after: anEvent({ strength: 1 }) },
      ])
    })

    test('has every kind of record, first what is named and then what names it', async () => {
      const { writer: _, ...batch } = aCase({ events: [anEvent()], affiliations: [anAffiliation()] })
      const keys = [
        'collection:case',
        'source:case/report',
        'actor:case/uk',
        'actor:case/us',
        'affiliation:case/a1',
        'event:case/1',
      ]
      await store.apply({ writer: ANA, action: 'all', ...batch })
      await store.apply({ writer: BEN, action: 'none', remove: { collections: ['case'] } })
      const { entries } = await audit()
      expect(entries.map(({ key }) => key)).toEqual([...keys.toReversed(), ...keys.toReversed()])
      const [gone, came] = [entries.slice(0, 6), entries.slice(6)]
      expect(gone.map(({ before }) => before)).toEqual(came.map(({ after }) => after))
      expect(gone.every(({ after, beforeWriter }) => after === null && beforeWriter?.name === ANA.name)).toBe(true)
    })

    test('has one entry of what nobody did by hand', async () => {
      const importer: Writer = { by: 'IMPORT', name: 'icews-2014' }
      await store.apply({ ...aCase({ events: [anEvent()] }), action: 'load' })
      await store.apply({ writer: importer, action: 'import', remove: { events: ['case/1'] }, reason: 'Gone.' })
      const nothing = { key: null, before: null, beforeWriter: null, n: 1 }
      expect(await audit()).toEqual({
        entries: [
          {
            ...nothing,
            version: 2,
            writer: importer,
            action: 'import',
            reason: 'Gone.',
            after: { changed: 1 },
            at: expect.any(String) as string,
          },
          {
            ...nothing,
            version: 1,
            writer: LOADER,
            action: 'load',
            reason: null,
            after: { changed: 5 },
            at: expect.any(String) as string,
          },
        ],
        total: 2,
      })
      for (const { at } of (await audit()).entries) expect(new Date(at).toISOString()).toBe(at)
    })

    test('has nothing of what has no action, changes nothing, or fails', async () => {
      await store.apply(aCase())
      await store.apply({ writer: ANA, events: [anEvent()] })
      await store.apply({ writer: ANA, action: 'same', events: [anEvent()], remove: { events: ['case/none'] } })
      await store.apply({ ...aCase(), action: 'same' })
      const dangling = anEvent({ id: 'case/2', actor: 'nobody' })
      await expect(store.apply({ writer: ANA, action: 'bad', events: [dangling] })).rejects.toThrow(/nobody/)
      const broken = { writer: ANA, action: 'bad', reason: 'half \ud83d', events: [anEvent({ strength: 3 })] }
      await expect(store.apply(broken)).rejects.toThrow(/reason/)
      expect(await audit()).toEqual({ entries: [], total: 0 })
      expect(await store.version()).toBe(2)
    })

    test('keeps whatever stands in reasons, actions and names', async () => {
      await store.apply(aCase())
      for (const [i, text] of TEXTS.entries()) {
        const writer: Writer = { by: 'HAND', name: text }
        await store.apply({ writer, action: `a ${text}`, reason: text, events: [anEvent({ summary: `${i} ${text}` })] })
      }
      const { entries } = await (await open()).audit({ first: 100, key: 'event:case/1' })
      const oldest = entries.toReversed()
      expect(oldest.map(({ reason }) => reason)).toEqual(TEXTS)
      expect(oldest.map(({ writer }) => writer.name)).toEqual(TEXTS)
      expect(oldest.map(({ action }) => action)).toEqual(TEXTS.map((text) => `a ${text}`))
      expect(oldest.map(({ after }) => after)).toMatchObject(TEXTS.map((text, i) => ({ summary: `${i} ${text}` })))
      expect(oldest.slice(1).map(({ before }) => before)).toEqual(oldest.slice(0, -1).map(({ after }) => after))
      expect(oldest.slice(1).map(({ beforeWriter }) => beforeWriter?.name)).toEqual(TEXTS.slice(0, -1))
    })

    test('is read page by page, newest first, whole or of one record or version', async () => {
      await store.apply(aCase())
      for (let strength = 0; strength < 4; strength++) {
        const events = ['a', 'b', 'c'].map((id) => anEvent({ id: `case/${id}`, strength }))
        await store.apply({ writer: ANA, action: 'save', events })
      }
      const place = ({ version, n }: AuditEntry) => `${version}.${n}`
      const all = [5, 4, 3, 2].flatMap((version) => [3, 2, 1].map((n) => `${version}.${n}`))
      const pages = async (ask: AuditAsk, before?: AuditEntry): Promise<string[][]> => {
        const { entries, total } = await store.audit({ ...ask, ...(before && { before }) })
        const [page, last] = [entries.map(place), entries.at(-1)]
        expect(total).toBe((await audit(ask)).total)
        return last ? [page, ...(await pages(ask, last))] : []
      }
      expect(await pages({ first: 5 })).toEqual([all.slice(0, 5), all.slice(5, 10), all.slice(10)])
      expect(await pages({ first: 3, key: 'event:case/b' })).toEqual([['5.2', '4.2', '3.2'], ['2.2']])
      expect(await pages({ first: 2, version: 3 })).toEqual([['3.3', '3.2'], ['3.1']])
      expect(await pages({ first: 9, version: 3, key: 'event:case/c' })).toEqual([['3.3']])
      const totals = await Promise.all(
        (
          [
            {},
            { key: 'event:case/b' },
            { version: 3 },
            { version: 3, key: 'event:case/c' },
            { version: 1 },
            { key: 'event:case/none' },
            { version: 9 },
          ] satisfies Partial<AuditAsk>[]
        ).map(async (ask) => (await store.audit({ first: 0, ...ask })).total),
      )
      expect(totals).toEqual([12, 4, 3, 1, 0, 0, 0])
      const before = (version: number, n: number) => ({ before: { version, n }, first: 1 })
      const first = async (ask: AuditAsk) => (await store.audit(ask)).entries.map(place)
      expect(await first(before(99, 1))).toEqual(['5.3'])
      expect(await first(before(4, 2))).toEqual(['4.1'])
      expect(await first(before(4, 1))).toEqual(['3.3'])
      expect(await first(before(2, 1))).toEqual([])
      expect(await first({ ...before(99, 1), version: 3 })).toEqual(['3.3'])
      expect(await first({ ...before(2, 3), version: 3 })).toEqual([])
      expect(await first({ ...before(3, 2), version: 3, key: 'event:case/b' })).toEqual([])
      expect(await first({ ...before(3, 3), version: 3, key: 'event:case/b' })).toEqual(['3.2'])
    })
  })
}

function idsOf(records: readonly { readonly id: string }[]): string[] {
  return records.map(({ id }) => id)
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

import { beforeEach, describe, expect, test } from 'vitest'
import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../server/domain/record-key.ts'
import type {
  AuditEntry,
  Batch,
  GraphStore,
  History,
  Kept,
  Merge,
  RemovedRecord,
  Writer,
} from '../../server/store/graph-store.ts'
import { aCase, aCollection, anActor, anAffiliation, anEvent, aSource, LOADER, toBatch } from '../support/records.ts'
import { everything, TEXTS } from './everything.ts'
import { ANA, BEN } from './history-conformance.ts'

const AT = '2025-11-11T10:00:00.000Z'
const TYPES = ['held', 'collection', 'source', 'actor', 'affiliation', 'event', 'merge', 'removed', 'audit']

/**
 * What every store keeps beside its records, and gives and takes for a copy.
 * @param fresh leaves the store under test empty and opens it again.
 */
export function keptConformance(current: () => GraphStore, fresh: () => Promise<GraphStore>): void {
  let store: GraphStore
  beforeEach(() => {
    store = current()
  })

  describe('what a hand removed', () => {
    const retract = { writer: ANA, action: 'retractEvent', at: AT, reason: TEXTS[11] ?? null }
    const removedKeys = async () => (await store.removals()).map(({ key }) => key)

    test('is kept as it was, oldest first', async () => {
      const { events } = everything('all')
      await store.apply(toBatch(everything('all')))
      const gone = events.filter(({ id }) => ['all/e7', 'all/e9', 'all/e4'].includes(id))
      await store.apply({ ...retract, remove: { events: ['all/e9', 'all/e7'] } })
      await store.apply({ ...retract, writer: BEN, reason: null, remove: { events: ['all/e4', 'all/none'] } })
      const note = { collection: 'all', at: AT }
      const record = (id: string) => gone.find((event) => event.id === id)
      const expected: RemovedRecord[] = [
        ...['all/e7', 'all/e9'].map((id) => ({
          ...note,
          key: keyOf('event', id),
          record: record(id),
          version: 2,
          writer: ANA,
          reason: retract.reason,
        })),
        { ...note, key: 'event:all/e4', record: record('all/e4'), version: 3, writer: BEN, reason: null },
      ]
      expect(await store.removals()).toEqual(expected)
    })

    test('is kept of every kind of record, and without an action too', async () => {
      await store.apply(aCase({ events: [anEvent()], affiliations: [anAffiliation()] }))
      const { contents } = (await store.readCollection('case')) ?? {}
      await store.apply({ writer: ANA, remove: { collections: ['case'] } })
      const [uk, us] = contents?.actors ?? []
      expect((await store.removals()).map(({ key, collection, record }) => [key, collection, record])).toEqual([
        ['actor:case/uk', 'case', uk],
        ['actor:case/us', 'case', us],
        ['affiliation:case/a1', 'case', anAffiliation()],
        ['collection:case', 'case', aCollection()],
        ['event:case/1', 'case', anEvent()],
        ['source:case/report', 'case', aSource()],
      ])
    })

    test('is not noted where no hand did it, where it is unmade, or where the batch writes it again', async () => {
      const events = ['1', '2', '3', '4'].map((id) => anEvent({ id: `case/${id}` }))
      await store.apply(aCase({ events }))
      await store.apply({ writer: LOADER, remove: { events: ['case/1'] } })
      await store.apply({ writer: { by: 'IMPORT', name: 'x' }, remove: { events: ['case/2'] } })
      expect(await removedKeys()).toEqual([])
      const again = anEvent({ id: 'case/4', strength: 3 })
      const remove = { events: ['case/3', 'case/4'] }
      await store.apply({ ...retract, remove, events: [again], unmade: ['event:case/3'] })
      expect(await removedKeys()).toEqual([])
      expect((await store.audit({ first: 9 })).entries.map(({ key }) => key)).toEqual(['event:case/4', 'event:case/3'])
    })

    test.each([LOADER, BEN])('is no longer removed when it is written again, by $by', async (writer) => {
      await store.apply(aCase({ events: [anEvent(), anEvent({ id: 'case/2' })], affiliations: [anAffiliation()] }))
      await store.apply({ ...retract, remove: { events: ['case/1', 'case/2'], affiliations: ['case/a1'] } })
      await store.apply({ writer, events: [anEvent({ id: 'case/3' })] })
      expect(await removedKeys()).toEqual(['affiliation:case/a1', 'event:case/1', 'event:case/2'])
      await store.apply({ writer, events: [anEvent({ strength: 3 })], affiliations: [anAffiliation()] })
      expect(await removedKeys()).toEqual(['event:case/2'])
      await store.apply({ writer, events: [anEvent({ id: 'case/2' })] })
      expect(await removedKeys()).toEqual([])
      await store.apply({ ...retract, at: '2025-11-12T00:00:00.000Z', remove: { events: ['case/1'] } })
      expect(await store.removals()).toMatchObject([{ key: 'event:case/1', record: anEvent({ strength: 3 }) }])
    })

    test('stays removed when a batch fails', async () => {
      await store.apply(aCase({ events: [anEvent()] }))
      await store.apply({ ...retract, remove: { events: ['case/1'] } })
      const bad = anEvent({ id: 'case/2', actor: 'nobody' })
      await expect(store.apply({ writer: LOADER, events: [anEvent(), bad] })).rejects.toThrow(/nobody/)
      expect(await removedKeys()).toEqual(['event:case/1'])
    })
  })

  describe('merges', () => {
    const merging = { writer: ANA, action: 'mergeActors', at: AT }

    test('are noted until they are taken back, and change something though no record does', async () => {
      await store.apply(aCase())
      const both = [
        { from: 'us', into: 'uk' },
        { from: 'fr', into: 'uk' },
      ]
      expect(await store.apply({ ...merging, merge: both })).toEqual({ version: 2, changed: 0 })
      expect(await store.changesSince(1)).toEqual([{ version: 2, events: [], everything: true }])
      const note: Omit<Merge, 'from'> = { into: 'uk', version: 2, at: AT, writer: ANA }
      const [fr, us]: [Merge, Merge] = [
        { from: 'fr', ...note },
        { from: 'us', ...note },
      ]
      expect(await store.merges()).toEqual([fr, us])
      expect(await store.apply({ ...merging, writer: BEN, unmerge: ['us', 'none'] })).toEqual({
        version: 3,
        changed: 0,
      })
      expect(await store.merges()).toEqual([fr])
      expect(await store.changesSince(2)).toEqual([{ version: 3, events: [], everything: true }])
      const entries = (await store.audit({ first: 9 })).entries.map(({ n, key, before, beforeWriter, after }) => ({
        n,
        key,
        before,
        beforeWriter,
        after,
      }))
      expect(entries).toEqual([
        { n: 1, key: null, before: { merged: both[0] }, beforeWriter: ANA, after: null },
        { n: 2, key: null, before: null, beforeWriter: null, after: { merged: both[1] } },
        { n: 1, key: null, before: null, beforeWriter: null, after: { merged: both[0] } },
      ])
    })

    test('that stand already, and taking back what does not stand, change nothing', async () => {
      await store.apply({ ...merging, merge: [{ from: 'a', into: 'b' }] })
      const same = await store.apply({ ...merging, merge: [{ from: 'a', into: 'b' }], unmerge: ['b', 'c'] })
      expect(same).toEqual({ version: 1, changed: 0 })
      expect((await store.audit({ first: 9 })).total).toBe(1)
      const noted = await store.merges()
      const bad = { ...merging, merge: [{ from: 'c', into: 'd' }], unmerge: ['a'], events: [anEvent()] }
      await expect(store.apply(bad)).rejects.toThrow(/names/)
      expect(await store.merges()).toEqual(noted)
    })

    test('of one actor into another take the place of what stood', async () => {
      await store.apply({ ...merging, merge: [{ from: 'a', into: 'b' }] })
      await store.apply({ ...merging, writer: BEN, merge: [{ from: 'a', into: 'c' }], unmerge: ['a'] })
      expect(await store.merges()).toEqual([{ from: 'a', into: 'c', version: 2, at: AT, writer: BEN }])
      expect((await store.audit({ first: 9, version: 2 })).entries).toMatchObject([
        {
          before: { merged: { from: 'a', into: 'b' } },
          beforeWriter: ANA,
          after: { merged: { from: 'a', into: 'c' } },
        },
      ])
    })

    test('stand in the log before the records of their batch', async () => {
      await store.apply(aCase())
      await store.apply({ ...merging, merge: [{ from: 'us', into: 'uk' }], events: [anEvent()] })
      const { entries } = await store.audit({ first: 9 })
      expect(entries.map(({ n, key }) => [n, key])).toEqual([
        [2, 'event:case/1'],
        [1, null],
      ])
      await store.apply({ ...merging, writer: LOADER, merge: [{ from: 'x', into: 'uk' }] })
      expect((await store.audit({ first: 9, version: 3 })).entries).toMatchObject([
        { key: null, after: { changed: 0 } },
      ])
    })
  })

  describe('everything', () => {
    /** A store with all that a store can hold. */
    async function fill(): Promise<void> {
      await store.apply({ ...toBatch(everything('all')), action: 'load', at: AT })
      await store.apply(aCase({ events: [anEvent(), anEvent({ id: 'case/2' })] }))
      await store.apply({ writer: LOADER, collections: [aCollection({ id: 'gone' })] })
      await store.apply({ writer: LOADER, remove: { collections: ['gone'] } })
      for (const [i, text] of TEXTS.entries()) {
        const events = [anEvent({ id: `case/t${i}`, summary: text })]
        await store.apply({ writer: ANA, action: 'recordEvent', at: AT, reason: text, events })
      }
      const remove = { events: ['all/e4', 'case/1', 'case/t3'], affiliations: ['all/a1'] }
      await store.apply({ writer: BEN, action: 'remove', at: AT, reason: 'Twice.', remove })
      await store.apply({ writer: ANA, merge: [{ from: 'us', into: 'uk' }], actors: [anActor('fr')] })
    }

    test('is each thing once, first what is named', async () => {
      expect(await gather(store)).toEqual([])
      await fill()
      const kept = await gather(store)
      const types = kept.map(({ type }) => TYPES.indexOf(type))
      expect(types).toEqual(types.toSorted((a, b) => a - b))
      expect(new Set(types).size).toBe(TYPES.length)
      const all = [await store.readCollection('all'), await store.readCollection('case')]
      const writers = new Map(all.flatMap((stored) => [...(stored?.writtenBy ?? [])]))
      const keyed = kept.flatMap((each) => ('writer' in each ? [[toKey(each), each.writer] as const] : []))
      expect(new Map(keyed)).toEqual(writers)
      expect(keyed).toHaveLength(writers.size)
      const inAll = kept.flatMap((each) =>
        each.type === 'event' && each.record.collection === 'all' ? each.record : [],
      )
      expect(sortBy(inAll, ({ id }) => id)).toEqual(all[0]?.contents.events)
      const { history } = partsOf(kept, 0)
      expect(new Set(history.held)).toEqual(new Set(['all', 'case', 'gone']))
      expect(history.merges).toEqual(await store.merges())
      expect(history.removed).toEqual(await store.removals())
      expect(history.audit).toEqual((await store.audit({ first: 1000 })).entries.toReversed())
    })

    test('goes into an empty store and comes out of it the same, once or twice', async () => {
      await fill()
      const [kept, version] = [await gather(store), await store.version()]
      store = await fresh()
      for (let time = 1; time <= 2; time++) {
        const { batches, history } = partsOf(kept, version)
        for (const batch of batches) await store.apply(batch)
        const written = await store.version()
        for (const part of inParts(history, 3)) await store.takeOver(part)
        expect(await store.version()).toBe(version)
        // Who followed the store up to here reads it anew.
        if (time === 1) expect(await store.changesSince(written)).toBeNull()
        expect(sortBy(await gather(store), toLabel)).toEqual(sortBy(kept, toLabel))
      }
      expect(await store.everHeld('gone')).toBe(true)
      expect((await store.audit({ first: 1, key: 'event:case/1' })).entries).toMatchObject([{ after: null }])
      expect(await store.apply({ writer: BEN, action: 'more', events: [anEvent()] })).toMatchObject({
        version: version + 1,
      })
      expect((await store.removals()).map(({ key }) => key)).not.toContain('event:case/1')
    })

    test('may be many events, and others may write meanwhile', async () => {
      const ids = Array.from({ length: 4500 }, (_, i) => `case/${i}`)
      await store.apply(aCase({ events: ids.map((id) => anEvent({ id })) }))
      const found: string[] = []
      let chunks = 0
      for await (const chunk of store.everything()) {
        chunks++
        for (const each of chunk) if (each.type === 'event') found.push(each.record.id)
        if (found.length > 0 && (await store.version()) === 1) {
          await store.apply({ writer: ANA, sources: [aSource({ title: 'Meanwhile' })] })
        }
      }
      expect(found.toSorted()).toEqual(ids.toSorted())
      expect(chunks).toBeGreaterThan(4)
      expect(await store.version()).toBe(2)
    })
  })

  describe('taking over', () => {
    const none: History = { version: 0, held: [], merges: [], removed: [], audit: [] }

    test('never falls behind, and remembers what was held whatever it is called', async () => {
      await store.apply(aCase())
      await store.takeOver(none)
      expect(await store.version()).toBe(1)
      await store.takeOver({ ...none, version: 40, held: ['copy begun', 'other', 'case'] })
      expect(await store.version()).toBe(40)
      for (const id of ['copy begun', 'other', 'case']) expect(await store.everHeld(id)).toBe(true)
      expect(await store.apply({ writer: ANA, events: [anEvent()] })).toEqual({ version: 41, changed: 1 })
      await store.takeOver({ ...none, version: 7 })
      expect(await store.version()).toBe(41)
    })

    test('leaves what is there as it is', async () => {
      await store.apply(aCase())
      await store.apply({ writer: ANA, action: 'mine', at: AT, merge: [{ from: 'a', into: 'b' }], events: [anEvent()] })
      const [merges, page] = [await store.merges(), await store.audit({ first: 9 })]
      const note = { collection: 'case', version: 1, at: AT, writer: BEN, reason: null }
      const removed: RemovedRecord[] = [
        { ...note, key: 'event:case/1', record: anEvent() },
        { ...note, key: 'actor:case/uk', record: anActor('uk') },
        { ...note, key: 'event:case/2', record: anEvent({ id: 'case/2' }) },
      ]
      const entry = { version: 2, at: AT, writer: BEN, action: 'theirs', reason: null, key: null }
      const audit: AuditEntry[] = [1, 3].map((n) => ({
        ...entry,
        n,
        before: { merged: { from: 'x', into: 'y' } },
        beforeWriter: LOADER,
        after: null,
      }))
      const theirs: Merge[] = ['a', 'c'].map((from) => ({ from, into: 'd', version: 9, at: AT, writer: BEN }))
      await store.takeOver({ ...none, version: 9, merges: theirs, removed, audit })
      expect(await store.merges()).toEqual([...merges, theirs[1]])
      expect(await store.removals()).toEqual([removed[2]])
      expect(await store.audit({ first: 9 })).toEqual({ entries: [audit[1], ...page.entries], total: 3 })
    })
  })
}

async function gather(store: GraphStore): Promise<Kept[]> {
  const chunks: (readonly Kept[])[] = []
  for await (const chunk of store.everything()) chunks.push(chunk)
  return chunks.flat()
}

function toKey(kept: Kept): RecordKey | null {
  if (kept.type === 'collection') return keyOfCollection(kept.record)
  if (kept.type === 'actor') return keyOfEntry(kept.record)
  return 'record' in kept ? keyOf(kept.type, kept.record.id) : null
}

function toLabel(kept: Kept): string {
  if (kept.type === 'import') return `import ${kept.imported.id}`
  if (kept.type === 'held') return `held ${kept.collection}`
  if (kept.type === 'merge') return `merge ${kept.merge.from}`
  if (kept.type === 'removed') return `removed ${kept.removed.key}`
  if (kept.type === 'audit') return `audit ${kept.entry.version}.${kept.entry.n}`
  return toKey(kept) ?? ''
}

/** What a copy writes: records in batches of 7 by the writers that they had, and the rest. */
function partsOf(kept: readonly Kept[], version: number): { batches: Batch[]; history: History } {
  const records = kept.filter((each) => 'writer' in each)
  const batches: Batch[] = []
  for (let at = 0; at < records.length; at += 7) {
    const some = records.slice(at, at + 7)
    const of = <T extends (typeof some)[number]['type']>(type: T) =>
      some.flatMap((each) => (each.type === type ? [each.record as Extract<Kept, { type: T }>['record']] : []))
    batches.push({
      writer: { by: 'IMPORT', name: 'copy' },
      as: new Map(some.flatMap((each) => [[toKey(each), each.writer]] as [RecordKey, Writer][])),
      collections: of('collection'),
      sources: of('source'),
      actors: of('actor'),
      affiliations: of('affiliation'),
      events: of('event'),
    })
  }
  const history = {
    version,
    held: kept.flatMap((each) => (each.type === 'held' ? [each.collection] : [])),
    merges: kept.flatMap((each) => (each.type === 'merge' ? [each.merge] : [])),
    removed: kept.flatMap((each) => (each.type === 'removed' ? [each.removed] : [])),
    audit: kept.flatMap((each) => (each.type === 'audit' ? [each.entry] : [])),
  }
  return { batches, history }
}

function inParts({ version, held, merges, removed, audit }: History, many: number): History[] {
  const longest = Math.max(held.length, merges.length, removed.length, audit.length)
  return Array.from({ length: Math.ceil(longest / many) }, (_, i) => {
    const part = <T>(list: readonly T[]): readonly T[] => list.slice(i * many, (i + 1) * many)
    return { version, held: part(held), merges: part(merges), removed: part(removed), audit: part(audit) }
  })
}

function sortBy<T>(list: readonly T[], by: (each: T) => string): T[] {
  return list.toSorted((a, b) => (by(a) < by(b) ? -1 : 1))
}

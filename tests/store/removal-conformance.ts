import { describe, expect, test } from 'vitest'
import type { GraphStore } from '../../server/store/graph-store.ts'
import { aCase, aCollection, anActor, anEvent, LOADER, someEvidence, toBatch } from '../support/records.ts'
import { allColumns } from './all-columns.ts'
import { everything } from './everything.ts'

/** What goes, what goes with it and what stays; how collections share actors. */
export function removalConformance(store: () => GraphStore): void {
  describe('removal', () => {
    test('takes an event with all that hangs on it, and only that', async () => {
      const one = anEvent({ evidence: [someEvidence({ quote: 'gone words' })], breaks: ['case/2'] })
      const two = anEvent({ id: 'case/2', kind: 'COOPERATION', evidence: [someEvidence({ quote: 'kept words' })] })
      await store().apply(aCase({ events: [one, two] }))
      expect(await store().apply({ writer: LOADER, remove: { events: ['case/1', 'case/none'] } })).toEqual({
        version: 2,
        changed: 1,
      })
      expect(await store().eventDetails(['case/1', 'case/2'])).toEqual([two])
      expect(await allColumns(store())).toMatchObject({ evidence: [['case/2', 'case/report', null, 0, 0]], links: [] })
      expect((await store().eventCandidates('words')).map(({ event }) => event)).toEqual(['case/2'])
      expect(await store().changesSince(1)).toEqual([{ version: 2, events: ['case/1'], everything: false }])
    })

    test('of a collection takes what it owns and leaves the others', async () => {
      const other = everything('other')
      await store().apply(toBatch(everything('all')))
      await store().apply(toBatch(other))
      const { changed } = await store().apply({ writer: LOADER, remove: { collections: ['all', 'none'] } })
      expect(changed).toBe(1 + 20 + 8 + 6 + 24)
      expect(await store().readCollection('all')).toBeNull()
      expect((await store().readCollection('other'))?.contents).toEqual(other)
      expect(await store().sources()).toEqual(other.sources)
      expect(
        (await store().actors()).every(({ entries }) => entries.length === 1 && entries[0]?.collection === 'other'),
      ).toBe(true)
      const change = (await store().changesSince(2))?.[0]
      expect(change?.everything).toBe(true)
      expect(change?.events.toSorted()).toEqual(everything('all').events.map(({ id }) => id))
    })

    test('of what the same batch writes does nothing, so that a collection can be replaced whole', async () => {
      await store().apply(aCase({ events: [anEvent(), anEvent({ id: 'case/2' })] }))
      const replace = { ...aCase({ events: [anEvent({ id: 'case/2' })] }), remove: { collections: ['case'] } }
      expect(await store().apply(replace)).toEqual({ version: 2, changed: 1 })
      expect(await store().apply(replace)).toEqual({ version: 2, changed: 0 })
      expect((await store().readCollection('case'))?.contents.events.map(({ id }) => id)).toEqual(['case/2'])
    })

    test('may take a source and the evidence that names it at once', async () => {
      await store().apply(aCase({ events: [anEvent({ evidence: [someEvidence()] })] }))
      const batch = { writer: LOADER, events: [anEvent()], remove: { sources: ['case/report'] } }
      expect(await store().apply(batch)).toEqual({ version: 2, changed: 2 })
      expect(await store().sources()).toEqual([])
    })

    test('leaves the memory that the collection was held', async () => {
      expect(await store().everHeld('case')).toBe(false)
      await store().apply(aCase())
      await store().apply({ writer: LOADER, remove: { collections: ['case'] } })
      expect(await store().everHeld('case')).toBe(true)
      expect(await store().everHeld('cas')).toBe(false)
      expect(await store().collections()).toEqual([])
    })
  })

  describe('actors', () => {
    const inOther = [aCollection({ id: 'other' })]
    const britain = anActor('uk', { collection: 'other', name: 'Britain', aliases: ['Albion'] })

    test('are shared: a collection adds names, and takes them with it', async () => {
      await store().apply(aCase())
      const [before] = (await store().actors()).filter(({ id }) => id === 'uk')
      await store().apply({ writer: LOADER, collections: inOther, actors: [britain] })
      const [shared] = (await store().actors()).filter(({ id }) => id === 'uk')
      expect(shared?.entries.map(({ collection, name }) => [collection, name])).toEqual([
        ['case', 'United Kingdom'],
        ['other', 'Britain'],
      ])
      expect(shared?.ref).toBe(before?.ref)
      expect((await store().actorCandidates('albion', 10)).map(({ actor }) => actor)).toEqual(['uk'])
      await store().apply({ writer: LOADER, remove: { collections: ['other'] } })
      expect((await store().actors()).filter(({ id }) => id === 'uk')).toEqual([before])
      expect(await store().actorCandidates('albion', 10)).toEqual([])
    })

    test('live while one collection names them', async () => {
      await store().apply(aCase({ events: [anEvent()] }))
      await store().apply({ writer: LOADER, collections: inOther, actors: [britain] })
      const entry = { actor: 'uk', collection: 'case' }
      expect(await store().apply({ writer: LOADER, remove: { actors: [entry] } })).toEqual({ version: 3, changed: 1 })
      expect((await store().actors()).map(({ id }) => id)).toEqual(['uk', 'us'])
      await expect(
        store().apply({ writer: LOADER, remove: { actors: [{ ...entry, collection: 'other' }] } }),
      ).rejects.toThrow(/case\/1.*uk/)
      await store().apply({
        writer: LOADER,
        remove: { actors: [{ ...entry, collection: 'other' }], events: ['case/1'] },
      })
      expect((await store().actors()).map(({ id }) => id)).toEqual(['us'])
    })

    test('of one collection stay while an event of another needs them', async () => {
      await store().apply(aCase())
      const event = anEvent({ id: 'other/1', collection: 'other' })
      await store().apply({ writer: LOADER, collections: inOther, actors: [britain], events: [event] })
      await expect(store().apply({ writer: LOADER, remove: { collections: ['case'] } })).rejects.toThrow(/other\/1.*us/)
      expect((await store().readCollection('case'))?.contents.actors).toHaveLength(2)
    })

    test('lend their ref to nobody when they have gone', async () => {
      await store().apply(aCase())
      const refs = new Set((await store().actors()).map(({ ref }) => ref))
      await store().apply({ writer: LOADER, remove: { collections: ['case'] } })
      await store().apply(aCase({ actors: [anActor('fr'), anActor('de')] }))
      for (const { ref } of await store().actors()) expect(refs.has(ref)).toBe(false)
    })
  })
}

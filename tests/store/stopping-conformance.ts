import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openMemory } from '../../server/memory/memory.ts'
import type { GraphStore } from '../../server/store/graph-store.ts'
import { drained } from '../support/drained.ts'
import { aCase, anEvent, aSource, LOADER, someEvidence } from '../support/records.ts'

export interface StoppingSubject {
  readonly name: string
  readonly open: (onStatement: (name: string) => void) => Promise<GraphStore>
  readonly wipe: () => Promise<void>
}

const REASON = new Error('Nobody waits any more.')
const EVENT = 'case/1'

/** What every store does for those who want answers only until a signal fires. */
export function stoppingConformance({ name, open, wipe }: StoppingSubject): void {
  describe(`${name}, asked under a signal`, () => {
    let store: GraphStore
    const told: string[] = []
    let onStatement = (statement: string): void => void told.push(statement)
    beforeAll(async () => {
      store = await open((statement) => onStatement(statement))
      await store.apply(
        aCase({ sources: [aSource()], events: [anEvent({ scope: 'intelligence', evidence: [someEvidence()] })] }),
      )
    })
    beforeEach(() => {
      told.length = 0
      onStatement = (statement) => void told.push(statement)
    })
    afterAll(async () => {
      await store.close()
      await wipe()
    })

    /** Each call that a request makes, and each stream. */
    function calls(of: GraphStore) {
      return {
        version: () => of.version(),
        changesSince: () => of.changesSince(0),
        revisions: () => of.revisions(['event:case/1']),
        audit: () => of.audit({ first: 10 }),
        removals: () => of.removals(),
        merges: () => of.merges(),
        everything: () => drained(of.everything()),
        readCollection: () => of.readCollection('case'),
        everHeld: () => of.everHeld('case'),
        collections: () => of.collections(),
        actors: () => of.actors(),
        affiliations: () => of.affiliations(),
        sources: () => of.sources(),
        eventColumns: () => drained(of.eventColumns()),
        eventColumnsOf: () => of.eventColumnsOf([EVENT]),
        eventDetails: () => of.eventDetails([EVENT]),
        affiliationDetails: () => of.affiliationDetails([EVENT]),
        actorCandidates: () => of.actorCandidates('united', 10),
        eventCandidates: () => of.eventCandidates('intelligence'),
      }
    }

    test('answers as it does without, while the signal has not fired', async () => {
      const under = store.under(new AbortController().signal)
      for (const call of ['revisions', 'eventDetails', 'eventCandidates'] as const) {
        const answer = await calls(under)[call]()
        expect(answer).toEqual(await calls(store)[call]())
        expect(JSON.stringify(answer)).not.toBe('[]')
      }
      expect(under.capabilities).toEqual(store.capabilities)
      expect(await under.health()).toEqual(await store.health())
    })

    test('asks nothing once it has, and says why; so does a store that is watched', async () => {
      const memory = openMemory(store)
      for (const of of [store, memory.store]) {
        const under = of.under(AbortSignal.abort(REASON))
        const writes = {
          apply: () => under.apply({ writer: LOADER, remove: { events: [EVENT] } }),
          reload: () => under.reload(),
          takeOver: () => under.takeOver({ version: 99, held: [], merges: [], removed: [], audit: [] }),
        }
        for (const [call, ask] of Object.entries({ ...calls(under), ...writes })) {
          await expect(ask(), call).rejects.toBe(REASON)
        }
      }
      expect(told).toEqual([])
      // Whoever gives up says nothing about the store.
      expect(memory.state().away).toBeNull()
      expect(await store.eventDetails([EVENT])).toHaveLength(1)
      expect(await store.version()).toBe(1)
    })

    test('asks nothing more once it fires; either of two signals will do', async () => {
      for (const fires of [0, 1]) {
        const signals = [new AbortController(), new AbortController()] as const
        const under = store.under(signals[0].signal).under(signals[1].signal)
        const columns = under.eventColumns()[Symbol.asyncIterator]()
        await columns.next()
        signals[fires]?.abort(REASON)
        told.length = 0
        await expect(drained({ [Symbol.asyncIterator]: () => columns })).rejects.toBe(REASON)
        await expect(under.version()).rejects.toBe(REASON)
        expect(told).toEqual([])
      }
    })

    test('undoes a write under which it fires', async () => {
      const before = await store.version()
      const stop = new AbortController()
      onStatement = (statement) => {
        told.push(statement)
        if (statement.startsWith('raise-version')) stop.abort(REASON)
      }
      await expect(store.under(stop.signal).apply({ writer: LOADER, remove: { events: [EVENT] } })).rejects.toBe(REASON)
      expect(told).toContain('raise-version')
      expect(await store.version()).toBe(before)
      expect(await store.eventDetails([EVENT])).toHaveLength(1)
      expect((await store.apply({ writer: LOADER, remove: { events: ['case/none'] } })).changed).toBe(0)
    })
  })
}

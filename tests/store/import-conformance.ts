import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { EventRecord } from '../../server/domain/records.ts'
import { FLAG } from '../../server/domain/snapshot.ts'
import type { GraphStore, Writer } from '../../server/store/graph-store.ts'
import { ImportRunningError, NoImportError, type CodedRow } from '../../server/store/import-store.ts'
import { aBatch, aDataSet, anEnd, anImport, aRow, itsSource } from '../support/import-records.ts'
import { aCase, anActor, anEvent, coded } from '../support/records.ts'
import { numRuns, seed } from '../support/samples.ts'
import { ImportModel, partsOf, seenOf, type Rows } from './import-model.ts'

const ANA: Writer = { by: 'HAND', name: 'Ana' }

/** What every store does with imports. @param open opens one more connection to the same store. */
export function importConformance(current: () => GraphStore, open: () => Promise<GraphStore>): void {
  let store: GraphStore
  beforeEach(() => {
    store = current()
  })

  const begin = (name: string): Promise<void> => store.beginImport(anImport(name), aDataSet(), itsSource())
  const bring = async (name: string, events: readonly EventRecord[]) => {
    await begin(name)
    const outcome = await store.importBatch(`feed@${name}`, aBatch(events))
    await store.finishImport(`feed@${name}`, anEnd())
    return outcome
  }

  describe('an import', () => {
    test('is seen in nothing that is asked until it is finished, and then in all', async () => {
      await store.apply(aCase({ events: [anEvent()] }))
      const before = await askAll(store)
      await begin('one')
      const batch = aBatch([aRow('1', { summary: 'unheard words' }), aRow('2', { actor: 'newcomer' })], {
        affiliations: [
          { id: 'feed/a', collection: 'feed', type: 'MEMBER_OF', actor: 'newcomer', to: 'us', ...NO_DATES },
        ],
        sources: [itsSource({ id: 'feed/other' })],
      })
      expect(await store.importBatch('feed@one', batch)).toEqual({ events: 2, held: [], differing: [] })
      expect(await askAll(store)).toEqual(before)
      const other = await open()
      expect(await askAll(other)).toEqual(before)
      expect(await other.imports()).toEqual([anImport('one')])
      await other.close()
      const end = anEnd({ rows: 2, events: 2 })
      expect(await store.finishImport('feed@one', end)).toEqual({ version: 2 })
      expect(await store.changesSince(1)).toEqual([{ version: 2, events: ['feed/1', 'feed/2'], everything: true }])
      expect(await store.imports()).toEqual([
        { ...anImport('one'), state: 'DONE', endedAt: end.at, counts: end.counts },
      ])
      expect(await store.everHeld('feed')).toBe(true)
      expect((await store.eventDetails(['feed/1', 'feed/2'])).length).toBe(2)
      expect((await store.eventCandidates('unheard')).map(({ event }) => event)).toEqual(['feed/1'])
      expect((await store.actorCandidates('newcomer', 5)).map(({ actor }) => actor)).toEqual(['newcomer'])
      expect((await store.actors()).map(({ id }) => id)).toEqual(['uk', 'us', 'newcomer'])
      expect((await store.readCollection('feed'))?.contents).toEqual({
        collection: aDataSet(),
        actors: batch.actors.toSorted((a, b) => (a.actor < b.actor ? -1 : 1)),
        affiliations: batch.affiliations,
        sources: [itsSource(), itsSource({ id: 'feed/other' })],
        events: batch.events,
      })
      expect((await store.revisions(['event:feed/1'])).get('event:feed/1')?.writer).toEqual({
        by: 'IMPORT',
        name: 'feed@one',
      })
    })

    test('goes on where it was, and the same again changes nothing', async () => {
      await begin('one')
      const first = aBatch([aRow('1'), aRow('2')])
      await store.importBatch('feed@one', first)
      const again = await open()
      await again.beginImport(anImport('one', { startedAt: '2030-01-01T00:00:00.000Z' }), aDataSet(), itsSource())
      expect(await again.importBatch('feed@one', first)).toEqual({ events: 2, held: [], differing: [] })
      expect(await again.importBatch('feed@one', aBatch([aRow('3')]))).toMatchObject({ events: 1 })
      const done = await again.finishImport('feed@one', anEnd())
      await again.close()
      expect(await store.finishImport('feed@one', anEnd())).toEqual(done)
      const seen = await seenOf(store)
      await begin('one')
      await expect(store.importBatch('feed@one', first)).rejects.toThrow(NoImportError)
      expect(await seenOf(store)).toEqual(seen)
      expect((await store.imports())[0]).toMatchObject({ state: 'DONE', startedAt: anImport('one').startedAt })
      expect(await store.version()).toBe(done.version)
    })

    test('one of a collection at a time is unfinished', async () => {
      await bring('done', [aRow('1')])
      await begin('one')
      await expect(begin('two')).rejects.toThrow(ImportRunningError)
      await expect(store.undoImport('feed@done')).rejects.toThrow(/feed@one is unfinished/)
      await expect(store.importBatch('feed@none', aBatch([]))).rejects.toThrow(NoImportError)
      await expect(store.finishImport('feed@none', anEnd())).rejects.toThrow(NoImportError)
      await expect(store.undoImport('feed@none')).rejects.toThrow(NoImportError)
      const other = { collection: 'other', id: 'other@x' }
      await store.beginImport(
        anImport('x', other),
        aDataSet({ id: 'other' }),
        itsSource({ id: 'other/d', collection: 'other' }),
      )
      expect((await store.imports()).map(({ id }) => id)).toEqual(['feed@done', 'feed@one', 'other@x'])
      await store.undoImport('feed@one')
      await begin('two')
    })

    test('a batch that cannot be written leaves nothing', async () => {
      await begin('one')
      const bad = aBatch([aRow('1'), aRow('2', { actor: 'nobody' })], { actors: aBatch([aRow('1')]).actors })
      await expect(store.importBatch('feed@one', bad)).rejects.toThrow(/names the actor nobody/)
      await expect(
        store.importBatch('feed@one', aBatch([aRow('1'), aRow('2', { summary: '\ud800' })])),
      ).rejects.toThrow(/well-formed/)
      await store.finishImport('feed@one', anEnd())
      expect((await store.readCollection('feed'))?.contents).toMatchObject({ actors: [], events: [] })
    })

    test('rows that are there are held, other words under one id are told and left', async () => {
      await bring('one', [aRow('1'), aRow('2'), aRow('3')])
      await store.apply({ writer: ANA, events: [aRow('3', { strength: 0 })] })
      const rows = [aRow('0'), aRow('1'), aRow('2', { coded: coded({ code: '043' }) }), aRow('3')]
      expect(await bring('two', rows)).toEqual({ events: 1, held: [1, 3], differing: [2] })
      expect((await store.eventDetails(['feed/2']))[0]?.coded?.code).toBe('042')
      expect((await store.eventDetails(['feed/3']))[0]?.strength).toBe(0)
    })
  })

  describe('undo', () => {
    test.each([
      ['first', 'one', 'two'],
      ['last', 'two', 'one'],
    ])('takes away what nobody else owns, the %s import before the other', async (_, first, second) => {
      const nothing = await askAll(store)
      await bring('one', [aRow('1'), aRow('2', { actor: 'a' })])
      const one = await seenOf(store)
      await store.undoImport('feed@one')
      await bring('two', [aRow('2', { actor: 'a' }), aRow('3')])
      const two = await seenOf(store)
      await store.undoImport('feed@two')
      await bring('one', [aRow('1'), aRow('2', { actor: 'a' })])
      await bring('two', [aRow('2', { actor: 'a' }), aRow('3')])
      const before = await store.version()
      const undone = await store.undoImport(`feed@${first}`)
      expect(undone).toMatchObject({ events: 1, shared: 1, kept: [], keptTotal: 0 })
      expect(undone.version).toBeGreaterThan(before)
      expect(await store.version()).toBe(undone.version)
      expect(await seenOf(store)).toEqual(first === 'one' ? two : one)
      expect(await store.undoImport(`feed@${second}`)).toMatchObject({ events: 2, shared: 0 })
      expect(await askAll(store)).toEqual(nothing)
    })

    test('keeps what a hand has changed, and what that names, and lists it', async () => {
      await bring('one', [aRow('1'), aRow('2', { actor: 'a', target: 'b' }), aRow('3', { actor: 'a' })])
      await store.apply({ writer: ANA, events: [aRow('2', { actor: 'a', target: 'b', strength: 0 })] })
      expect(await store.undoImport('feed@one')).toMatchObject({ events: 2, kept: ['feed/2'], keptTotal: 1 })
      expect((await seenOf(store)).events.length).toBe(1)
      expect((await store.actors()).map(({ id }) => id).sort()).toEqual(['a', 'b'])
      expect((await store.sources()).map(({ id }) => id)).toEqual(['feed/data'])
      expect((await store.collections()).map(({ id }) => id)).toEqual(['feed'])
      expect(await store.imports()).toEqual([])
      // Again: held, owned, kept again.
      const rows = [aRow('1'), aRow('2', { actor: 'a', target: 'b' })]
      expect(await bring('one', rows)).toEqual({ events: 1, held: [1], differing: [] })
      expect(await store.undoImport('feed@one')).toMatchObject({ events: 1, kept: ['feed/2'] })
      expect((await store.actors()).map(({ id }) => id).sort()).toEqual(['a', 'b'])
    })

    test('of an unfinished import shows nothing, and tells how far it is', async () => {
      await store.apply(aCase({ events: [anEvent()] }))
      const before = await askAll(store)
      await begin('one')
      await store.importBatch('feed@one', aBatch([aRow('1'), aRow('2', { actor: 'a' })]))
      const told: number[] = []
      expect(await store.undoImport('feed@one', (removed) => told.push(removed))).toMatchObject({ events: 2 })
      expect(told.at(-1)).toBe(2)
      expect(await askAll(store)).toEqual(before)
      expect(await store.imports()).toEqual([])
    })

    test('an actor that another collection names stays', async () => {
      await bring('one', [aRow('1', { actor: 'a' })])
      await store.apply(aCase({ actors: [anActor('us')], events: [anEvent({ actor: 'a' })] }))
      await store.undoImport('feed@one')
      expect((await store.actors()).map(({ id }) => id)).toEqual(['a', 'us'])
    })
  })

  describe('mirrors', () => {
    const flagged = async (): Promise<string[]> =>
      (await store.readCollection('feed'))?.contents.events.filter((each) => each.coded?.mirror).map(({ id }) => id) ??
      []
    const mark = (...ids: string[]): Promise<void> => store.markMirrors('feed', ['042', '043'], parts(ids))

    test('are flagged over the whole collection, and what is seen changes when the import is finished', async () => {
      const rally = aRow('r', { coded: coded({ code: '141', mirror: true }) })
      await bring('one', [aRow('1'), aRow('2'), rally])
      await mark('feed/1')
      expect(await flagged()).toEqual(['feed/1', 'feed/r'])
      const before = await store.version()
      await mark('feed/1')
      expect(await store.version()).toBe(before)
      await begin('two')
      await store.importBatch('feed@two', aBatch([aRow('3'), aRow('4')]))
      expect((await codes(store, ['042'])).map(({ id, mirror }) => [id, mirror])).toEqual([
        ['feed/1', true],
        ['feed/2', false],
        ['feed/3', false],
        ['feed/4', false],
      ])
      await mark('feed/2', 'feed/3', 'feed/none')
      expect(await flagged()).toEqual(['feed/1', 'feed/r'])
      await store.finishImport('feed@two', anEnd())
      expect(await flagged()).toEqual(['feed/2', 'feed/3', 'feed/r'])
      expect(new Set((await store.changesSince(before))?.flatMap(({ events }) => events))).toEqual(
        new Set(['feed/1', 'feed/2', 'feed/3', 'feed/4']),
      )
      const columns = await store.eventColumnsOf(['feed/2', 'feed/4'])
      expect(new Map(columns.events.map((tuple) => [tuple[0], tuple[5] & FLAG.MIRROR]))).toEqual(
        new Map([
          ['feed/2', FLAG.MIRROR],
          ['feed/4', 0],
        ]),
      )
      await store.undoImport('feed@two')
      await mark()
      expect(await flagged()).toEqual(['feed/r'])
    })

    test('a row is told with what pairing needs, and a flag is no other word', async () => {
      await bring('one', [aRow('1')])
      await mark('feed/1')
      const [row] = await codes(store, ['042'])
      expect(row).toEqual({
        id: 'feed/1',
        actor: 'uk',
        target: 'us',
        earliest: (await store.eventColumnsOf(['feed/1'])).events[0]?.[3],
        code: '042',
        actorName: 'Government (United Kingdom)',
        targetName: 'United States',
        mirror: true,
      })
      expect(await codes(store, ['999'])).toEqual([])
      expect(await bring('two', [aRow('1')])).toMatchObject({ held: [0], differing: [] })
    })
  })

  test('random imports, interruptions, changes and undos leave what a naive model has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep(), { minLength: 3, maxLength: 9 }), async (steps) => {
        for (const { id } of await store.imports()) await store.undoImport(id)
        await store.apply({ writer: ANA, remove: { collections: ['feed'] } })
        const model = new ImportModel()
        for (const [at, step] of steps.entries()) await take(store, model, step, `s${at}`)
        for (const id of model.imports.toReversed()) expectUndone(await store.undoImport(id), model.undo(id))
        expect(await seenOf(store)).toEqual(model.seen())
      }),
      { numRuns: numRuns(12, 2_000), seed: seed() },
    )
  })
}

const NO_DATES = { role: null, since: null, until: null, evidence: [] }

async function* parts(ids: readonly string[]): AsyncIterable<readonly string[]> {
  for (const id of ids) yield [id]
}

async function codes(store: GraphStore, wanted: readonly string[]): Promise<CodedRow[]> {
  const rows: CodedRow[] = []
  for await (const chunk of store.codedRows('feed', wanted)) rows.push(...chunk)
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Everything that a reader may ask. */
async function askAll(store: GraphStore): Promise<Readonly<Record<string, unknown>>> {
  const columns = []
  for await (const chunk of store.eventColumns()) columns.push(...chunk.events.map(([id]) => id))
  return {
    seen: await seenOf(store),
    actors: (await store.actors()).map(({ id, entries }) => [id, entries]),
    affiliations: await store.affiliations(),
    sources: await store.sources(),
    columns: columns.sort(),
    some: (await store.eventColumnsOf(['feed/1', 'feed/2', 'case/1'])).events.map(([id]) => id),
    details: (await store.eventDetails(['feed/1', 'case/1'])).map(({ id }) => id),
    affiliationDetails: await store.affiliationDetails(['feed/a']),
    feed: await store.readCollection('feed'),
    held: await store.everHeld('feed'),
    names: await store.actorCandidates('newcomer', 5),
    short: await store.actorCandidates('ne', 5),
    near: await store.actorCandidates('nwecomer', 5),
    words: await store.eventCandidates('unheard'),
    revisions: await store.revisions(['event:feed/1', 'actor:feed/newcomer', 'collection:feed', 'source:feed/data']),
  }
}

type Step =
  | { readonly type: 'import'; readonly rows: Rows; readonly cut: number; readonly end: 'finish' | 'resume' | 'undo' }
  | { readonly type: 'undo'; readonly which: number }
  | { readonly type: 'change'; readonly which: number }

function aStep(): fc.Arbitrary<Step> {
  const row = fc.record({ id: fc.integer({ min: 1, max: 12 }), words: fc.boolean() }).map(({ id, words }) => {
    // Who acts depends on the id, as in a file; sometimes a file has other words under the id.
    const actor = ['a', 'b', 'c', 'a-gov', 'b-gov'][id % 5] ?? 'a'
    return aRow(String(id), { actor, target: id % 2 === 0 ? 'x' : 'y', summary: words && id % 4 === 0 ? 'else' : null })
  })
  const rows = fc.record({
    events: fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 8 }),
    spelling: fc.constantFrom('', ' A', ' Z', ' ü'),
  })
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('import' as const),
        rows,
        cut: fc.integer({ min: 0, max: 8 }),
        end: fc.constantFrom('finish' as const, 'finish' as const, 'resume' as const, 'undo' as const),
      }),
    },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('undo' as const), which: fc.nat(9) }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('change' as const), which: fc.nat(11) }) },
  )
}

async function take(store: GraphStore, model: ImportModel, step: Step, name: string): Promise<void> {
  const id = `feed@${name}`
  if (step.type === 'undo') {
    const which = model.imports[step.which]
    if (which !== undefined) expectUndone(await store.undoImport(which), model.undo(which))
  } else if (step.type === 'change') {
    const row = [...model.events.values()][step.which]
    if (!row) return
    const record = { ...row.shown, strength: 0, scope: 'by hand' }
    await store.apply({ writer: ANA, events: [record] })
    model.change(record)
  } else {
    const before = await seenOf(store)
    await store.beginImport(anImport(name), aDataSet(), itsSource())
    const batches = [step.rows.events.slice(0, step.cut), step.rows.events.slice(step.cut)]
    const whole = partsOf(step.rows)
    const write = (events: readonly EventRecord[]) => store.importBatch(id, { ...whole, sources: [], events })
    const first = await write(batches[0] ?? [])
    expect(await seenOf(store)).toEqual(before)
    if (step.end === 'undo') {
      await store.undoImport(id)
    } else {
      if (step.end === 'resume') expect(await write(batches[0] ?? [])).toEqual(first)
      const second = await write(batches[1] ?? [])
      await store.finishImport(id, anEnd())
      const shift = (at: number): number => at + step.cut
      expect({
        events: first.events + second.events,
        held: [...first.held, ...second.held.map(shift)],
        differing: [...first.differing, ...second.differing.map(shift)],
      }).toEqual(model.bring(id, step.rows))
    }
  }
  expect(await seenOf(store)).toEqual(model.seen())
}

function expectUndone(found: unknown, expected: object): void {
  expect({ ...(found as object), kept: (found as { kept: string[] }).kept.toSorted() }).toMatchObject(expected)
}

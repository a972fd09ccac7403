import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../../server/domain/record-key.ts'
import { STATUSES } from '../../../server/domain/words.ts'
import { ConflictError, RecordError } from '../../../server/hand/recorder.ts'
import type { Stored } from '../../../server/store/graph-store.ts'
import { numRuns } from '../../support/samples.ts'
import { SMALL_CASE } from '../ingest/small-case.ts'
import { CONDEMNS, LETTER, openWorkshop, type Workshop } from './workshop.ts'

/** What two hands and a loader may do, in any order. */
type Step = (shop: Workshop) => Promise<unknown>

const actor = fc.constantFrom('a', 'b', 'b-navy', 'club', 'c', 'd')
const event = fc.constantFrom('a-shares', 'a-suspends', 'a-restores', 'own-1', 'own-2', 'own-3')
const whole = event.map((id) => `small/${id}`)
const source = fc.constantFrom('paper', 'paper', 'wire', 'letter')
const text = fc.constantFrom('one', 'two', 'three')
const nothing = null

const byHand: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ id: actor, name: text }).map(
    (draft): Step =>
      ({ hand }) =>
        hand.saveActor({ ...draft, kind: 'STATE', collection: 'small' }, nothing),
  ),
  fc.record({ id: source, publisher: text }).map(
    (draft): Step =>
      ({ hand }) =>
        hand.saveSource({ ...LETTER, ...draft }, nothing),
  ),
  fc.record({ type: fc.constantFrom('PART_OF', 'LEADS', 'MEMBER_OF'), actor, to: actor, role: text }).map(
    (draft): Step =>
      ({ hand }) =>
        hand.saveAffiliation({ ...draft, collection: 'small' }, nothing),
  ),
  fc.constantFrom('small/b-navy-part-of-b', 'small/b-member-of-club', 'small/a-part-of-b').map(
    (id): Step =>
      ({ hand }) =>
        hand.removeAffiliation(id, nothing, nothing),
  ),
  fc
    .record({
      id: fc.oneof(fc.constantFrom('own-1', 'own-2', 'own-3'), event),
      ends: fc.shuffledSubarray(['a', 'b', 'b-navy', 'club', 'c'], { minLength: 2, maxLength: 2 }),
      scope: text,
      source,
    })
    .map(({ ends: [from = '', target = ''], source: of, id, scope }): Step => async ({ hand, store }) => {
      const isThere = (await store.eventDetails([`small/${id}`])).length > 0
      const seen = isThere ? await store.version() : null
      return hand.recordEvent({ ...CONDEMNS, id, actor: from, target, scope, evidence: [{ source: of }] }, seen)
    }),
  fc.tuple(whole, source, text).map(
    ([id, of, quote]): Step =>
      ({ hand }) =>
        hand.addEvidence(id, { source: of, quote }, nothing),
  ),
  fc.tuple(whole, fc.constantFrom('1', '2')).map(
    ([id, piece]): Step =>
      ({ hand }) =>
        hand.removeEvidence(id, piece, nothing, nothing),
  ),
  fc.tuple(whole, fc.constantFrom(...STATUSES), fc.integer({ min: 20_400, max: 20_403 })).map(
    ([id, status, on]): Step =>
      ({ hand }) =>
        hand.setEventStatus(id, { status, on }, nothing),
  ),
  whole.map(
    (id): Step =>
      ({ hand }) =>
        hand.retractEvent(id, 'A slip.', nothing),
  ),
  fc.tuple(actor, actor).map(
    ([from, into]): Step =>
      ({ hand }) =>
        hand.mergeActors({ from, into, preview: false, reason: null }, nothing),
  ),
  fc.nat({ max: 5 }).map(
    (back): Step =>
      async ({ hand, store }) =>
        hand.undo(String((await store.version()) - back), nothing),
  ),
)

/** The small case with some places written otherwise. */
const load: fc.Arbitrary<Step> = fc
  .subarray([
    ['events.yaml', 'quote: no more', 'quote: never'],
    ['events.yaml', 'occurred: 2025-11\n', 'occurred: 2025-12\n'],
    ['events.yaml', '  breaks: [a-shares]\n', ''],
    ['actors.yaml', 'name: Boetia', 'name: Boeotia'],
    ['sources.yaml', 'publisher: The Wire', 'publisher: A Wire'],
    ['affiliations.yaml', '- type: MEMBER_OF\n  actor: b\n  to: club\n', ''],
    ['positions.yaml', 'b: [90, 50.5]', 'b: [91, 50.5]'],
  ] as const)
  .map((changes): Step => ({ load: loadFiles }) => {
    const texts = new Map(Object.entries(SMALL_CASE))
    for (const [file, from, to] of changes) texts.set(file, (texts.get(file) ?? '').replace(from, to))
    return loadFiles(texts)
  })

async function read({ store }: Workshop) {
  const stored = await store.readCollection('small')
  return {
    contents: stored?.contents,
    writers: stored?.writtenBy,
    merges: new Map((await store.merges()).map(({ from, into }) => [from, into])),
    removals: new Set((await store.removals()).map(({ key }) => key)),
  }
}

/** What a hand wrote last. */
function ofHands(stored: Stored | null): ReadonlyMap<RecordKey, unknown> {
  if (!stored) return new Map()
  const { collection, actors, affiliations, sources, events } = stored.contents
  const all: readonly (readonly [RecordKey, unknown])[] = [
    [keyOfCollection(collection), collection],
    ...actors.map((each) => [keyOfEntry(each), each] as const),
    ...affiliations.map((each) => [keyOf('affiliation', each.id), each] as const),
    ...sources.map((each) => [keyOf('source', each.id), each] as const),
    ...events.map((each) => [keyOf('event', each.id), each] as const),
  ]
  return new Map(all.filter(([key]) => stored.writtenBy.get(key)?.by === 'HAND'))
}

const done = new Set<string>()

it('no load loses what a hand wrote or brings back what it took away, and undo gives back an equal store', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 4, arbitrary: byHand }, { weight: 1, arbitrary: load }), {
        minLength: 8,
        maxLength: 16,
      }),
      async (steps) => {
        const shop = await openWorkshop()
        try {
          await shop.load()
          for (const step of steps) {
            const [before, held] = [await read(shop), await shop.store.readCollection('small')]
            const version = await shop.store.version()
            const isRefused = await step(shop).then(
              () => false,
              (error: unknown) => {
                if (error instanceof RecordError || error instanceof ConflictError) return true
                throw error
              },
            )
            const after = await read(shop)
            const raised = (await shop.store.version()) - version
            if (isRefused || raised === 0) {
              expect(after).toEqual(before)
              continue
            }
            const { entries } = await shop.store.audit({ first: 1, version: version + 1 })
            done.add(entries[0]?.action ?? '')
            if (entries[0]?.writer.by === 'LOAD') {
              const now = ofHands(await shop.store.readCollection('small'))
              for (const [key, record] of ofHands(held)) expect(now.get(key)).toEqual(record)
              expect(after.removals).toEqual(before.removals)
              expect(after.merges).toEqual(before.merges)
            } else {
              const undone = await shop.hand.undo(String(version + 1), null)
              expect(await read(shop)).toEqual(before)
              await shop.hand.undo(undone.change, null)
              expect(await read(shop)).toEqual(after)
            }
          }
          // What was loaded last changes nothing when it is loaded again.
          const once = await shop.load()
          expect(await shop.load()).toMatchObject({ changed: 0, version: once.version })
        } finally {
          await shop.close()
        }
      },
    ),
    { numRuns: numRuns(8, 500) },
  )
  for (const action of ['load', 'saveActor', 'recordEvent', 'retractEvent', 'mergeActors', 'undo'])
    expect(done).toContain(action)
})

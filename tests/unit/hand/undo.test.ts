import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRecorder } from '../../../server/hand/create-recorder.ts'
import { broken } from '../ingest/small-case.ts'
import { CONDEMNS, CROCIA, LETTER, openWorkshop, theDay, type Workshop } from './workshop.ts'

let shop: Workshop
beforeEach(async () => {
  shop = await openWorkshop()
  await shop.load()
})
afterEach(() => shop.close())

/** All that there is, and who wrote it; without when. */
async function everything(): Promise<unknown> {
  const { store } = shop
  const stored = await store.readCollection('small')
  return {
    contents: stored?.contents,
    writers: stored?.writtenBy,
    merges: (await store.merges()).map(({ from, into }) => [from, into]),
    removals: (await store.removals()).map(({ key }) => key),
  }
}

describe('undo', () => {
  it.each<[string, (shop: Workshop) => Promise<{ readonly change: string | null }>]>([
    ['a new actor', ({ hand }) => hand.saveActor(CROCIA, null)],
    ['another name', ({ hand }) => hand.saveActor({ ...CROCIA, id: 'b' }, null)],
    ['a new source', ({ hand }) => hand.saveSource(LETTER, null)],
    ['an affiliation', ({ hand }) => hand.removeAffiliation('small/b-member-of-club', 'Left.', null)],
    ['a new event', ({ hand }) => hand.recordEvent(CONDEMNS, null)],
    ['a piece of evidence', ({ hand }) => hand.addEvidence('small/a-shares', { source: 'wire' }, null)],
    ['a status', ({ hand }) => hand.setEventStatus('small/a-shares', { status: 'DENIED', on: 20_500 }, null)],
    ['a retraction', ({ hand }) => hand.retractEvent('small/a-suspends', 'It never was.', null)],
    ['a merge', ({ hand }) => hand.mergeActors({ from: 'club', into: 'a', preview: false, reason: 'The same.' }, null)],
  ])('takes back %s whole, and undo of the undoing makes it again', async (_, change) => {
    const before = await everything()
    const made = await change(shop)
    const after = await everything()
    expect(after).not.toEqual(before)
    const undone = await shop.hand.undo(made.change ?? '', 'A slip.')
    expect(await everything()).toEqual(before)
    const redone = await shop.hand.undo(undone.change, null)
    expect(await everything()).toEqual(after)
    expect(redone.records.toSorted()).toEqual(undone.records.toSorted())
    await shop.hand.undo(redone.change, null)
    expect(await everything()).toEqual(before)
    // What a load wrote last is the load's again.
    expect(await shop.load()).toMatchObject({ changed: 0, conflicts: [] })
  })

  it('is noted with its reason', async () => {
    const { change } = await shop.hand.saveActor(CROCIA, null)
    await shop.hand.undo(change ?? '', 'A slip.')
    expect((await shop.log()).at(-1)).toMatchObject({ action: 'undo', reason: 'A slip.', after: null })
  })

  it('is refused where a record was changed since, and names it', async () => {
    const { hand } = shop
    const { change } = await hand.saveActor({ ...CROCIA, id: 'b' }, null)
    const { version } = await hand.saveActor({ ...CROCIA, id: 'b', name: 'Later' }, null)
    await expect(hand.undo(change ?? '', null)).rejects.toMatchObject({
      name: 'ConflictError',
      record: 'actor:small/b',
      version,
      says: 'Since that change somebody has changed the actor b. Undo the later changes first, or correct the records one by one.',
    })
    expect(await shop.store.version()).toBe(version)
  })

  it.each([
    ['no number', 'yesterday', /No change "yesterday" is noted/],
    ['no change', '7000', /No change "7000" is noted/],
    ['a load', '1', /The change 1 is a load, and only changes by hand can be undone/],
  ])('of %s is refused', async (_, change, says) => {
    await expect(shop.hand.undo(change, null)).rejects.toMatchObject({
      name: 'RecordError',
      argument: 'change',
      says: expect.stringMatching(says),
    })
  })

  it('is refused where something names what would go', async () => {
    const { hand } = shop
    const actor = await hand.saveActor(CROCIA, null)
    const source = await hand.saveSource(LETTER, null)
    await hand.recordEvent({ ...CONDEMNS, id: 'by-hand', actor: 'c', evidence: [{ source: 'letter' }] }, null)
    await expect(hand.undo(actor.change ?? '', null)).rejects.toMatchObject({
      argument: 'change',
      says: 'The actor c cannot go, because the event by-hand names it. Change that first.',
    })
    await expect(hand.undo(source.change ?? '', null)).rejects.toMatchObject({
      says: 'The source letter cannot go, because the event by-hand names it. Change that first.',
    })
  })

  it('is refused where the case would not be right any more', async () => {
    const { hand } = shop
    const removed = await hand.removeAffiliation('small/b-member-of-club', null, null)
    await hand.saveAffiliation({ collection: 'small', type: 'PART_OF', actor: 'club', to: 'a' }, null)
    await shop.hand.undo(removed.change ?? '', null)
    const part = await hand.saveAffiliation({ collection: 'small', type: 'PART_OF', actor: 'a', to: 'b' }, null)
    await hand.undo(part.change ?? '', null)
    await hand.saveAffiliation({ collection: 'small', type: 'PART_OF', actor: 'b', to: 'a' }, null)
    const again = (await shop.log()).at(-2)
    await expect(hand.undo(String(again?.version), null)).rejects.toMatchObject({
      argument: 'change',
      says: expect.stringMatching(/would not be right any more: These affiliations go round in a circle/),
    })
  })

  it('brings back under a merge what was taken away before it', async () => {
    const { hand } = shop
    await hand.saveActor(CROCIA, null)
    const { change } = await hand.retractEvent('small/a-suspends', 'A slip.', null)
    await hand.mergeActors({ from: 'a', into: 'c', preview: false, reason: null }, null)
    await hand.undo(change ?? '', null).catch(() => {})
    // The other records of the retraction were changed by the merge.
    await expect(hand.undo(change ?? '', null)).rejects.toMatchObject({ name: 'ConflictError' })
    const alone = await hand.recordEvent({ ...CONDEMNS, actor: 'c' }, null)
    const gone = await hand.retractEvent(alone.id, 'A slip.', null)
    await hand.saveActor({ ...CROCIA, id: 'd' }, null)
    await hand.mergeActors({ from: 'c', into: 'd', preview: false, reason: null }, null)
    await hand.undo(gone.change ?? '', null)
    expect((await shop.store.eventDetails([alone.id]))[0]).toMatchObject({ actor: 'd' })
  })
})

describe('changes by several at once', () => {
  it('each begin anew where another was first, and none is lost', async () => {
    const others = Array.from({ length: 3 }, (_, i) =>
      createRecorder({ store: shop.store, memory: shop.memory, who: `Writer ${i}` }),
    )
    const id = 'small/a-shares'
    await Promise.all(
      [shop.hand, ...others].flatMap((hand, i) =>
        [0, 1, 2].map((n) =>
          hand.setEventStatus(id, { status: 'CONFIRMED', on: theDay('2025-11-11') + 10 * i + n }, null),
        ),
      ),
    )
    expect((await shop.store.eventDetails([id]))[0]?.history).toHaveLength(12)
  })

  it('a load gives way too', async () => {
    const texts = broken('events.yaml', 'quote: no more', 'quote: never')
    const [report] = await Promise.all([shop.load(texts), shop.hand.saveActor(CROCIA, null)])
    expect(report.conflicts).toEqual([])
    const { actors, events } = await shop.held()
    expect(actors.map(({ actor }) => actor)).toContain('c')
    expect(events[2]?.evidence[0]?.quote).toBe('never')
  })
})

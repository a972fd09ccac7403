import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planMerge } from '../../../server/hand/merge-actors.ts'
import type { MergeReport } from '../../../server/hand/recorder.ts'
import { broken } from '../ingest/small-case.ts'
import { CONDEMNS, CROCIA, openWorkshop, type Workshop } from './workshop.ts'

let shop: Workshop
beforeEach(async () => {
  shop = await openWorkshop()
  await shop.load()
})
afterEach(() => shop.close())

const merge = (from: string, into: string, preview = false): Promise<MergeReport> =>
  shop.hand.mergeActors({ from, into, preview, reason: null }, null)

/** The small case with an Arcadia of another name, which the merge joins with `a`. */
const TWO = new Map([
  ...broken(
    'actors.yaml',
    '- id: club',
    '- { id: arc, kind: STATE, name: Arcadian State, aliases: [Arc, AS] }\n- id: club',
  ),
  ...[...broken('positions.yaml', 'a: [', 'arc: [1, 2]\na: [')].filter(([name]) => name === 'positions.yaml'),
  ...[...broken('events.yaml', '- id: a-suspends\n  actor: a', '- id: a-suspends\n  actor: arc')].filter(
    ([name]) => name === 'events.yaml',
  ),
  ...[
    ...broken('affiliations.yaml', '- type: MEMBER_OF', '- { type: BASED_IN, actor: arc, to: a }\n- type: MEMBER_OF'),
  ].filter(([name]) => name === 'affiliations.yaml'),
  ...[...broken('case.yaml', 'by: a', 'by: arc')].filter(([name]) => name === 'case.yaml'),
])
/** Without links, which would ask for one actor before the merge. */
const TWO_ACTORS = new Map(
  [...TWO].map(([name, text]) => [
    name,
    text.replace('  breaks: [a-shares]\n', '').replace('  restores: [a-suspends]\n', ''),
  ]),
)

describe('a merge of actors', () => {
  beforeEach(async () => {
    await shop.load(TWO_ACTORS)
  })

  it('tells before it is made what it will do, and writes nothing then', async () => {
    const version = await shop.store.version()
    const before = await merge('arc', 'a', true)
    expect(before).toEqual({
      from: 'arc',
      into: 'a',
      preview: true,
      aliases: ['Arcadian State', 'AS'],
      events: 1,
      affiliations: 1,
      collections: ['small'],
      obstacles: [],
      version,
      change: null,
    })
    expect(await shop.store.version()).toBe(version)
    expect(await merge('arc', 'a')).toEqual({
      ...before,
      preview: false,
      version: version + 1,
      change: `${version + 1}`,
    })
  })

  it('makes one of the two everywhere', async () => {
    await merge('arc', 'a')
    const { collection, actors, affiliations, events } = await shop.held()
    expect(actors.map(({ actor, aliases }) => [actor, aliases])).toEqual([
      ['a', ['Arc', 'Arcadian State', 'AS']],
      ['b', []],
      ['b-navy', []],
      ['club', []],
    ])
    expect(affiliations.map(({ id }) => id)).toEqual(['small/b-member-of-club', 'small/b-navy-part-of-b'])
    expect(events.map(({ actor }) => actor)).toEqual(['a', 'a', 'a'])
    expect(collection.positions.map(({ actor, x }) => [actor, x])).toEqual([
      ['a', 10],
      ['b', 90],
    ])
    expect(collection.questions.map(({ by }) => by)).toEqual(['a'])
    expect(await shop.store.merges()).toMatchObject([{ from: 'arc', into: 'a', writer: { by: 'HAND', name: 'Ana' } }])
    expect(await shop.store.removals()).toEqual([])
    const { actorIndex } = await shop.memory.snapshot()
    expect(actorIndex.has('arc')).toBe(false)
  })

  it('leaves the records to whom wrote them, so that the files load over them without a conflict', async () => {
    const { version } = await merge('arc', 'a')
    expect(await shop.load(TWO_ACTORS)).toMatchObject({ changed: 0, conflicts: [], version })
    const corrected = new Map(
      [...TWO_ACTORS].map(([name, text]) => [
        name,
        text.replace('Arcadian State', 'State of Arcadia').replace('no more', 'never'),
      ]),
    )
    expect(await shop.load(corrected)).toMatchObject({ changed: 2, conflicts: [] })
    const { actors, events } = await shop.held()
    expect(actors[0]?.aliases).toEqual(['Arc', 'State of Arcadia', 'AS'])
    expect(events[2]).toMatchObject({ actor: 'a', evidence: [{ quote: 'never' }] })
  })

  it('keeps what a hand had written of either', async () => {
    await shop.hand.saveActor({ ...CROCIA, id: 'arc', name: 'The Arcs' }, null)
    await merge('arc', 'a')
    const { conflicts } = await shop.load(TWO_ACTORS)
    expect(conflicts).toEqual([
      'The actor a was changed by Ana since it was loaded and is kept; the files differ in aliases.',
    ])
    expect((await shop.held()).actors[0]?.aliases).toEqual(['Arc', 'The Arcs'])
  })

  it('stands for what is written later', async () => {
    await merge('arc', 'a')
    const { id } = await shop.hand.recordEvent({ ...CONDEMNS, actor: 'arc' }, null)
    expect((await shop.store.eventDetails([id]))[0]).toMatchObject({ actor: 'a' })
    await expect(shop.hand.saveActor({ ...CROCIA, id: 'arc' }, null)).rejects.toMatchObject({
      argument: 'actor.id',
      says: 'arc was merged into a. Write a, or undo the merge.',
    })
  })

  it('reads an act of the two toward each other out of files, and says so', async () => {
    await merge('arc', 'a')
    const selfAct = TWO_ACTORS.get('events.yaml') ?? ''
    const texts = new Map(TWO_ACTORS).set(
      'events.yaml',
      `${selfAct}- { id: own, actor: arc, target: a, kind: SUSPENSION, subtype: aid, occurred: 2025-11, evidence: [{ source: paper }] }\n`,
    )
    expect(await shop.load(texts)).toMatchObject({
      changed: 0,
      conflicts: ['The event own would act toward itself, because arc and a were merged, and stays out.'],
    })
  })

  it('goes on through a later one', async () => {
    await shop.hand.saveActor(CROCIA, null)
    await merge('arc', 'a')
    await merge('a', 'c')
    expect((await shop.held()).events.map(({ actor }) => actor)).toEqual(['c', 'c', 'c'])
    const { version } = await shop.store.merges().then((all) => all.at(-1) ?? { version: 0 })
    const { conflicts, changed } = await shop.load(TWO_ACTORS)
    // The entry of c is the hand's; what it says of a comes from a hand too.
    expect([conflicts, changed, await shop.store.version()]).toEqual([[], 0, version])
    for (const [from, into, argument] of [
      ['arc', 'b', 'from'],
      ['b', 'a', 'into'],
      ['b', 'b', 'into'],
      ['bee', 'b', 'from'],
      ['b', 'bee', 'into'],
    ] as const) {
      await expect(merge(from, into)).rejects.toMatchObject({ name: 'RecordError', argument })
    }
  })

  it('is refused where somebody wrote one of its records since', async () => {
    const { version } = await merge('arc', 'a', true)
    await shop.hand.setEventStatus('small/a-shares', { status: 'CONFIRMED', on: 20_500 }, null)
    const ask = { from: 'arc', into: 'a', preview: false, reason: null }
    // That event does not name arc.
    expect((await shop.hand.mergeActors({ ...ask, preview: true }, version)).obstacles).toEqual([])
    await shop.hand.setEventStatus('small/a-suspends', { status: 'CONFIRMED', on: 20_500 }, null)
    await expect(shop.hand.mergeActors(ask, version)).rejects.toMatchObject({
      name: 'ConflictError',
      record: 'event:small/a-suspends',
    })
  })
})

describe('what stands in the way of a merge', () => {
  it('is told, and nothing is written: acts toward oneself', async () => {
    const version = await shop.store.version()
    const { obstacles, change } = await merge('b', 'a')
    expect(obstacles[0]).toBe(
      'The events small/a-restores, small/a-suspends would be of an actor toward itself. Retract them first, or correct who acted.',
    )
    expect([change, await shop.store.version()]).toEqual([null, version])
  })

  it('is told in one order, whichever was written first', async () => {
    await shop.hand.recordEvent({ ...CONDEMNS, id: 'small/a-comes-late', actor: 'a', target: 'b' }, null)
    expect((await merge('b', 'a')).obstacles[0]).toMatch(
      /^The events small\/a-comes-late, small\/a-restores, small\/a-suspends would/,
    )
  })

  it('is told: more events than a hand changes', async () => {
    const { store, memory } = shop
    const ask = { from: 'b', into: 'club' }
    const plan = async (most: number) => planMerge(store, await memory.snapshot(), ask, null, most)
    expect(await plan(2)).toMatchObject({ says: { events: 2, obstacles: [] }, batch: { merge: [ask] } })
    expect(await plan(1)).toMatchObject({
      says: { events: 2, obstacles: ['2 events name b, and at most 1 are changed by hand.'] },
      batch: null,
    })
  })

  it('is told: what would go round in a circle, what would have two tops', async () => {
    const { hand } = shop
    await hand.saveActor(CROCIA, null)
    await hand.saveActor({ ...CROCIA, id: 'd', name: 'Dacia' }, null)
    const partOf = { collection: 'small', type: 'PART_OF' } as const
    await hand.saveAffiliation({ ...partOf, actor: 'b', to: 'c' }, null)
    await hand.saveAffiliation({ ...partOf, actor: 'c', to: 'd' }, null)
    expect((await merge('d', 'b-navy')).obstacles).toEqual([
      expect.stringMatching(
        /^In small: The affiliation .* would not be right any more: These affiliations go round in a circle/,
      ),
    ])
    await hand.saveAffiliation({ ...partOf, actor: 'club', to: 'a' }, null)
    expect((await merge('club', 'c')).obstacles).toEqual([expect.stringMatching(/^In small: .*an actor has one top/)])
  })
})

describe('a merge over several collections', () => {
  it('gives the one an entry where a collection named only the other', async () => {
    await shop.load(broken('case.yaml', 'id: small', 'id: other'), 'other')
    await shop.hand.saveActor(CROCIA, null)
    const report = await merge('b', 'c', true)
    expect(report).toMatchObject({ collections: ['other', 'small'], events: 4, affiliations: 4, obstacles: [] })
    const { version } = await merge('b', 'c')
    const other = await shop.held('other')
    expect(other.actors.map(({ actor, name }) => [actor, name])).toContainEqual(['c', 'Boetia'])
    expect(other.events.map(({ target }) => target).sort()).toEqual(['b-navy', 'c', 'c'])
    const again = await shop.load(broken('case.yaml', 'id: small', 'id: other'), 'other')
    expect(again).toMatchObject({ changed: 0, conflicts: [], version })
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CONDEMNS, LETTER, openWorkshop, type Workshop } from '../hand/workshop.ts'
import { broken, SMALL_CASE } from './small-case.ts'

let shop: Workshop
beforeEach(async () => {
  shop = await openWorkshop()
  await shop.load()
})
afterEach(() => shop.close())

/** Two loads, of which the second changes nothing and notes nothing. */
async function loadTwice(texts: ReadonlyMap<string, string>) {
  const first = await shop.load(texts)
  const notes = await shop.log()
  const again = await shop.load(texts)
  expect(again).toEqual({ ...first, changed: 0 })
  expect(await shop.log()).toEqual(notes)
  return first
}

describe('what a hand took away', () => {
  it('stays out, and is told with who and when', async () => {
    await shop.hand.retractEvent('small/a-suspends', 'It never was.', null)
    await shop.hand.removeAffiliation('small/b-member-of-club', null, null)
    const before = await shop.held()
    const { changed, conflicts } = await loadTwice(new Map(Object.entries(SMALL_CASE)))
    expect(conflicts).toEqual([
      'The affiliation b-member-of-club was removed by Ana on 2026-11-23 and stays out.',
      'The event a-suspends was removed by Ana on 2026-11-23 and stays out.',
    ])
    expect(changed).toBe(0)
    expect(await shop.held()).toEqual(before)
  })

  it('stays out while the files go on around it', async () => {
    await shop.hand.retractEvent('small/a-suspends', 'It never was.', null)
    const texts = new Map(broken('events.yaml', 'occurred: 2025-11\n', 'occurred: 2025-12\n  scope: grain\n'))
    expect((await loadTwice(texts)).changed).toBe(1)
    expect((await shop.held()).events).toMatchObject([
      { id: 'small/a-restores', occurred: '2025-12', scope: 'grain', restores: [] },
      { id: 'small/a-shares' },
    ])
  })

  it('is no conflict once the files have let it go, or the hand has written it again', async () => {
    const { hand } = shop
    const { change } = await hand.removeAffiliation('small/b-member-of-club', null, null)
    const fewer = broken('affiliations.yaml', '- type: MEMBER_OF\n  actor: b\n  to: club\n', '')
    expect((await loadTwice(fewer)).conflicts).toEqual([])
    await hand.undo(change ?? '', null)
    expect((await loadTwice(new Map(Object.entries(SMALL_CASE)))).conflicts).toEqual([])
    expect((await shop.held()).affiliations).toHaveLength(2)
  })

  it('comes back with its case where the whole case was taken away', async () => {
    const sound = await shop.held()
    await shop.hand.retractEvent('small/a-suspends', 'It never was.', null)
    await shop.store.apply({ writer: { by: 'HAND', name: 'Ana' }, remove: { collections: ['small'] } })
    expect((await loadTwice(new Map(Object.entries(SMALL_CASE)))).conflicts).toEqual([])
    expect(await shop.held()).toEqual(sound)
  })
})

describe('files that name what a hand took away', () => {
  const WIRE_TWICE = broken(
    'events.yaml',
    '    - source: paper\n- id: a-suspends',
    '    - source: paper\n    - source: letter\n- id: a-suspends',
  )
  const texts = new Map(WIRE_TWICE)
    .set('sources.yaml', `${SMALL_CASE['sources.yaml']}- { id: letter, publisher: A letter, published: 2025-11-20 }\n`)
    .set(
      'events.yaml',
      `${WIRE_TWICE.get('events.yaml')}- id: b-answers
  actor: b
  target: a
  kind: COOPERATION
  subtype: support
  occurred: 2025-11-20
  evidence: [{ source: letter }]
`,
    )

  it('keep what the store has, leave out the rest, and say so', async () => {
    // No change by hand takes a source of a load away; another program may.
    await shop.hand.saveSource(LETTER, null)
    await shop.store.apply({
      writer: { by: 'HAND', name: 'Ana' },
      remove: { sources: ['small/letter'] },
      at: '2026-11-23T10:00:00Z',
    })
    const before = await shop.held()
    const { changed, conflicts } = await loadTwice(texts)
    expect(conflicts).toEqual([
      'The source letter was removed by Ana on 2026-11-23 and stays out.',
      'The event a-shares names the source letter, which was removed by Ana on 2026-11-23, and is kept as it was.',
      'The event b-answers names the source letter, which was removed by Ana on 2026-11-23, and stays out.',
    ])
    expect(changed).toBe(0)
    expect(await shop.held()).toEqual(before)
  })

  it('do the same where it is an actor', async () => {
    await shop.store.apply({
      writer: { by: 'HAND', name: 'Ana' },
      remove: { actors: [{ actor: 'club', collection: 'small' }], affiliations: ['small/b-member-of-club'] },
      at: '2026-11-23T10:00:00Z',
    })
    const placed = new Map(Object.entries(SMALL_CASE)).set('positions.yaml', 'a: [10, 50]\nclub: [1, 1]\n')
    const { changed, conflicts } = await loadTwice(placed)
    expect(conflicts).toEqual([
      'The actor club was removed by Ana on 2026-11-23 and stays out.',
      'The affiliation b-member-of-club was removed by Ana on 2026-11-23 and stays out.',
    ])
    expect(changed).toBe(1)
    expect((await shop.held()).collection.positions.map(({ actor }) => actor)).toEqual(['a'])
  })
})

describe('files and hands that do not go together any more', () => {
  it('are loaded, and told once', async () => {
    await shop.hand.recordEvent(
      { ...CONDEMNS, id: 'by-hand', kind: 'SUSPENSION', subtype: 'aid', target: 'b-navy', breaks: ['a-shares'] },
      null,
    )
    const events = (SMALL_CASE['events.yaml'] ?? '')
      .replace('kind: COOPERATION\n  subtype: intelligence', 'kind: NEUTRAL\n  subtype: statement')
      .replace('  breaks: [a-shares]\n', '')
    const { conflicts } = await shop.load(new Map(Object.entries({ ...SMALL_CASE, 'events.yaml': events })))
    expect(conflicts).toEqual([
      'The event by-hand does not go with the rest of the case any more: "a-shares" cannot stand in breaks: it is a NEUTRAL. Name a COOPERATION.',
    ])
  })
})

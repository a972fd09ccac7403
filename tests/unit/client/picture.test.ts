import { describe, expect, test } from 'vitest'
import { toEmphasis } from '../../../client/state/picture/emphasis.ts'
import { toPicture, wishAt } from '../../../client/state/picture/to-picture.ts'
import { FIRST_VIEW } from '../../../client/state/view/view.ts'
import { litBy } from '../../../client/state/answers/ask.ts'
import { actorName, collection, eventRow, network } from './made.ts'

const EVENTS = [
  eventRow('e1', 'uk', 'us', 'SUSPENSION'),
  eventRow('e2', 'uk', 'us', 'SUSPENSION', { answered: true }),
  eventRow('e3', 'uk', 'us', 'CONDEMNATION', { disputed: true }),
  eventRow('e4', 'us', 'uk', 'PRESSURE', { stage: 'THREATENED' }),
  eventRow('e5', 'uk', 'fleet', 'COOPERATION'),
]
const PARTS = [
  { from: 'fleet', to: 'navy' },
  { from: 'navy', to: 'us' },
]

describe('what is drawn', () => {
  test('is one line a kind and ordered pair, with the marks of its events', () => {
    const { lines } = toPicture(network(EVENTS), collection(), wishAt('ACTOR'))
    expect(
      lines.map(({ id, events, disputed, answered, notDone }) => [id, events.length, disputed, answered, notDone]),
    ).toEqual([
      ['uk>us SUSPENSION', 2, false, true, false],
      ['uk>us CONDEMNATION', 1, true, false, false],
      ['us>uk PRESSURE', 1, false, false, true],
      ['uk>fleet COOPERATION', 1, false, false, false],
    ])
  })

  test('holds every part in the box of its top actor, and draws only what the box does not say', () => {
    const { actors, hairlines } = toPicture(network(EVENTS, PARTS), collection(), wishAt('ACTOR'))
    expect(actors.map(({ id, inside, box }) => [id, inside, box])).toEqual([
      ['fleet', 'us', false],
      ['navy', 'us', false],
      ['uk', null, false],
      ['us', null, true],
    ])
    expect(hairlines.map(({ id }) => id)).toEqual(['fleet in navy'])
  })

  test('leaves out of the box who was not yet known to belong there', () => {
    const claimed = [{ from: 'fleet', to: 'us', reportedOn: '2025-11-11' }]
    const before = toPicture(network(EVENTS, claimed, '2025-11-10'), collection(), wishAt('ACTOR'))
    expect(before.actors.filter(({ inside, box }) => inside !== null || box)).toEqual([])
    expect(before.hairlines).toEqual([])
    const after = toPicture(network(EVENTS, claimed, '2025-11-11'), collection(), wishAt('ACTOR'))
    expect(after.actors.find(({ id }) => id === 'fleet')?.inside).toBe('us')
  })

  test('is at the top level each top actor once, without boxes', () => {
    const tops = EVENTS.slice(0, 4)
    const { actors, hairlines } = toPicture(
      network(tops, PARTS),
      collection({ fleet: [10, 10], navy: [30, 50] }),
      wishAt('TOP'),
    )
    expect(actors.map(({ id }) => id)).toEqual(['uk', 'us'])
    expect(actors.find(({ id }) => id === 'us')?.partPlaces).toEqual([
      { x: 10, y: 10 },
      { x: 30, y: 50 },
    ])
    expect(hairlines).toEqual([])
  })
})

describe('what stands out', () => {
  const picture = toPicture(network(EVENTS, PARTS), collection(), wishAt('ACTOR'))
  const highlight = (...events: string[]) => ({
    events: new Set(events),
    affiliations: new Set<string>(),
    actors: new Set<string>(),
  })

  test('is nothing while nothing is asked, and the headline has its words', () => {
    const { lit, lineLabels } = toEmphasis(picture, FIRST_VIEW, { headline: 'e3' })
    expect(lit).toBeNull()
    expect([...lineLabels]).toEqual([['uk>us CONDEMNATION', ['a scope', 'Sep to 11 Oct 2025']]])
  })

  test('is the lines of the answer with their ends, and the box of an end that is a part', () => {
    const { lit } = toEmphasis(picture, FIRST_VIEW, { highlight: highlight('e5') })
    expect([...(lit?.lines ?? [])]).toEqual(['uk>fleet COOPERATION'])
    expect([...(lit?.actors ?? [])].sort()).toEqual(['fleet', 'uk', 'us'])
  })

  test('an answer without rows dims everything but those who were asked about', () => {
    expect(toEmphasis(picture, FIRST_VIEW, { highlight: highlight() }).lit?.lines.size).toBe(0)
    const asked = litBy({ highlight: highlight() }, { by: null, toward: actorName('us') })
    expect([...(toEmphasis(picture, FIRST_VIEW, { highlight: asked }).lit?.actors ?? [])]).toEqual(['us'])
    expect(litBy({ highlight: highlight('e5') }, { by: null, toward: actorName('us') }).actors.size).toBe(0)
  })

  test('of what goes on the words beside its line say so', () => {
    const occurred = {
      earliest: null,
      latest: '2025-11-11',
      extent: 'THROUGHOUT',
      openStart: false,
      openEnd: false,
    } as const
    const lasts = toPicture(
      network([eventRow('e', 'uk', 'us', 'COOPERATION', { occurred })]),
      collection(),
      wishAt('ACTOR'),
    )
    const { lineLabels } = toEmphasis(lasts, FIRST_VIEW, { headline: 'e' })
    expect([...lineLabels.values()]).toEqual([['a scope', 'continues, start not stated']])
  })

  test('a kind that is switched off stays where the answer speaks of it', () => {
    const view = { ...FIRST_VIEW, hidden: ['COOPERATION' as const, 'SUSPENSION' as const] }
    expect([...toEmphasis(picture, view, { highlight: highlight('e5') }).hiddenLines]).toEqual(['uk>us SUSPENSION'])
    expect([...toEmphasis(picture, view, {}).hiddenLines].sort()).toEqual(['uk>fleet COOPERATION', 'uk>us SUSPENSION'])
  })
})

import { expect, test } from 'vitest'
import { toStrands } from '../../../client/canvas/strand.ts'
import { toSides } from '../../../client/state/picture/compared.ts'
import { toEmphasis } from '../../../client/state/picture/emphasis.ts'
import { toPicture, wishAt } from '../../../client/state/picture/to-picture.ts'
import { FIRST_VIEW, KINDS } from '../../../client/state/view/view.ts'
import { collection, eventRow, network } from './made.ts'

const PARTS = [
  { from: 'fleet', to: 'us' },
  { from: 'staff', to: 'us' },
]

test('a box that is closed alone takes the ties of its parts, and counts what happened inside', () => {
  const events = [
    eventRow('e1', 'uk', 'us', 'SUSPENSION'),
    eventRow('e2', 'uk', 'fleet', 'SUSPENSION'),
    eventRow('e3', 'fleet', 'staff', 'CONDEMNATION'),
  ]
  const { actors, lines } = toPicture(network(events, PARTS), collection(), { ...wishAt('ACTOR'), boxes: ['us'] })
  expect(actors.map(({ id, parts, eventsInside }) => [id, parts, eventsInside])).toEqual([
    ['uk', [], 0],
    ['us', ['fleet', 'staff'], 1],
  ])
  expect(lines.map(({ actor, target, events: all }) => [actor, target, all.map(({ id }) => id)])).toEqual([
    ['uk', 'us', ['e1', 'e2']],
  ])
})

test('two days have the same actors: ghosts and absent ones at the left, what ended at the right', () => {
  const gone = eventRow('gone', 'uk', 'us', 'COOPERATION')
  const late = eventRow('late', 'us', 'ally', 'VIOLENCE')
  const fresh = eventRow('fresh', 'critic', 'us', 'CONDEMNATION')
  const earlier = network([gone], [], '2025-10-01')
  const later = network([late, fresh])
  const changes = new Map([
    ['gone', 'ENDED' as const],
    ['late', 'UNREPORTED' as const],
    ['fresh', 'APPEARED' as const],
  ])
  const { left, right } = toSides(earlier, later, changes)
  const picture = (side: typeof left) => toPicture(side.network, collection(), wishAt('ACTOR'), side.compared)
  const marks = (side: typeof left) => picture(side).lines.map(({ kind, mark }) => [kind, mark])
  expect(new Set(marks(left).map(String))).toEqual(new Set(['COOPERATION,', 'VIOLENCE,GHOST']))
  expect(new Set(marks(right).map(String))).toEqual(new Set(['CONDEMNATION,', 'COOPERATION,ENDED', 'VIOLENCE,']))
  const sizes = (side: typeof left) => picture(side).actors.map(({ id, ties }) => [id, ties])
  expect(
    picture(left)
      .actors.filter(({ absent }) => absent)
      .map(({ id }) => id),
  ).toEqual(['critic'])
  expect(sizes(left)).toEqual(sizes(right))
})

test('of more than four kinds the strongest three are drawn and the rest counted, until the pair is opened', () => {
  const events = KINDS.slice(0, 5).flatMap((kind, place) =>
    Array.from({ length: 5 - place }, (_, nth) => eventRow(`${kind} ${nth}`, 'uk', 'us', kind)),
  )
  const picture = toPicture(network(events), collection(), wishAt('ACTOR'))
  const strands = (view = FIRST_VIEW) => toStrands(picture, toEmphasis(picture, view, {}))
  expect(strands().map(({ kind, chip }) => [kind, chip])).toEqual([
    ['COOPERATION', '×5'],
    ['SUSPENSION', '×4'],
    ['CONDEMNATION', '×3 +2'],
  ])
  const selection = { what: 'tie', actor: 'uk', target: 'us' } as const
  expect(strands({ ...FIRST_VIEW, selection })).toHaveLength(5)
  expect(strands({ ...FIRST_VIEW, selection, draw: 'EVENTS' })).toHaveLength(events.length)
  expect(strands({ ...FIRST_VIEW, selection, draw: 'BAND' }).map(({ chip }) => chip)).toEqual(['', '', '15', '', ''])
})

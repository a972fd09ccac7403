import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains, overlap, type Rect } from '../../../client/canvas/geometry.ts'
import { placeLabels, placesAround } from '../../../client/canvas/label-placement.ts'
import { toLayout } from '../../../client/canvas/layout.ts'
import { linePaths } from '../../../client/canvas/line-paths.ts'
import { separate } from '../../../client/canvas/separate.ts'
import { lineWidth } from '../../../client/canvas/sizes.ts'
import { toStrands } from '../../../client/canvas/strand.ts'
import { cut, wrap, type Measure } from '../../../client/canvas/text.ts'
import { toEmphasis } from '../../../client/state/picture/emphasis.ts'
import { toPicture, wishAt } from '../../../client/state/picture/to-picture.ts'
import { FIRST_VIEW } from '../../../client/state/view/view.ts'
import { collection, eventRow, network } from './made.ts'

/** Every letter as wide as the next. */
const measure: Measure = (text) => text.length * 7

const rects = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 900 }),
    y: fc.integer({ min: 0, max: 600 }),
    w: fc.integer({ min: 5, max: 90 }),
    h: fc.integer({ min: 5, max: 40 }),
  }),
  { maxLength: 25 },
)

describe('labels', () => {
  test('never touch each other or an obstacle, wherever they are wanted', () => {
    fc.assert(
      fc.property(rects, rects, (actors, hard) => {
        const labels = actors.map((actor, place) => ({
          id: String(place),
          places: placesAround(actor, { w: 60, h: 15 }),
          within: null,
          line: null,
        }))
        const placed = [...placeLabels(labels, { hard, boxes: [], soft: [] }).values()]
        for (const [place, a] of placed.entries()) {
          expect([...placed.slice(place + 1), ...hard].some((b) => overlap(a, b))).toBe(false)
        }
      }),
    )
  })

  test('stand below, else above, else right, else left', () => {
    const actor = { x: 100, y: 100, w: 20, h: 20 }
    const size = { w: 60, h: 15 }
    const [below, above, right, left] = placesAround(actor, size) as [Rect, Rect, Rect, Rect]
    const place = (...hard: Rect[]) =>
      placeLabels([{ id: 'a', places: [below, above, right, left], within: null, line: null }], {
        hard,
        boxes: [],
        soft: [],
      }).get('a')
    expect(place()).toBe(below)
    expect(place(below)).toBe(above)
    expect(place(below, above)).toBe(right)
    expect(place(below, above, right)).toBe(left)
    expect(place(below, above, right, left)).toBeUndefined()
    expect([below.y > 100, above.y < 100, right.x > 100, left.x < 100]).toEqual([true, true, true, true])
  })

  test('leave a line free where another place is, and cross it where none is', () => {
    const [first, second] = [
      { x: 0, y: 0, w: 40, h: 10 },
      { x: 0, y: 50, w: 40, h: 10 },
    ]
    const soft = [{ x: 0, y: 0, line: 'l' }]
    const place = (places: Rect[]) =>
      placeLabels([{ id: 'a', places, within: null, line: null }], { hard: [], boxes: [], soft }).get('a')
    expect(place([first, second])).toBe(second)
    expect(place([first])).toBe(first)
  })

  test('of a line never lie on the way of another, at the worst there is none; on its own they may', () => {
    const [onOther, besideOther, free] = [
      { x: 0, y: 0, w: 40, h: 10 },
      { x: 0, y: 12, w: 40, h: 10 },
      { x: 0, y: 50, w: 40, h: 10 },
    ]
    const soft = [
      { x: 0, y: 0, line: 'other' },
      { x: 0, y: 50, line: 'own' },
    ]
    const place = (...places: Rect[]) =>
      placeLabels([{ id: 'a', places, within: null, line: 'own' }], { hard: [], boxes: [], soft }).get('a')
    expect(place(onOther, besideOther, free)).toBe(free)
    expect(place(onOther, besideOther)).toBeUndefined()
  })

  test('of a part stay in its box, and of others stay out of it', () => {
    const box = { x: 0, y: 0, w: 100, h: 100 }
    const [inside, across] = [
      { x: 0, y: 0, w: 40, h: 10 },
      { x: 45, y: 0, w: 40, h: 10 },
    ]
    const place = (within: Rect | null) =>
      placeLabels([{ id: 'a', places: [across, inside], within, line: null }], {
        hard: [],
        boxes: [box],
        soft: [],
      }).get('a')
    expect(place(box)).toBe(inside)
    expect(place(null)).toBeUndefined()
  })
})

test('what would overlap is moved apart, what is apart stays, and left-of stays left-of', () => {
  const moved = separate(
    [
      { x: 0, y: 0, w: 20, h: 20 },
      { x: 10, y: 2, w: 20, h: 20 },
      { x: 500, y: 500, w: 20, h: 20 },
    ],
    4,
  )
  expect(overlap(moved[0]!, moved[1]!)).toBe(false)
  expect(moved[0]!.x).toBeLessThan(moved[1]!.x)
  expect(moved[2]).toEqual({ x: 500, y: 500, w: 20, h: 20 })
})

describe('a scene', () => {
  const events = [
    eventRow('e1', 'uk', 'us', 'SUSPENSION'),
    eventRow('e2', 'uk', 'us', 'CONDEMNATION'),
    eventRow('e3', 'us', 'uk', 'PRESSURE'),
    eventRow('e4', 'uk', 'fleet', 'COOPERATION'),
  ]
  const picture = toPicture(
    network(events, [{ from: 'fleet', to: 'us' }]),
    collection({ uk: [0, 50], us: [80, 50], fleet: [90, 60] }),
    wishAt('ACTOR'),
  )
  const { bodies } = toLayout(picture, { width: 900, height: 600, controls: [] }, measure)
  const byId = new Map(bodies.map((body) => [body.actor.id, body]))
  const paths = linePaths(toStrands(picture, toEmphasis(picture, FIRST_VIEW, {})), byId)

  test('holds a part in its box, and is the same however often it is made', () => {
    expect(contains(byId.get('us')!.rect, byId.get('fleet')!.rect)).toBe(true)
    expect(toLayout(picture, { width: 900, height: 600, controls: [] }, measure).bodies).toEqual(bodies)
  })

  test('ends lines of the state at the edge of its box, side by side, and the line of a part at the part', () => {
    const box = byId.get('us')!.rect
    const left = box.x - box.w / 2
    const ends = paths.filter(({ id }) => id.startsWith('uk>us')).map(({ curve }) => curve.to)
    for (const end of ends) expect(Math.abs(end.x - left)).toBeLessThanOrEqual(3)
    expect(Math.abs(ends[0]!.y - ends[1]!.y)).toBeGreaterThanOrEqual(15)
    const fleet = byId.get('fleet')!.rect
    const part = paths.find(({ id }) => id.startsWith('uk>fleet'))!.curve.to
    expect(Math.hypot(part.x - fleet.x, part.y - fleet.y)).toBeLessThan(fleet.w / 2 + 5)
  })

  test('draws the other direction as a line of its own that begins where the first ends', () => {
    const back = paths.find(({ id }) => id.startsWith('us>uk'))!.curve
    expect(back.from.x).toBeGreaterThan(back.to.x)
  })
})

test('lines grow with the logarithm of their events, to twice as wide at most', () => {
  expect(lineWidth('COOPERATION', 1)).toBe(2)
  expect(lineWidth('COOPERATION', 4)).toBe(3)
  expect(lineWidth('COOPERATION', 10_000)).toBe(4)
})

test('texts are wrapped as evenly as they can be, and cut before a word', () => {
  expect(wrap('Allies of Donald Trump', 122, 'actor', measure)).toEqual(['Allies of', 'Donald Trump'])
  expect(wrap('Incomprehensibilities', 50, 'actor', measure)).toEqual(['Incomprehensibilities'])
  expect(cut('maritime intelligence on suspected boats', 200, 'line', measure)).toBe('maritime intelligence …')
  expect(cut('short', 200, 'line', measure)).toBe('short')
})

import type { Body } from './bodies.ts'
import {
  along,
  around,
  direction,
  inside,
  normal,
  overlap,
  sample,
  type Curve,
  type Point,
  type Rect,
} from './geometry.ts'
import { portsOf, type Side } from './ports.ts'
import { APART, BAND, FAN } from './sizes.ts'
import type { Strand } from './strand.ts'

/** Between an actor and the end of a line. */
const GAP = 3

/** A line with its way. */
export interface LinePath {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly curve: Curve
}

/**
 * The way of every line. Lines of one pair, in both directions, lie side by side; a line ends at the edge of a box or of an actor; one
 * that would run through an actor of another pair is bent round it where that helps.
 */
export function linePaths(strands: readonly Strand[], bodies: ReadonlyMap<string, Body>): readonly LinePath[] {
  const groups = [...Map.groupBy(strands, ({ source, target }) => [source, target].sort().join(' ')).values()]
  const ports = portsOf(groups, bodies)
  return groups.flatMap((group, place) => {
    const [first] = group
    const ends = ports[place]
    const a = first && bodies.get(first.source)
    const b = first && bodies.get(first.target)
    if (!first || !ends || !a || !b) return []
    const others = [...bodies.values()].filter((body) => !body.actor.box && body !== a && body !== b)
    const spacing = spacingOf(group)
    const offset = (index: number) => index - (group.length - 1) / 2
    const curveAt = (index: number, bend: number) =>
      curveOf(a, b, ends, offset(index) * spacing.ends, bend, offset(index) * spacing.bow)
    const bend = bestBend(group.length, curveAt, others)
    return group.map((strand, index): LinePath => {
      const curve = curveAt(index, bend)
      const turned = strand.source === first.source ? curve : { from: curve.to, to: curve.from, control: curve.control }
      return { id: strand.id, source: strand.source, target: strand.target, curve: turned }
    })
  })
}

interface Ends {
  readonly a: Side | null
  readonly b: Side | null
}

/** Pixels between two neighbours of a pair: at the edge of a box, and between their control points. */
function spacingOf(group: readonly Strand[]): { readonly ends: number; readonly bow: number } {
  if (group.some(({ spread }) => spread === 'APART')) return { ends: FAN / group.length, bow: APART }
  return group.some(({ spread }) => spread === 'BAND') ? { ends: BAND, bow: 0 } : { ends: FAN, bow: 0 }
}

function curveOf(a: Body, b: Body, ends: Ends, offset: number, bend: number, apart: number): Curve {
  const middleA = ends.a ? ends.a.at : centre(a.rect)
  const middleB = ends.b ? ends.b.at : centre(b.rect)
  const across = normal(direction(middleA, middleB))
  const shift = (side: Side | null, at: Point) =>
    side ? along(at, side.along, offset * (dot(side.along, across) < 0 ? -1 : 1)) : at
  const endA = shift(ends.a, middleA)
  const endB = shift(ends.b, middleB)
  // Between two discs lines part only in the middle; where one end is a box, the box keeps them apart.
  const bow = (ends.a || ends.b ? 0 : offset * 2) + bend * 2 + apart
  const half = { x: (endA.x + endB.x) / 2, y: (endA.y + endB.y) / 2 }
  const control = bow === 0 ? null : along(half, across, bow)
  return {
    from: ends.a ? along(endA, ends.a.out, GAP - 2) : edgeOf(a.rect, control ?? endB),
    to: ends.b ? along(endB, ends.b.out, GAP - 1) : edgeOf(b.rect, control ?? endA),
    control,
  }
}

function bestBend(lines: number, curveAt: (index: number, bend: number) => Curve, others: readonly Body[]): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const bend of [0, 20, -20, 40, -40, 64, -64]) {
    const points = [...new Set([0, lines - 1])].flatMap((index) => sample(curveAt(index, bend)))
    const reach = around(points.map(({ x, y }) => ({ x, y, w: 0, h: 0 })))
    const near = others.filter(({ rect }) => reach && overlap(rect, reach, 6))
    const hit = near.filter(({ rect }) => points.some((point) => inside(point, rect, 5))).length
    if (hit < least) [best, least] = [bend, hit]
    if (hit === 0) break
  }
  return best
}

function edgeOf(rect: Rect, toward: Point): Point {
  const from = centre(rect)
  return along(from, direction(from, toward), rect.w / 2 + GAP)
}

function centre({ x, y }: Rect): Point {
  return { x, y }
}

function dot(a: Point, b: Point): number {
  return a.x * b.x + a.y * b.y
}

import { contains, overlap, type Point, type Rect } from './geometry.ts'
import { toPointGrid, type PointGrid } from './point-grid.ts'

/** A label to be placed: its possible places, the best first. */
export interface LabelToPlace {
  readonly id: string
  readonly places: readonly Rect[]
  /** It stays within this one. */
  readonly within: Rect | null
  /** What it names; nothing else of its sort may stand as near. Null: it names no actor. */
  readonly actor?: Rect | null
  /** The line that it names; it never lies on the way of another, which it would seem to name. Null: it names no line. */
  readonly line: string | null
}

/** A point on the way of a line. */
export interface LinePoint extends Point {
  readonly line: string
}

export interface Obstacles {
  /** Nothing may touch these: actors, chips, controls. */
  readonly hard: readonly Rect[]
  /** Those of them that are actors. */
  readonly marks?: readonly Rect[]
  /** Boxes: a label is within one or outside it, never on its edge. */
  readonly boxes: readonly Rect[]
  /** The same by the actor whose box it is. */
  readonly boxOf?: readonly (readonly [string, Rect])[]
  /** Everything stays within these; null: anywhere. */
  readonly bounds?: Rect | null
  /** Better not: the name of an actor may cross a line where there is no other place, the label of a line its own line alone. */
  readonly soft: readonly LinePoint[]
}

/** Pixels kept free round a label. */
const GAP = 3

/** So many pixels nearer to what it names than to anything else. */
const NEARER = 3

/** Pixels between the label of a line and every other line. */
const LINE_GAP = 8

/**
 * Greedy: each label, in the order given, takes the first of its places that touches nothing; else the one that covers the fewest
 * points of lines. One that touches a label, an actor or a chip at every place, or lies on the line of another, is left out: no
 * label is better than one that names the wrong line.
 * @returns places by id
 */
export function placeLabels(labels: readonly LabelToPlace[], obstacles: Obstacles): ReadonlyMap<string, Rect> {
  const placed = new Map<string, Rect>()
  const taken: Rect[] = [...obstacles.hard]
  const points = toPointGrid(obstacles.soft)
  for (const { id, places, within, line, actor } of labels) {
    const rivals = actor ? (obstacles.marks?.filter((rect) => rect !== actor) ?? []) : []
    const free = places.filter(
      (place) =>
        (!obstacles.bounds || contains(obstacles.bounds, place)) &&
        (within ? contains(within, place, GAP) : !obstacles.boxes.some((box) => overlap(box, place, GAP))) &&
        !(actor && rivals.some((rect) => apart(rect, place) < apart(actor, place) + NEARER)) &&
        !taken.some((rect) => overlap(rect, place, GAP)) &&
        !(line !== null && points.some(place, LINE_GAP, (point) => point.line !== line)),
    )
    const best = leastCovered(free, points)
    if (!best) continue
    placed.set(id, best)
    taken.push(best)
  }
  return placed
}

/** Pixels between the edges of two; 0 where they touch. */
function apart(a: Rect, b: Rect): number {
  return Math.hypot(
    Math.max(0, Math.abs(a.x - b.x) - (a.w + b.w) / 2),
    Math.max(0, Math.abs(a.y - b.y) - (a.h + b.h) / 2),
  )
}

function leastCovered(places: readonly Rect[], points: PointGrid<LinePoint>): Rect | null {
  let best: Rect | null = null
  let least = Number.POSITIVE_INFINITY
  for (const place of places) {
    const covered = points.count(place, 1)
    if (covered === 0) return place
    if (covered < least) [best, least] = [place, covered]
  }
  return best
}

/** Places of a label round an actor: below, above, right, left, then the corners, then farther away. */
export function placesAround(actor: Rect, { w, h }: { w: number; h: number }): readonly Rect[] {
  const at = (gap: number, sides: readonly (readonly [number, number])[]) =>
    sides.map(([x, y]) => ({
      x: actor.x + x * (actor.w / 2 + gap + w / 2),
      y: actor.y + y * (actor.h / 2 + gap + h / 2),
      w,
      h,
    }))
  const shifted = [0.5, -0.5].flatMap((part) =>
    [1, -1].map((y) => ({
      x: actor.x + part * w * 0.8,
      y: actor.y + y * (actor.h / 2 + 4 + h / 2),
      w,
      h,
    })),
  )
  return [...at(4, SIDES), ...shifted, ...at(2, CORNERS), ...at(16, SIDES)]
}

const SIDES = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
] as const

const CORNERS = [
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
] as const

import { inside, type Point, type Rect } from './geometry.ts'

/** Points that are asked for by where they are. */
export interface PointGrid<T extends Point> {
  /** How many lie in a rectangle, with so many pixels round it. */
  readonly count: (rect: Rect, gap: number) => number
  /** Whether one of them does, of those that are meant. */
  readonly some: (rect: Rect, gap: number, isMeant: (point: T) => boolean) => boolean
}

/** Pixels of the side of a square: about the height of two labels. */
const SIDE = 48

/** Sorted into squares, so that nobody looks at all points for those at one place. */
export function toPointGrid<T extends Point>(points: readonly T[]): PointGrid<T> {
  const columns = new Map<number, Map<number, T[]>>()
  for (const point of points) {
    const column = Math.floor(point.x / SIDE)
    const row = Math.floor(point.y / SIDE)
    const squares = columns.get(column) ?? new Map<number, T[]>()
    columns.set(column, squares)
    const square = squares.get(row)
    if (square) square.push(point)
    else squares.set(row, [point])
  }
  function* within(rect: Rect, gap: number): Generator<T> {
    const [halfX, halfY] = [rect.w / 2 + gap, rect.h / 2 + gap]
    const last = { column: Math.floor((rect.x + halfX) / SIDE), row: Math.floor((rect.y + halfY) / SIDE) }
    for (let column = Math.floor((rect.x - halfX) / SIDE); column <= last.column; column++) {
      const squares = columns.get(column)
      if (!squares) continue
      for (let row = Math.floor((rect.y - halfY) / SIDE); row <= last.row; row++) {
        for (const point of squares.get(row) ?? []) if (inside(point, rect, gap)) yield point
      }
    }
  }
  return {
    count: (rect, gap) => {
      let count = 0
      for (const _ of within(rect, gap)) count++
      return count
    },
    some: (rect, gap, isMeant) => {
      for (const point of within(rect, gap)) if (isMeant(point)) return true
      return false
    },
  }
}

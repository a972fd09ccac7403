/** All in pixels of the scene; y grows downward. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** By its middle. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export function overlap(a: Rect, b: Rect, gap = 0): boolean {
  return Math.abs(a.x - b.x) < (a.w + b.w) / 2 + gap && Math.abs(a.y - b.y) < (a.h + b.h) / 2 + gap
}

export function contains(outer: Rect, inner: Rect, inset = 0): boolean {
  return (
    Math.abs(outer.x - inner.x) <= (outer.w - inner.w) / 2 - inset &&
    Math.abs(outer.y - inner.y) <= (outer.h - inner.h) / 2 - inset
  )
}

/** The smallest rectangle round all of them; null where there is none. */
export function around(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null
  const left = Math.min(...rects.map(({ x, w }) => x - w / 2))
  const right = Math.max(...rects.map(({ x, w }) => x + w / 2))
  const top = Math.min(...rects.map(({ y, h }) => y - h / 2))
  const bottom = Math.max(...rects.map(({ y, h }) => y + h / 2))
  return { x: (left + right) / 2, y: (top + bottom) / 2, w: right - left, h: bottom - top }
}

export function clamp(value: number, least: number, most: number): number {
  return least > most ? (least + most) / 2 : Math.min(Math.max(value, least), most)
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** Of length 1; to the right where both points are one. */
export function direction(from: Point, to: Point): Point {
  const length = distance(from, to)
  return length === 0 ? { x: 1, y: 0 } : { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
}

export function along(from: Point, by: Point, length: number): Point {
  return { x: from.x + by.x * length, y: from.y + by.y * length }
}

/** A quarter turn. */
export function normal({ x, y }: Point): Point {
  return { x: -y, y: x }
}

/** A straight line, or a quadratic curve where there is a control point. */
export interface Curve {
  readonly from: Point
  readonly to: Point
  readonly control: Point | null
}

export function pointAt({ from, to, control }: Curve, t: number): Point {
  if (!control) return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t }
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
  return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y }
}

/** Points along a curve, both ends among them, at most `step` apart. */
export function sample(curve: Curve, step = 6): readonly Point[] {
  const length = curve.control
    ? distance(curve.from, curve.control) + distance(curve.control, curve.to)
    : distance(curve.from, curve.to)
  const pieces = Math.max(1, Math.ceil(length / step))
  return Array.from({ length: pieces + 1 }, (_, piece) => pointAt(curve, piece / pieces))
}

export function inside({ x, y }: Point, rect: Rect, gap = 0): boolean {
  return Math.abs(rect.x - x) < rect.w / 2 + gap && Math.abs(rect.y - y) < rect.h / 2 + gap
}

import { withLabel, type Body } from './bodies.ts'
import { around, type Point, type Rect } from './geometry.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** How a scene is shown where everything fits: how large, and where its middle is to be seen. */
export interface Fit {
  readonly zoom: number
  readonly middle: Point
}

const EDGE = 4

/** Only where the area is too small for the marks themselves do these shrink. */
export function fitOf(bodies: readonly Body[], { width, height, scale }: Size & { readonly scale: number }): Fit {
  const middle = { x: width / 2, y: height / 2 }
  const taken = around(bodies.map(withLabel))
  if (!taken || scale !== 1) return { zoom: 1, middle }
  const zoom = Math.min(1, (width - 2 * EDGE) / taken.w, (height - 2 * EDGE) / taken.h)
  const inside = (at: number, size: number, whole: number) => at - size / 2 >= EDGE && at + size / 2 <= whole - EDGE
  if (zoom === 1 && inside(taken.x, taken.w, width) && inside(taken.y, taken.h, height)) return { zoom, middle }
  return { zoom, middle: { x: middle.x + zoom * (middle.x - taken.x), y: middle.y + zoom * (middle.y - taken.y) } }
}

/** What is at a place of the host, in pixels of the scene that is fitted into it. */
export function inScene({ x, y, w, h }: Rect, { zoom, middle }: Fit, { width, height }: Size): Rect {
  return {
    x: (x - middle.x) / zoom + width / 2,
    y: (y - middle.y) / zoom + height / 2,
    w: w / zoom,
    h: h / zoom,
  }
}

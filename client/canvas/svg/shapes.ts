import type { BodyMark } from './marks.ts'
import { round, svg, type SvgNode } from './node.ts'

const CUT = 8

/** The outline of a body, larger by `grow` on every side, as an element without paint. */
export function shapeOf({ shape, points, at, width, height, radius }: BodyMark, grow = 0): SvgNode {
  const [w, h] = [width + 2 * grow, height + 2 * grow]
  const box = { x: at.x - w / 2, y: at.y - h / 2, width: w, height: h }
  switch (shape) {
    case 'ellipse':
      return svg('ellipse', { cx: at.x, cy: at.y, rx: w / 2, ry: h / 2 })
    case 'round-rectangle':
    case 'roundrectangle': {
      const corner = (radius ?? Math.min(width / 4, height / 4, 8)) + grow
      return svg('rect', { ...box, rx: Math.min(corner, w / 2, h / 2) })
    }
    case 'cut-rectangle':
    case 'cutrectangle':
      return polygon(cutCorners(w, h, radius ?? CUT), at)
    case 'polygon':
      return polygon(stretched(points, w, h), at)
    case 'diamond':
      return polygon(stretched([0, 1, 1, 0, 0, -1, -1, 0], w, h), at)
    default: {
      const sides = SIDES[shape]
      return sides === undefined ? svg('rect', box) : polygon(stretched(regular(sides), w, h), at)
    }
  }
}

const SIDES: Readonly<Record<string, number>> = { triangle: 3, pentagon: 5, hexagon: 6, heptagon: 7, octagon: 8 }

/** Points of a regular polygon that stands on a side or, with an odd number, has a point above; stretched to fill -1 to 1. */
function regular(sides: number): readonly number[] {
  const step = (2 * Math.PI) / sides
  const start = Math.PI / 2 + (sides % 2 === 0 ? step / 2 : 0)
  const angles = Array.from({ length: sides }, (_, place) => start + place * step)
  const [xs, ys] = [angles.map(Math.cos), angles.map((angle) => -Math.sin(angle))]
  const fitX = 2 / (Math.max(...xs) - Math.min(...xs))
  const fitY = 2 / (Math.max(...ys) - Math.min(...ys))
  const down = Math.max(0, -1 - Math.min(...ys) * fitY)
  return xs.flatMap((x, place) => [x * fitX, (ys[place] ?? 0) * fitY + down])
}

function stretched(points: readonly number[], width: number, height: number): readonly number[] {
  return points.map((value, place) => (value * (place % 2 === 0 ? width : height)) / 2)
}

function cutCorners(width: number, height: number, cut: number): readonly number[] {
  const [x, y] = [width / 2, height / 2]
  return [cut - x, -y, x - cut, -y, x, cut - y, x, y - cut, x - cut, y, cut - x, y, -x, y - cut, -x, cut - y]
}

function polygon(points: readonly number[], at: { readonly x: number; readonly y: number }): SvgNode {
  const placed = points.map((value, place) => round(value + (place % 2 === 0 ? at.x : at.y)))
  return svg('polygon', { points: placed.join(' ') })
}

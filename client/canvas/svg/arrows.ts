import type { ArrowMark } from './marks.ts'
import { round, svg, type SvgNode } from './node.ts'

/** Arrows as Cytoscape draws them: the tip at 0 0, the line coming from above, in parts of their size. */
const POINTS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  triangle: [[-0.15, -0.3, 0, 0, 0.15, -0.3]],
  vee: [[-0.15, -0.3, 0, 0, 0.15, -0.3, 0, -0.15]],
  tee: [[-0.15, 0, -0.15, -0.1, 0.15, -0.1, 0.15, 0]],
  diamond: [[-0.15, -0.15, 0, -0.3, 0.15, -0.15, 0, 0]],
  square: [[-0.15, 0, 0.15, 0, 0.15, -0.3, -0.15, -0.3]],
  chevron: [[0, 0, -0.15, -0.15, -0.1, -0.2, 0, -0.1, 0.1, -0.2, 0.15, -0.15]],
  'triangle-tee': [
    [0, 0, 0.15, -0.3, -0.15, -0.3],
    [-0.15, -0.4, -0.15, -0.5, 0.15, -0.5, 0.15, -0.4],
  ],
}

const CIRCLE = 0.15

/** How large an arrow is on a line of this width, in pixels. */
export function arrowSize(width: number, scale: number): number {
  return Math.max((width * 13.37) ** 0.9, 29) * scale
}

/** How far from the tip of its arrow a line ends, in pixels. */
export function arrowGap(shape: string, width: number, scale: number): number {
  switch (shape) {
    case 'none':
      return 0
    case 'tee':
      return 1
    case 'diamond':
      return width * scale
    case 'chevron':
      return 0.95 * width * scale
    case 'vee':
      return 2 * width * scale * 0.525
    default:
      return 2 * width * scale
  }
}

/** How far from the end of a line the middle of its arrow lies, in pixels. */
export function arrowSpacing(shape: string, width: number, scale: number): number {
  if (shape === 'circle') return arrowSize(width, scale) * CIRCLE
  return shape === 'tee' ? 1 : 0
}

/** @param background what a hollow arrow is filled with */
export function drawArrow(
  { shape, at, angle, size, width, stroke, color, hollow }: ArrowMark,
  background: string,
): SvgNode {
  const paint = hollow
    ? { fill: background, stroke: color, 'stroke-width': stroke }
    : { fill: color, stroke: null, 'stroke-width': null }
  if (shape === 'circle') return svg('circle', { cx: at.x, cy: at.y, r: CIRCLE * size, ...paint })
  const polygons = shape === 'triangle-cross' ? crossed(size, width) : (POINTS[shape] ?? [])
  const ways = polygons.map((points) => `M${turned(points, at, angle, size).join(' ')}Z`)
  return svg('path', { d: ways.join(''), ...paint })
}

function crossed(size: number, width: number): readonly (readonly number[])[] {
  const far = -0.4 - width / size
  return [
    [0, 0, 0.15, -0.3, -0.15, -0.3],
    [-0.15, -0.4, -0.15, far, 0.15, far, 0.15, -0.4],
  ]
}

function turned(
  points: readonly number[],
  at: { readonly x: number; readonly y: number },
  angle: number,
  size: number,
): readonly string[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const pairs: string[] = []
  for (let place = 0; place < points.length; place += 2) {
    const [x, y] = [points[place] ?? 0, points[place + 1] ?? 0]
    pairs.push(`${round((x * cos - y * sin) * size + at.x)} ${round((x * sin + y * cos) * size + at.y)}`)
  }
  return pairs
}

import type { Point } from '../geometry.ts'
import { FAMILY } from '../text.ts'
import { drawArrow } from './arrows.ts'
import type { BodyMark, Drawing, LineMark, Mark, Paint, Stroke, TextMark } from './marks.ts'
import { round, svg, type SvgNode } from './node.ts'
import { shapeOf } from './shapes.ts'

/** A drawing as a group, its top left at 0 0. What its camera does not show is cut off. @param id told apart from other groups of the file */
export function drawDrawing({ marks, background, width, height, zoom, pan }: Drawing, id: string): SvgNode {
  const clips: SvgNode[] = []
  const drawn = marks.map((mark, place) => drawMark(mark, background, `${id}-${place}`, clips))
  return svg('g', { 'clip-path': `url(#${id})` }, [
    svg('defs', {}, [svg('clipPath', { id }, [svg('rect', { x: 0, y: 0, width, height })]), ...clips]),
    svg('rect', { x: 0, y: 0, width, height, fill: background }),
    svg('g', { transform: `translate(${round(pan.x)} ${round(pan.y)}) scale(${zoom})` }, drawn),
  ])
}

function drawMark(mark: Mark, background: string, id: string, clips: SvgNode[]): SvgNode {
  if (mark.what === 'body') return drawBody(mark, id, clips)
  return mark.what === 'line' ? drawLine(mark, background) : drawText(mark)
}

export function drawBody(mark: BodyMark, id: string, clips: SvgNode[]): SvgNode {
  const { fill, border, outline, underlay } = mark
  const shape = (attributes: SvgNode['attributes'], grow = 0): SvgNode => {
    const { tag, attributes: own } = shapeOf(mark, grow)
    return svg(tag, { ...own, ...attributes })
  }
  // Drawn double and cut at the edge: half of it lies inside.
  const inside = border?.inside ? { ...border, width: border.width * 2 } : border
  if (border?.inside) clips.push(svg('clipPath', { id }, [shape({})]))
  return svg('g', {}, [
    underlay && shape({ fill: underlay.color, 'fill-opacity': opacityOf(underlay) }, underlay.padding),
    fill.opacity > 0 ? shape({ fill: fill.color, 'fill-opacity': opacityOf(fill) }) : null,
    inside && shape({ fill: 'none', ...strokeOf(inside), ...(border?.inside ? { 'clip-path': `url(#${id})` } : {}) }),
    outline && shape({ fill: 'none', ...strokeOf(outline) }, (outline.width + outline.offset) / 2),
  ])
}

/** A line with its arrows, as one group: dimmed, it does not shine through itself. */
export function drawLine(
  { from, to, controls, stroke, underlay, arrows, opacity }: LineMark,
  background: string,
): SvgNode {
  const d = wayOf(from, to, controls)
  return svg('g', { opacity: opacity === 1 ? null : opacity, fill: 'none' }, [
    underlay && svg('path', { d, ...strokeOf(underlay), 'stroke-linecap': 'round' }),
    svg('path', { d, ...strokeOf(stroke), 'stroke-linecap': stroke.cap === 'butt' ? null : stroke.cap }),
    ...arrows.map((arrow) => drawArrow(arrow, background)),
  ])
}

/** Curves meet half way between their control points. */
function wayOf(from: Point, to: Point, controls: readonly Point[]): string {
  if (controls.length === 0) return `M${pair(from)}L${pair(to)}`
  const ways = controls.map((control, place) => {
    const next = controls[place + 1]
    return `Q${pair(control)} ${pair(next ? { x: (control.x + next.x) / 2, y: (control.y + next.y) / 2 } : to)}`
  })
  return `M${pair(from)}${ways.join('')}`
}

function pair({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}

/** How far the line on which letters stand lies below their middle, in parts of their size, as Cytoscape sets them in this face. */
const BASELINE = 0.2588

function drawText({ lines, at, size, weight, leading, fill, halo }: TextMark): SvgNode {
  const first = at.y + BASELINE * size - ((lines.length - 1) * leading) / 2
  const common = {
    'font-family': FAMILY,
    'font-size': size,
    'font-weight': weight,
    'text-anchor': 'middle',
    // The halo lies beneath all letters, not between them.
    'paint-order': 'stroke',
    fill: fill.color,
    'fill-opacity': opacityOf(fill),
    ...(halo ? { ...strokeOf(halo), 'stroke-linejoin': 'round' } : {}),
  }
  return svg(
    'text',
    common,
    lines.map((line, place) => svg('tspan', { x: at.x, y: first + place * leading }, line)),
  )
}

function strokeOf(stroke: Stroke): SvgNode['attributes'] {
  return {
    stroke: stroke.color,
    'stroke-width': stroke.width,
    'stroke-opacity': opacityOf(stroke),
    'stroke-dasharray': stroke.dash && stroke.dash.map(round).join(' '),
  }
}

function opacityOf({ opacity }: Paint): number | null {
  return opacity === 1 ? null : opacity
}

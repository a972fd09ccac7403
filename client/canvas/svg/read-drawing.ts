import type cytoscape from 'cytoscape'
import { along, direction, type Point } from '../geometry.ts'
import { arrowGap, arrowSize, arrowSpacing } from './arrows.ts'
import type { ArrowMark, BodyMark, Drawing, LineMark, Mark, Paint, Stroke, TextMark } from './marks.ts'

type Element = cytoscape.NodeSingular | cytoscape.EdgeSingular

/** Everything that a canvas shows as it shows it: look and place are what Cytoscape itself worked out. */
export function readDrawing(cy: cytoscape.Core, background: string): Drawing {
  const seen = cy.elements().filter((element) => element.visible() && element.effectiveOpacity() > 0)
  const ordered = [...(seen as Iterable<Element>)].sort((a, b) => number(a, 'z-index') - number(b, 'z-index'))
  return {
    marks: ordered.flatMap((element): Mark[] => (element.isNode() ? nodeMarks(element) : edgeMarks(element))),
    background,
    width: cy.width(),
    height: cy.height(),
    zoom: cy.zoom(),
    pan: { ...cy.pan() },
  }
}

function nodeMarks(node: cytoscape.NodeSingular): Mark[] {
  const body = bodyOf(node)
  const text = textOf(node)
  return [body, text].filter((mark) => mark !== null)
}

function bodyOf(node: cytoscape.NodeSingular): BodyMark | null {
  const opacity = node.effectiveOpacity()
  const radius = node.style('corner-radius') as string
  const fill = paint(node, 'background-color', opacity * number(node, 'background-opacity'))
  const border = strokeOf(node, 'border', opacity)
  const outline = strokeOf(node, 'outline', opacity)
  const underlay = underlayOf(node)
  if (fill.opacity === 0 && !border && !outline && !underlay) return null
  return {
    what: 'body',
    shape: node.style('shape') as string,
    points: numbers(node, 'shape-polygon-points'),
    at: { ...node.position() },
    width: node.width(),
    height: node.height(),
    radius: radius === 'auto' ? null : Number.parseFloat(radius),
    fill,
    border: border && { ...border, inside: node.style('border-position') === 'inside' },
    outline: outline && { ...outline, offset: number(node, 'outline-offset') },
    underlay: underlay && { ...underlay, padding: number(node, 'underlay-padding') },
  }
}

function strokeOf(node: cytoscape.NodeSingular, what: 'border' | 'outline', opacity: number): Stroke | null {
  const width = number(node, `${what}-width`)
  if (width === 0) return null
  const dashes = what === 'border' ? numbers(node, 'border-dash-pattern') : [4, 2]
  return {
    ...paint(node, `${what}-color`, opacity * number(node, `${what}-opacity`)),
    width,
    dash: dashOf(node.style(`${what}-style`) as string, dashes),
  }
}

function underlayOf(element: Element): Paint | null {
  const opacity = number(element, 'underlay-opacity')
  return opacity === 0 ? null : paint(element, 'underlay-color', opacity)
}

function textOf(node: cytoscape.NodeSingular): TextMark | null {
  const text = node.style('label') as string
  if (!text) return null
  const opacity = node.effectiveOpacity() * number(node, 'text-opacity')
  const size = number(node, 'font-size')
  const halo = number(node, 'text-outline-width')
  return {
    what: 'text',
    lines: text.split('\n'),
    at: { ...node.position() },
    size,
    weight: Number(node.style('font-weight')) || 400,
    leading: size * number(node, 'line-height'),
    fill: paint(node, 'color', opacity),
    halo:
      halo === 0
        ? null
        : {
            ...paint(node, 'text-outline-color', opacity * number(node, 'text-outline-opacity')),
            width: 2 * halo,
            dash: null,
          },
  }
}

function edgeMarks(edge: cytoscape.EdgeSingular): Mark[] {
  const width = number(edge, 'width')
  const controls = (edge.controlPoints() ?? []).map(({ x, y }) => ({ x, y }))
  const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()]
  if (![from.x, from.y, to.x, to.y].every(Number.isFinite)) return []
  const ends = {
    source: endOf(edge, 'source', { at: from, toward: controls[0] ?? to }),
    target: endOf(edge, 'target', { at: to, toward: controls.at(-1) ?? from }),
  }
  const underlay = underlayOf(edge)
  const line: LineMark = {
    what: 'line',
    from: ends.source.line,
    to: ends.target.line,
    controls,
    stroke: {
      ...paint(edge, 'line-color', number(edge, 'line-opacity')),
      width,
      dash: dashOf(edge.style('line-style') as string, numbers(edge, 'line-dash-pattern')),
      cap: edge.style('line-cap') as LineMark['stroke']['cap'],
    },
    underlay: underlay && { ...underlay, width: width + 2 * number(edge, 'underlay-padding'), dash: null },
    arrows: [ends.source.arrow, ends.target.arrow, ...middleArrows(edge, from, to)].filter((arrow) => arrow !== null),
    opacity: edge.effectiveOpacity(),
  }
  return [line]
}

/** Where the line stops short of its arrow, and the arrow. */
function endOf(
  edge: cytoscape.EdgeSingular,
  end: 'source' | 'target',
  { at, toward }: { readonly at: Point; readonly toward: Point },
): { readonly line: Point; readonly arrow: ArrowMark | null } {
  const shape = edge.style(`${end}-arrow-shape`) as string
  const [width, scale] = [number(edge, 'width'), number(edge, 'arrow-scale')]
  const back = direction(at, toward)
  // Cytoscape tells the end with the arrow's own spacing taken off already.
  const short = arrowGap(shape, width, scale) - arrowSpacing(shape, width, scale)
  return { line: along(at, back, short), arrow: arrowOf(edge, end, at, { x: -back.x, y: -back.y }) }
}

function middleArrows(edge: cytoscape.EdgeSingular, from: Point, to: Point): (ArrowMark | null)[] {
  const at = edge.midpoint()
  const way = direction(from, to)
  return [arrowOf(edge, 'mid-target', at, way), arrowOf(edge, 'mid-source', at, { x: -way.x, y: -way.y })]
}

function arrowOf(edge: cytoscape.EdgeSingular, end: string, at: Point, way: Point): ArrowMark | null {
  const shape = edge.style(`${end}-arrow-shape`) as string
  if (shape === 'none') return null
  const width = number(edge, 'width')
  const own = edge.style(`${end}-arrow-width`) as string
  return {
    shape,
    at,
    angle: Math.atan2(-way.x, way.y),
    size: arrowSize(width, number(edge, 'arrow-scale')),
    width,
    // Of a hollow arrow.
    stroke: own === 'match-line' ? width : Number.parseFloat(own),
    color: edge.style(`${end}-arrow-color`) as string,
    hollow: edge.style(`${end}-arrow-fill`) === 'hollow',
  }
}

function dashOf(style: string, pattern: readonly number[]): readonly number[] | null {
  if (style === 'dashed') return pattern
  return style === 'dotted' ? [1, 1] : null
}

function paint(element: Element, name: string, opacity: number): Paint {
  return { color: element.style(name) as string, opacity }
}

function number(element: Element, name: string): number {
  const value: unknown = element.numericStyle(name)
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function numbers(element: Element, name: string): readonly number[] {
  const value: unknown = element.numericStyle(name)
  return Array.isArray(value) ? value.filter((each) => typeof each === 'number') : []
}

import type cytoscape from 'cytoscape'
import type { Emphasis } from '../state/picture/emphasis.ts'
import type { Picture } from '../state/picture/picture.ts'
import { direction, normal, type Curve } from './geometry.ts'
import type { LinePath } from './line-paths.ts'
import type { Scene } from './scene.ts'
import { lineWidth } from './sizes.ts'

/** An element as Cytoscape is to show it. Ids carry what they are, so that an actor and a line never share one. */
export interface Wanted {
  readonly group: 'nodes' | 'edges'
  readonly data: cytoscape.NodeDataDefinition & cytoscape.EdgeDataDefinition
  readonly position?: { readonly x: number; readonly y: number }
  readonly classes: readonly string[]
}

export const actorId = (id: string) => `actor ${id}`
export const edgeId = (id: string) => `line ${id}`

/** Every element of a scene, with the classes that its emphasis asks for. Nodes come before the edges that need them. */
export function wantedElements(scene: Scene, picture: Picture, emphasis: Emphasis): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>()
  const add = (id: string, element: Omit<Wanted, 'data'> & { readonly data: Record<string, unknown> }) =>
    wanted.set(id, { ...element, data: { ...element.data, id } as Wanted['data'] })
  const { lit } = emphasis
  const actorClasses = (id: string) => (lit && !lit.actors.has(id) ? ['dim'] : [])
  const lineClasses = (id: string) => (lit && !lit.lines.has(id) ? ['dim'] : [])
  for (const { actor, rect } of scene.bodies) {
    const classes = actor.box
      ? ['box']
      : ['actor', actor.kind, ...(actor.inside === null ? [] : ['in-box']), ...actorClasses(actor.id)]
    if (emphasis.selectedActor === actor.id) classes.push('selected')
    add(actorId(actor.id), { group: 'nodes', data: { w: rect.w, h: rect.h }, position: point(rect), classes })
  }
  for (const { id, of, role, font, text, rect, inBox } of scene.labels) {
    const dim = role === 'line' ? lineClasses(of) : actorClasses(of)
    add(`text ${id}`, {
      group: 'nodes',
      data: { w: rect.w, h: rect.h, text },
      position: point(rect),
      classes: ['text', font, ...(inBox ? ['in-box'] : []), ...dim],
    })
  }
  for (const { id, line, text, rect } of scene.chips) {
    add(id, {
      group: 'nodes',
      data: { w: rect.w, h: rect.h, text, line },
      position: point(rect),
      classes: ['chip', ...lineClasses(line)],
    })
  }
  const middles = new Map(scene.bodies.map(({ actor, rect }) => [actor.id, rect]))
  const lines = new Map(picture.lines.map((line) => [line.id, line]))
  for (const path of scene.hairlines) {
    const classes = ['hairline', ...(lit ? [lit.hairlines.has(path.id) ? 'lit' : 'dim'] : [])]
    const edge = edgeOf(path, middles)
    if (edge) add(edgeId(path.id), { ...edge, classes: [...edge.classes, ...classes] })
  }
  for (const path of scene.lines) {
    const line = lines.get(path.id)
    const edge = edgeOf(path, middles)
    if (!line || !edge) continue
    const classes = [...edge.classes, 'act', line.kind, ...lineClasses(line.id)]
    if (line.notDone) classes.push('not-done')
    if (emphasis.selectedLines.has(line.id)) classes.push('selected')
    add(edgeId(path.id), { ...edge, data: { ...edge.data, width: lineWidth(line.kind, line.events.length) }, classes })
  }
  return wanted
}

function edgeOf({ source, target, curve }: LinePath, middles: ReadonlyMap<string, { x: number; y: number }>) {
  const from = middles.get(source)
  const to = middles.get(target)
  if (!from || !to) return null
  const bow = curve.control ? bowOf(curve, curve.control) : null
  return {
    group: 'edges' as const,
    data: {
      source: actorId(source),
      target: actorId(target),
      sourceEnd: `${curve.from.x - from.x}px ${curve.from.y - from.y}px`,
      targetEnd: `${curve.to.x - to.x}px ${curve.to.y - to.y}px`,
      width: 1,
      ...bow,
    },
    classes: bow ? ['curved'] : [],
  }
}

/** A control point as Cytoscape writes it: how far along, and how far beside, the straight line between the ends. */
function bowOf({ from, to }: Curve, control: { x: number; y: number }) {
  const way = direction(from, to)
  const across = normal(way)
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [x, y] = [control.x - from.x, control.y - from.y]
  return {
    controlWeight: (x * way.x + y * way.y) / length,
    controlDistance: x * across.x + y * across.y,
  }
}

function point({ x, y }: { x: number; y: number }) {
  return { x, y }
}

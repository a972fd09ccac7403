import type cytoscape from 'cytoscape'
import type { Emphasis } from '../state/picture/emphasis.ts'
import type { Picture } from '../state/picture/picture.ts'
import { direction, normal, type Curve } from './geometry.ts'
import type { LinePath } from './line-paths.ts'
import type { Scene, SceneLabel, SceneLine } from './scene.ts'
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

/** A line of one origin is thinner, where others have several. */
const SINGLE = 0.7

type Add = (id: string, element: Omit<Wanted, 'data'> & { readonly data: Readonly<Record<string, unknown>> }) => unknown

/** Every element of a scene, with the classes that its emphasis asks for. Nodes come before the edges that need them. */
export function wantedElements(scene: Scene, picture: Picture, emphasis: Emphasis): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>()
  const add: Add = (id, element) => wanted.set(id, { ...element, data: { ...element.data, id } as Wanted['data'] })
  addBodies(scene, emphasis, add)
  addTexts(scene, emphasis, add)
  addLines(scene, picture, emphasis, add)
  return wanted
}

function actorClasses({ lit, chain, focus }: Emphasis, id: string, absent: boolean): readonly string[] {
  if (chain?.actors.has(id)) return []
  if (focus !== null && !lit?.actors.has(id)) return ['veiled']
  return absent || (lit && !lit.actors.has(id)) ? ['dim'] : []
}

function lineClasses({ lit, focus }: Emphasis, id: string): readonly string[] {
  if (!lit || lit.lines.has(id)) return []
  return [focus === null ? 'dim' : 'veiled']
}

function addBodies({ bodies }: Scene, emphasis: Emphasis, add: Add): void {
  for (const { actor, rect } of bodies) {
    const classes = actor.box
      ? ['box']
      : [
          'actor',
          actor.kind,
          ...(actor.inside === null ? [] : ['in-box']),
          ...actorClasses(emphasis, actor.id, actor.absent),
        ]
    if (emphasis.selectedActor === actor.id) classes.push('selected')
    else if (emphasis.chain?.actors.has(actor.id)) classes.push('linked')
    add(actorId(actor.id), { group: 'nodes', data: { w: rect.w, h: rect.h }, position: point(rect), classes })
  }
}

function addTexts({ bodies, labels, chips, lines }: Scene, emphasis: Emphasis, add: Add): void {
  const absent = new Set(bodies.filter(({ actor }) => actor.absent).map(({ actor }) => actor.id))
  const lineOf = new Map(lines.map(({ id, strand }) => [id, strand.line]))
  for (const { id, of, role, font, text, rect, inBox } of labels) {
    const dim =
      role === 'line' ? lineClasses(emphasis, lineOf.get(of) ?? of) : actorClasses(emphasis, of, absent.has(of))
    add(`text ${id}`, {
      group: 'nodes',
      data: { w: rect.w, h: rect.h, text, ...wordsOf(role, of) },
      position: point(rect),
      classes: ['text', font, role, ...(inBox ? ['in-box'] : []), ...dim],
    })
  }
  for (const { id, line, event, what, text, rect } of chips) {
    add(id, {
      group: 'nodes',
      data: { w: rect.w, h: rect.h, text, line, ...(event === null ? {} : { event }) },
      position: point(rect),
      classes: [what, ...lineClasses(emphasis, line)],
    })
  }
}

/** What a text does when it is clicked. */
function wordsOf(role: SceneLabel['role'], of: string): Readonly<Record<string, string>> {
  return role === 'title' || role === 'inside' ? { [role]: of } : {}
}

function addLines(scene: Scene, picture: Picture, emphasis: Emphasis, add: Add): void {
  const { lit, chain } = emphasis
  const middles = new Map(scene.bodies.map(({ actor, rect }) => [actor.id, rect]))
  for (const path of scene.hairlines) {
    const edge = edgeOf(path, middles)
    if (!edge) continue
    const linked = chain?.hairlines.has(path.id) || lit?.hairlines.has(path.id)
    const classes = ['hairline', ...(linked ? ['lit'] : lit ? [emphasis.focus === null ? 'dim' : 'veiled'] : [])]
    add(edgeId(path.id), { ...edge, classes: [...edge.classes, ...classes] })
  }
  const singles = new Set(picture.lines.map(({ singleOrigin }) => singleOrigin))
  for (const line of scene.lines) {
    const edge = edgeOf(line, middles)
    if (!edge) continue
    const { kind, events, singleOrigin, event } = line.strand
    const width = lineWidth(kind, events.length) * (singles.size > 1 && singleOrigin ? SINGLE : 1)
    add(edgeId(line.id), {
      ...edge,
      data: { ...edge.data, width, line: line.strand.line, ...(event === null ? {} : { event }) },
      classes: [...edge.classes, ...classesOf(line, emphasis)],
    })
  }
}

function classesOf({ strand }: SceneLine, emphasis: Emphasis): readonly string[] {
  const classes = ['act', strand.kind, ...lineClasses(emphasis, strand.line)]
  if (strand.notDone) classes.push('not-done')
  if (strand.mark) classes.push(strand.mark.toLowerCase())
  if (emphasis.selectedLines.has(strand.line)) classes.push('selected')
  return classes
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

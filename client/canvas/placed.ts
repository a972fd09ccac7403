import type { Picture } from '../state/picture/picture.ts'
import { shifted, toBox, toDisc, toDot, type Body } from './bodies.ts'
import { around, type Point, type Rect } from './geometry.ts'
import { toLayout, type Area, type Frame, type Layout } from './layout.ts'
import { diameter } from './sizes.ts'
import type { Measure } from './text.ts'

/** An area that is shown at a scale: 1, everything fits; above, places are farther apart and marks as large as before. */
export interface ScaledArea extends Area {
  readonly scale: number
}

/**
 * Bodies as they are drawn: where the reader has put them, as far apart as the camera is near, as large as their ties make them.
 * @param told who keeps a name while all others are dots; null: everybody
 */
export function toPlaced(
  picture: Picture,
  area: ScaledArea,
  measure: Measure,
  told: ReadonlySet<string> | null = null,
): { readonly bodies: readonly Body[]; readonly frame: Frame } {
  const { bodies, frame } = kept(picture, area, measure, told)
  const middle = { x: area.width / 2, y: area.height / 2 }
  const scaled = withMoves(bodies, picture, frame, measure).map((body) => scaledFrom(middle, body, area.scale))
  const actors = new Map(picture.actors.map((actor) => [actor.id, actor]))
  return {
    frame,
    bodies: scaled.map((body) => {
      const actor = actors.get(body.actor.id) ?? body.actor
      if (told && !told.has(actor.id) && !actor.box) return toDot(actor, body.rect)
      return actor.box ? { ...body, actor } : toDisc(actor, body.rect, diameter(actor.kind, actor.ties), measure)
    }),
  }
}

/** The curated place, 0 to 100, of a point of a scene. */
export function placeOf({ x, y }: Point, frame: Frame, { width, height, scale }: ScaledArea): Point {
  const back = (value: number, middle: number) => middle + (value - middle) / scale
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    x: round((back(x, width / 2) - frame.origin.x) / frame.unit.x),
    y: round((back(y, height / 2) - frame.origin.y) / frame.unit.y),
  }
}

const layouts = new WeakMap<Measure, Map<string, Layout>>()
const MOST_KEPT = 8

/** Layouts are the same for the same actors: a day, a filter or an actor that is dragged asks for one that is there. */
function kept(
  picture: Picture,
  { width, height, controls }: Area,
  measure: Measure,
  told: ReadonlySet<string> | null,
): Layout {
  const known = layouts.get(measure) ?? new Map<string, Layout>()
  layouts.set(measure, known)
  const key = JSON.stringify([
    width,
    height,
    controls,
    told && [...told],
    picture.actors.map(({ id, name, kind, place, inside, box, parts, partPlaces }) => [
      id,
      name,
      kind,
      place,
      inside,
      box,
      parts.length,
      partPlaces,
    ]),
  ])
  const layout = known.get(key) ?? toLayout(picture, { width, height, controls }, measure, told)
  known.delete(key)
  known.set(key, layout)
  const [oldest] = known.keys()
  if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest)
  return layout
}

/** A box goes with its parts; a part that is put outside makes its box larger. Nothing else gives way. */
function withMoves(bodies: readonly Body[], { actors }: Picture, frame: Frame, measure: Measure): readonly Body[] {
  const moved = new Map(actors.flatMap(({ id, moved }) => (moved ? [[id, moved] as const] : [])))
  if (moved.size === 0) return bodies
  const target = ({ actor, rect }: Body): Point | null => {
    const place = moved.get(actor.id)
    if (!place) return null
    return { x: frame.origin.x + place.x * frame.unit.x - rect.x, y: frame.origin.y + place.y * frame.unit.y - rect.y }
  }
  const withBoxes = bodies.map((body) => {
    const box = bodies.find(({ actor }) => actor.box && actor.id === body.actor.inside)
    const by = target(body) ?? (box ? target(box) : null)
    return by ? shifted(body, by) : body
  })
  return withBoxes.map((body) => {
    const parts = withBoxes.filter(({ actor }) => actor.inside === body.actor.id)
    if (!body.actor.box || !parts.some(({ actor }) => moved.has(actor.id))) return body
    const needed = toBox(body.actor, parts, body.rect, measure).rect
    return { ...body, rect: around([body.rect, needed]) ?? body.rect }
  })
}

function scaledFrom(middle: Point, body: Body, scale: number): Body {
  if (scale === 1) return body
  const { x, y, w, h } = body.rect
  const grown = body.actor.box ? { w: w * scale, h: h * scale } : { w, h }
  const rect: Rect = { x: middle.x + (x - middle.x) * scale, y: middle.y + (y - middle.y) * scale, ...grown }
  return { ...body, rect }
}

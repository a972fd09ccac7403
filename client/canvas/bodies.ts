import type { Picture, PictureActor } from '../state/picture/picture.ts'
import { around, type Point, type Rect } from './geometry.ts'
import { curatedPlaces, unitsOf } from './places.ts'
import { separate } from './separate.ts'
import { diameter } from './sizes.ts'
import { FONTS, wrap, type Measure } from './text.ts'

/** An actor as it is drawn: a disc with the text of its label, or a box with its title. */
export interface Body {
  readonly actor: PictureActor
  readonly rect: Rect
  readonly label: readonly string[]
  readonly labelSize: { readonly w: number; readonly h: number }
}

export interface Area {
  readonly width: number
  readonly height: number
  /** 1: everything fits. */
  readonly scale: number
}

const BOX_PADDING = 30
const BOX_HEIGHT = 84
const TITLE_HEIGHT = 26
const LABEL_WIDTH = 122
const MARGIN = 16
const LEAST_ROOM = 0.6

/** How much larger than the area a scene may be laid out; it is then shown that much smaller. */
const LARGER = [1, 1.06, 1.12, 1.2, 1.3, 1.45, 1.65, 1.9, 2.2]

/**
 * Where every actor stands, in pixels. Places are curated; what would overlap is moved apart. Boxes come first. The same picture in
 * the same area always gives the same places, whatever is selected or lit. Where the marks themselves need more room than the area
 * has, the scene is larger than the area, round the same middle.
 */
export function toBodies(picture: Picture, area: Area, measure: Measure): readonly Body[] {
  const places = curatedPlaces(picture)
  if (places.size === 0) return []
  let bodies: readonly Body[] = []
  for (const larger of LARGER) {
    const target = {
      w: (area.width - 2 * MARGIN) * area.scale * larger,
      h: (area.height - 2 * MARGIN) * area.scale * larger,
    }
    const tried = fill(picture, places, target, measure)
    bodies = tried.bodies.map((body) =>
      moved(body, { x: area.width / 2 - tried.taken.x, y: area.height / 2 - tried.taken.y }),
    )
    if (tried.taken.w <= target.w + MARGIN / 2 && tried.taken.h <= target.h + MARGIN / 2) break
  }
  return bodies
}

/** Boxes and labels take room of their own, so the room that is left for the places is found by trying. */
function fill(
  picture: Picture,
  places: ReadonlyMap<string, Point>,
  target: { w: number; h: number },
  measure: Measure,
) {
  let room = { w: target.w - 120, h: target.h - 100 }
  let bodies: readonly Body[] = []
  let taken: Rect = { x: 0, y: 0, w: 0, h: 0 }
  for (let round = 0; round < 5; round++) {
    bodies = arrange(picture, places, unitsOf([...places.values()], room.w, room.h), measure)
    taken = around(bodies.map(withLabel)) ?? taken
    // Less room than this would no longer be the curator's order.
    room = {
      w: Math.max(room.w + target.w - taken.w, target.w * LEAST_ROOM),
      h: Math.max(room.h + target.h - taken.h, target.h * LEAST_ROOM),
    }
  }
  return { bodies, taken }
}

/** The actor together with its label below it; a box holds its title. */
export function withLabel({ actor, rect, labelSize }: Pick<Body, 'actor' | 'rect' | 'labelSize'>): Rect {
  if (actor.box) return rect
  const h = rect.h + 4 + labelSize.h
  return { x: rect.x, y: rect.y + (h - rect.h) / 2, w: Math.max(rect.w, labelSize.w), h }
}

function arrange(
  { actors }: Picture,
  places: ReadonlyMap<string, Point>,
  units: { x: number; y: number },
  measure: Measure,
): readonly Body[] {
  const at = (actor: PictureActor): Point => {
    const place = places.get(actor.id) ?? { x: 50, y: 50 }
    return { x: place.x * units.x, y: place.y * units.y }
  }
  const discs = actors.filter(({ box }) => !box).map((actor) => toDisc(actor, at(actor), measure))
  const boxes = actors
    .filter(({ box }) => box)
    .map((actor) => {
      const parts = apart(
        discs.filter((disc) => disc.actor.inside === actor.id),
        8,
      )
      return { box: toBox(actor, parts, at(actor), measure), parts }
    })
  const free = discs.filter(
    ({ actor }) => actor.inside === null || !boxes.some(({ box }) => box.actor.id === actor.inside),
  )
  const placed = apart([...boxes.map(({ box }) => box), ...free], 22)
  const parts = boxes.flatMap(({ box, parts }, place) => {
    const to = placed[place]?.rect ?? box.rect
    return parts.map((part) => moved(part, { x: to.x - box.rect.x, y: to.y - box.rect.y }))
  })
  return [...placed, ...parts]
}

function toDisc(actor: PictureActor, { x, y }: Point, measure: Measure): Body {
  const size = diameter(actor.kind, actor.events)
  const font = actor.kind === 'STATE' ? 'state' : 'actor'
  const label = wrap(actor.name, LABEL_WIDTH, font, measure)
  const w = Math.max(...label.map((line) => measure(line, font)))
  return { actor, rect: { x, y, w: size, h: size }, label, labelSize: { w, h: label.length * FONTS[font].line } }
}

function toBox(actor: PictureActor, parts: readonly Body[], at: Point, measure: Measure): Body {
  const title = measure(actor.name, 'state')
  const discs = around(parts.map(({ rect }) => rect)) ?? { ...at, w: 0, h: 0 }
  const labelled = around(parts.map(withLabel)) ?? discs
  const left = Math.min(discs.x - discs.w / 2 - BOX_PADDING, labelled.x - labelled.w / 2 - 14)
  const right = Math.max(discs.x + discs.w / 2 + BOX_PADDING, labelled.x + labelled.w / 2 + 14)
  const top = discs.y - discs.h / 2 - BOX_PADDING - TITLE_HEIGHT / 2
  const bottom = Math.max(discs.y + discs.h / 2 + BOX_PADDING, labelled.y + labelled.h / 2 + 12)
  const w = Math.max(right - left, title + 24)
  const h = Math.max(bottom - top, BOX_HEIGHT)
  return {
    actor,
    // The title is above, so what a box is too high for its parts is below them.
    rect: { x: (left + right) / 2, y: top + h / 2, w, h },
    label: [actor.name],
    labelSize: { w: title, h: FONTS.state.line },
  }
}

function apart(bodies: readonly Body[], gap: number): readonly Body[] {
  const before = bodies.map(withLabel)
  const after = separate(before, gap)
  return bodies.map((body, place) => {
    const [from, to] = [before[place], after[place]]
    return from && to ? moved(body, { x: to.x - from.x, y: to.y - from.y }) : body
  })
}

function moved(body: Body, by: Point): Body {
  return { ...body, rect: { ...body.rect, x: body.rect.x + by.x, y: body.rect.y + by.y } }
}

import type { Picture, PictureActor } from '../state/picture/picture.ts'
import { shifted, toBox, toDisc, toDot, withLabel, type Body } from './bodies.ts'
import { fitOf, inScene } from './fit.ts'
import { around, type Point, type Rect } from './geometry.ts'
import { curatedPlaces, unitsOf } from './places.ts'
import { separate } from './separate.ts'
import { nominalDiameter } from './sizes.ts'
import type { Measure } from './text.ts'

export interface Area {
  readonly width: number
  readonly height: number
  /** Where controls float over the picture. */
  readonly controls: readonly Rect[]
}

/** Curated places as pixels: 0 to 100 across and down begin at `origin` and are `unit` each. */
export interface Frame {
  readonly origin: Point
  readonly unit: Point
}

export interface Layout {
  readonly bodies: readonly Body[]
  readonly frame: Frame
}

const MARGIN = 16
const LEAST_ROOM = 0.6
/** Between two, in pixels: where the area is low or narrow they come nearer to each other before they become smaller. */
const BETWEEN = [22, 14, 8] as const
const CLOSEST = 8
const BETWEEN_PARTS = 8

/** How much larger than the area a scene may be laid out; it is then shown that much smaller. */
const LARGER = [1.06, 1.12, 1.2, 1.3, 1.45, 1.65, 1.9, 2.2]

/**
 * Where every actor stands, in pixels, wherever the reader has put it. Places are curated; what would overlap is moved apart; boxes come
 * first. It depends on who is drawn and on the area alone, never on what happened between them, so nothing moves with the day, a filter
 * or an answer. Where the marks themselves need more room than the area has, the scene is larger than the area, round the same middle.
 * @param told who has a name, while all others are dots; null: everybody
 */
export function toLayout(
  picture: Picture,
  area: Area,
  measure: Measure,
  told: ReadonlySet<string> | null = null,
): Layout {
  const places = curatedPlaces(picture)
  if (places.size === 0) return { bodies: [], frame: { origin: { x: 0, y: 0 }, unit: { x: 1, y: 1 } } }
  const tries = [...BETWEEN.map((gap) => ({ gap, larger: 1 })), ...LARGER.map((larger) => ({ gap: CLOSEST, larger }))]
  let tried: Filled = { bodies: [], taken: { x: 0, y: 0, w: 0, h: 0 }, unit: { x: 1, y: 1 } }
  for (const { gap, larger } of tries) {
    const target = { w: (area.width - 2 * MARGIN) * larger, h: (area.height - 2 * MARGIN) * larger }
    tried = fill(picture, places, target, gap, measure, told)
    if (tried.taken.w <= target.w + MARGIN / 2 && tried.taken.h <= target.h + MARGIN / 2) break
  }
  const by = { x: area.width / 2 - tried.taken.x, y: area.height / 2 - tried.taken.y }
  const bodies = uncovered(
    tried.bodies.map((body) => shifted(body, by)),
    area,
  )
  return { bodies, frame: { origin: by, unit: tried.unit } }
}

/** What moves out from under a control may make the scene larger, which is then shown smaller, and the control covers more of it. */
function uncovered(bodies: readonly Body[], area: Area): readonly Body[] {
  let cleared = bodies
  for (let round = 0; round < 3; round++) {
    const fit = fitOf(cleared, { ...area, scale: 1 })
    cleared = clearOf(
      area.controls.map((control) => inScene(control, fit, area)),
      bodies,
    )
  }
  return cleared
}

interface Filled {
  readonly bodies: readonly Body[]
  /** All of it, with its names. */
  readonly taken: Rect
  readonly unit: Point
}

/** Boxes and labels take room of their own, so the room that is left for the places is found by trying. */
function fill(
  picture: Picture,
  places: ReadonlyMap<string, Point>,
  target: { readonly w: number; readonly h: number },
  gap: number,
  measure: Measure,
  told: ReadonlySet<string> | null,
): Filled {
  let room = { w: target.w - 120, h: target.h - 100 }
  let bodies: readonly Body[] = []
  let taken: Rect = { x: 0, y: 0, w: 0, h: 0 }
  let unit: Point = { x: 1, y: 1 }
  for (let round = 0; round < 5; round++) {
    unit = unitsOf([...places.values()], room.w, room.h)
    bodies = arrange(picture, places, unit, gap, measure, told)
    taken = around(bodies.map(withLabel)) ?? taken
    // Less room than this would no longer be the curator's order.
    const next = {
      w: Math.max(room.w + target.w - taken.w, target.w * LEAST_ROOM),
      h: Math.max(room.h + target.h - taken.h, target.h * LEAST_ROOM),
    }
    if (next.w === room.w && next.h === room.h) break
    room = next
  }
  return { bodies, taken, unit }
}

function arrange(
  { actors }: Picture,
  places: ReadonlyMap<string, Point>,
  unit: Point,
  gap: number,
  measure: Measure,
  told: ReadonlySet<string> | null,
): readonly Body[] {
  const at = (actor: PictureActor): Point => {
    const place = places.get(actor.id) ?? { x: 50, y: 50 }
    return { x: place.x * unit.x, y: place.y * unit.y }
  }
  const discs = actors
    .filter(({ box }) => !box)
    .map((actor) =>
      told && !told.has(actor.id)
        ? toDot(actor, at(actor))
        : toDisc({ ...actor, eventsInside: 0 }, at(actor), nominalDiameter(actor.kind), measure, true),
    )
  const groups = actors
    .filter(({ box }) => box)
    .map((actor) => {
      const parts = apart(
        discs.filter((disc) => disc.actor.inside === actor.id),
        BETWEEN_PARTS,
      )
      return { box: toBox(actor, parts, at(actor), measure), parts }
    })
  const held = new Set(groups.flatMap(({ parts }) => parts.map(({ actor }) => actor.id)))
  const free = discs.filter(({ actor }) => !held.has(actor.id))
  const placed = apart([...groups.map(({ box }) => box), ...free], gap)
  const parts = groups.flatMap(({ box, parts }, place) => {
    const to = placed[place]?.rect ?? box.rect
    return parts.map((part) => shifted(part, { x: to.x - box.rect.x, y: to.y - box.rect.y }))
  })
  return [...placed, ...parts]
}

/** What a control would cover moves out from under it, a box with its parts, and pushes on what stands in its way. */
function clearOf(controls: readonly Rect[], bodies: readonly Body[]): readonly Body[] {
  if (controls.length === 0) return bodies
  const boxes = new Set(bodies.filter(({ actor }) => actor.box).map(({ actor }) => actor.id))
  const free = bodies.filter(({ actor }) => actor.inside === null || !boxes.has(actor.inside))
  const cleared = apart(free, 6, controls)
  const by = new Map(
    free.map(({ actor, rect }, place) => {
      const to = cleared[place]?.rect ?? rect
      return [actor.id, { x: to.x - rect.x, y: to.y - rect.y }]
    }),
  )
  return bodies.map((body) => {
    const move = by.get(body.actor.id) ?? by.get(body.actor.inside ?? '')
    return move ? shifted(body, move) : body
  })
}

function apart(bodies: readonly Body[], gap: number, fixed: readonly Rect[] = []): readonly Body[] {
  const before = bodies.map(withLabel)
  const after = separate(before, gap, fixed)
  return bodies.map((body, place) => {
    const [from, to] = [before[place], after[place]]
    return from && to ? shifted(body, { x: to.x - from.x, y: to.y - from.y }) : body
  })
}

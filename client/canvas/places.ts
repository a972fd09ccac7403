import type { Picture, PictureActor } from '../state/picture/picture.ts'
import type { Point } from './geometry.ts'

/**
 * Fitting may stretch one way more than the other by at most this, so that what is beside and above stays plain: across more than down,
 * as words are wide.
 */
const STRETCH = { across: 2.4, down: 1.6 }

/** The shape of the canvas that curated places are meant for: 100 across are this much longer than 100 down. */
const ASPECT = 2.2

/** The curated place of each actor, 0 to 100; one without gets a place of its own that depends on nothing but the order of names. */
export function curatedPlaces({ actors }: Picture): ReadonlyMap<string, Point> {
  let without = 0
  return new Map(actors.map((actor) => [actor.id, middle(actor) ?? spiral(without++)]))
}

/** How many pixels a unit is, across and down, for an area of `width` by `height` pixels. */
export function unitsOf(places: readonly Point[], width: number, height: number): { x: number; y: number } {
  const span = (values: readonly number[]) => Math.max(1, Math.max(...values) - Math.min(...values))
  const x = Math.max(40, width) / span(places.map((place) => place.x))
  const y = Math.max(40, height) / span(places.map((place) => place.y))
  return { x: Math.min(x, y * ASPECT * STRETCH.across), y: Math.min(y, (x / ASPECT) * STRETCH.down) }
}

/** A closed box without a place of its own stands where its parts were. */
function middle({ place, partPlaces }: PictureActor): Point | null {
  if (place || partPlaces.length === 0) return place
  const mid = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
  return { x: mid(partPlaces.map(({ x }) => x)), y: mid(partPlaces.map(({ y }) => y)) }
}

function spiral(place: number): Point {
  const angle = place * 2.399963
  const radius = 6 + 5 * Math.sqrt(place)
  return { x: 50 + radius * Math.cos(angle), y: 50 + radius * Math.sin(angle) }
}

import type { Emphasis } from '../state/picture/emphasis.ts'
import type { Body } from './bodies.ts'
import type { Rect } from './geometry.ts'
import { placeLabels, placesAround, type LabelToPlace, type Obstacles } from './label-placement.ts'
import { FONTS } from './text.ts'
import type { SceneLabel } from './scene.ts'

/** The title of a box, inside at its top left. */
export function titleOf({ actor, rect, labelSize }: Body): SceneLabel {
  const { w, h } = labelSize
  const at = { x: rect.x - rect.w / 2 + 12 + w / 2, y: rect.y - rect.h / 2 + 8 + h / 2, w, h }
  return { id: `name ${actor.id}`, of: actor.id, role: 'title', font: 'state', text: actor.name, rect: at, inBox: true }
}

/** Names of those that are no box, the selected one first, then those with most ties. */
export function actorLabels(
  discs: readonly Body[],
  { selectedActor }: Emphasis,
  obstacles: Obstacles,
): readonly SceneLabel[] {
  const boxes = new Map(obstacles.boxOf ?? [])
  const first = (body: Body) => (body.actor.id === selectedActor ? 0 : 1)
  const sorted = [...discs].sort((a, b) => first(a) - first(b) || b.actor.ties - a.actor.ties)
  const toPlace = sorted.map(({ actor, rect, labelSize }): LabelToPlace => ({
    id: actor.id,
    places: placesAround(rect, labelSize),
    within: actor.inside === null ? null : (boxes.get(actor.inside) ?? null),
    line: null,
    actor: rect,
  }))
  const places = placedBest(toPlace, obstacles)
  return discs.flatMap((body) => {
    const rect = places.get(body.actor.id)
    return rect ? labelsOf(body, rect, body.actor.inside !== null && boxes.has(body.actor.inside)) : []
  })
}

/** So often another order is tried where somebody is left without a name. */
const TRIES = 4

/** Who found no place comes first the next time; the order that leaves fewest without a name holds. */
function placedBest(labels: readonly LabelToPlace[], obstacles: Obstacles): ReadonlyMap<string, Rect> {
  let order = labels
  let best = placeLabels(order, obstacles)
  let last = best
  for (let round = 1; round < TRIES && best.size < labels.length; round++) {
    const failed = order.filter(({ id }) => !last.has(id))
    order = [...failed, ...order.filter((label) => !failed.includes(label))]
    last = placeLabels(order, obstacles)
    if (last.size > best.size) best = last
  }
  return best
}

/** The name, and what a closed box holds below it. */
function labelsOf({ actor, label, inside }: Body, rect: Rect, inBox: boolean): readonly SceneLabel[] {
  const font = actor.kind === 'STATE' ? 'state' : 'actor'
  const h = label.length * FONTS[font].line
  const top = rect.y - rect.h / 2
  const name: SceneLabel = {
    id: `name ${actor.id}`,
    of: actor.id,
    role: 'actor',
    font,
    text: label.join('\n'),
    rect: { ...rect, y: top + h / 2, h },
    inBox,
  }
  if (!inside) return [name]
  const line = FONTS.inside.line
  const below: SceneLabel = {
    ...name,
    id: `inside ${actor.id}`,
    role: 'inside',
    font: 'inside',
    text: inside,
    rect: { ...rect, y: top + h + line / 2, h: line },
  }
  return [name, below]
}

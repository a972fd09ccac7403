import type { Emphasis } from '../state/picture/emphasis.ts'
import type { Picture, PictureLine } from '../state/picture/picture.ts'
import { toBodies, type Area, type Body } from './bodies.ts'
import { direction, normal, overlap, pointAt, sample, type Rect } from './geometry.ts'
import { placeLabels, placesAround, type LabelToPlace } from './label-placement.ts'
import { hairlineStrands, linePaths, strandsOf, type LinePath } from './line-paths.ts'
import { FONTS, cut, type FontName, type Measure } from './text.ts'

/** A text on the canvas. */
export interface SceneLabel {
  readonly id: string
  /** The actor or line that it names. */
  readonly of: string
  readonly role: 'actor' | 'title' | 'line'
  readonly font: FontName
  readonly text: string
  readonly rect: Rect
  /** It stands in a box. */
  readonly inBox: boolean
}

/** What is true of a line beside its kind: denied act ≠, denied content ⇄, how many events. */
export interface SceneChip {
  readonly id: string
  readonly line: string
  readonly text: string
  readonly rect: Rect
}

/** Everything that is drawn, where it is drawn, in pixels. */
export interface Scene {
  readonly bodies: readonly Body[]
  readonly lines: readonly LinePath[]
  readonly hairlines: readonly LinePath[]
  readonly chips: readonly SceneChip[]
  readonly labels: readonly SceneLabel[]
}

const LINE_LABEL_WIDTH = 216

/** The scene of a picture. Places depend on the picture and the area alone, so nothing jumps when something is lit or selected. */
export function toScene(picture: Picture, emphasis: Emphasis, area: Area, measure: Measure): Scene {
  const bodies = bodiesOf(picture, area, measure)
  const byId = new Map(bodies.map((body) => [body.actor.id, body]))
  const shown = picture.lines.filter(({ id }) => !emphasis.hiddenLines.has(id))
  const lines = linePaths(strandsOf(shown), byId)
  const hairlines = linePaths(hairlineStrands(picture.hairlines), byId)
  const chips = toChips(shown, lines, bodies, measure)
  return { bodies, lines, hairlines, chips, labels: toLabels(bodies, byId, lines, hairlines, chips, emphasis, measure) }
}

interface Placed {
  readonly area: Area
  readonly measure: Measure
  readonly bodies: readonly Body[]
}

/** The last places of each picture: to light or select something asks for the same ones again. */
const placed = new WeakMap<Picture, Placed>()

function bodiesOf(picture: Picture, area: Area, measure: Measure): readonly Body[] {
  const last = placed.get(picture)
  const { width, height, scale } = area
  const same = last?.measure === measure && last.area.scale === scale
  if (last && same && last.area.width === width && last.area.height === height) return last.bodies
  const bodies = toBodies(picture, area, measure)
  placed.set(picture, { area, measure, bodies })
  return bodies
}

function toChips(
  shown: readonly PictureLine[],
  paths: readonly LinePath[],
  bodies: readonly Body[],
  measure: Measure,
): readonly SceneChip[] {
  const discs = bodies.filter(({ actor }) => !actor.box).map(({ rect }) => rect)
  const taken: Rect[] = [...discs]
  const curves = new Map(paths.map(({ id, curve }) => [id, curve]))
  return shown.flatMap((line) => {
    const curve = curves.get(line.id)
    const text = chipText(line)
    if (!curve || text === '') return []
    const places = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map((t) => {
      const { x, y } = pointAt(curve, t)
      return { x, y, w: measure(text, 'chip') + 8, h: 15 }
    })
    const rect = places.find((place) => !taken.some((other) => overlap(other, place, 2))) ?? places[0]
    if (!rect) return []
    taken.push(rect)
    return { id: `chip ${line.id}`, line: line.id, text, rect }
  })
}

export function chipText({ disputed, answered, events }: PictureLine): string {
  return [disputed ? '≠' : '', answered ? '⇄' : '', events.length > 1 ? `×${events.length}` : '']
    .filter(Boolean)
    .join(' ')
}

function toLabels(
  bodies: readonly Body[],
  byId: ReadonlyMap<string, Body>,
  lines: readonly LinePath[],
  hairlines: readonly LinePath[],
  chips: readonly SceneChip[],
  emphasis: Emphasis,
  measure: Measure,
): readonly SceneLabel[] {
  const boxes = bodies.filter(({ actor }) => actor.box)
  const discs = bodies.filter(({ actor }) => !actor.box)
  const titles = boxes.map(titleOf)
  const hard = [...discs.map(({ rect }) => rect), ...chips.map(({ rect }) => rect), ...titles.map(({ rect }) => rect)]
  const soft = [...lines, ...hairlines].flatMap(({ id, curve }) =>
    sample(curve).map((point) => ({ ...point, line: id })),
  )
  const byEvents = [...discs].sort((a, b) => b.actor.events - a.actor.events)
  const boxRects = boxes.map(({ rect }) => rect)
  const actorPlaces = placeLabels(
    byEvents.map(({ actor, rect, labelSize }) => ({
      id: actor.id,
      places: placesAround(rect, labelSize),
      within: actor.inside === null ? null : (byId.get(actor.inside)?.rect ?? null),
      line: null,
    })),
    { hard, boxes: boxRects, soft },
  )
  const actorLabels = discs.flatMap(({ actor, label }): SceneLabel[] => {
    const rect = actorPlaces.get(actor.id)
    const font = actor.kind === 'STATE' ? 'state' : 'actor'
    if (!rect) return []
    return [
      {
        id: `name ${actor.id}`,
        of: actor.id,
        role: 'actor',
        font,
        text: label.join('\n'),
        rect,
        inBox: actor.inside !== null,
      },
    ]
  })
  const lineLabels = toLineLabels(lines, emphasis, measure, {
    hard: [...hard, ...actorLabels.map(({ rect }) => rect)],
    boxes: boxRects,
    soft,
  })
  return [...titles, ...actorLabels, ...lineLabels]
}

function titleOf({ actor, rect, labelSize }: Body): SceneLabel {
  const { w, h } = labelSize
  const at = { x: rect.x - rect.w / 2 + 12 + w / 2, y: rect.y - rect.h / 2 + 8 + h / 2, w, h }
  return { id: `name ${actor.id}`, of: actor.id, role: 'title', font: 'state', text: actor.name, rect: at, inBox: true }
}

/** Scope, then date, beside the line on the side that is emptier; at most two lines of text. */
function toLineLabels(
  lines: readonly LinePath[],
  emphasis: Emphasis,
  measure: Measure,
  obstacles: Parameters<typeof placeLabels>[1],
): readonly SceneLabel[] {
  const texts = new Map<string, string>()
  const toPlace: LabelToPlace[] = []
  for (const { id, source, target, curve } of lines) {
    const label = emphasis.lineLabels.get(id)
    if (!label) continue
    const rows = label.map((row) => cut(row, LINE_LABEL_WIDTH, 'line', measure))
    if (rows.length === 0) continue
    texts.set(id, rows.join('\n'))
    const w = Math.max(...rows.map((row) => measure(row, 'line')))
    const h = rows.length * FONTS.line.line
    const across = normal(direction(curve.from, curve.to))
    const clear = 11 + (Math.abs(across.x) * w + Math.abs(across.y) * h) / 2
    const sides = outerSides(lines, source, target, id, across)
    const places = [0, 12].flatMap((more) =>
      [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].flatMap((t) =>
        sides.map((side) => {
          const on = pointAt(curve, t)
          const reach = side * (clear + more)
          return { x: on.x + across.x * reach, y: on.y + across.y * reach, w, h }
        }),
      ),
    )
    toPlace.push({ id, places, within: null, line: id })
  }
  const placed = placeLabels(toPlace, obstacles)
  return [...placed].map(([id, rect]) => ({
    id: `line ${id}`,
    of: id,
    role: 'line',
    font: 'line',
    text: texts.get(id) ?? '',
    rect,
    inBox: false,
  }))
}

/** On which sides of a line its label may stand: never between it and another line of the same pair, where it would name both. */
function outerSides(
  lines: readonly LinePath[],
  source: string,
  target: string,
  id: string,
  across: { x: number; y: number },
): readonly number[] {
  const pair = lines.filter((line) => [line.source, line.target].every((end) => end === source || end === target))
  const reach = (line: LinePath) => {
    const { x, y } = pointAt(line.curve, 0.5)
    return x * across.x + y * across.y
  }
  const own = pair.find((line) => line.id === id)
  if (!own) return [1, -1]
  const others = pair.filter((line) => line !== own)
  return [1, -1].filter((side) => others.every((other) => (reach(other) - reach(own)) * side < 0))
}

import type { Emphasis, Lit } from '../state/picture/emphasis.ts'
import type { Picture } from '../state/picture/picture.ts'
import { actorLabels, titleOf } from './actor-labels.ts'
import type { Body } from './bodies.ts'
import { toChips, type SceneChip } from './chips.ts'
import { fitOf, inScene } from './fit.ts'
import { sample, type Rect } from './geometry.ts'
import type { Obstacles } from './label-placement.ts'
import type { Frame } from './layout.ts'
import { toLineLabels } from './line-labels.ts'
import { linePaths, type LinePath } from './line-paths.ts'
import { toPlaced, type ScaledArea } from './placed.ts'
import { hairlineStrands, toStrands, type LineStrand } from './strand.ts'
import type { FontName, Measure } from './text.ts'

/** A text on the canvas. */
export interface SceneLabel {
  readonly id: string
  /** The actor or strand that it names. */
  readonly of: string
  readonly role: 'actor' | 'title' | 'inside' | 'line'
  readonly font: FontName
  readonly text: string
  readonly rect: Rect
  /** It stands in a box. */
  readonly inBox: boolean
}

/** A line as it is drawn. */
export interface SceneLine extends LinePath {
  readonly strand: LineStrand
}

/** Everything that is drawn, where it is drawn, in pixels. */
export interface Scene {
  readonly bodies: readonly Body[]
  readonly lines: readonly SceneLine[]
  readonly hairlines: readonly LinePath[]
  readonly chips: readonly SceneChip[]
  readonly labels: readonly SceneLabel[]
  readonly frame: Frame
  readonly area: ScaledArea
}

/** Narrower than this, those of whom an answer does not speak are dots without a name. */
const NARROW = 480

/** The scene of a picture. Places depend on who is drawn and on the area alone, so nothing jumps when something is lit or selected. */
export function toScene(picture: Picture, emphasis: Emphasis, area: ScaledArea, measure: Measure): Scene {
  const told = area.width < NARROW && emphasis.lit ? toldOf(emphasis.lit, emphasis.selectedActor) : null
  const { bodies, frame } = toPlaced(picture, area, measure, told)
  const byId = new Map(bodies.map((body) => [body.actor.id, body]))
  const strands = toStrands(picture, emphasis)
  const paths = new Map(linePaths(strands, byId).map((path) => [path.id, path]))
  const hairlines = linePaths(hairlineStrands(picture.hairlines), byId)
  const shown = strands.filter(({ line }) => !emphasis.hiddenLines.has(line))
  const chipped = told ? shown.filter(({ line }) => emphasis.lit?.lines.has(line)) : shown
  const chips = toChips(chipped, paths, bodies, measure)
  const lines = shown.flatMap((strand): SceneLine[] => {
    const path = paths.get(strand.id)
    return path ? [{ ...path, strand }] : []
  })
  const labels = toLabels({ bodies, lines, hairlines, chips }, paths, emphasis, area, measure)
  return { bodies, lines, hairlines, chips, labels, frame, area }
}

/** Who keeps a name where there is no room for all. */
function toldOf({ actors }: Lit, selected: string | null): ReadonlySet<string> {
  return selected === null ? actors : new Set(actors).add(selected)
}

function toLabels(
  { bodies, lines, hairlines, chips }: Pick<Scene, 'bodies' | 'lines' | 'hairlines' | 'chips'>,
  paths: ReadonlyMap<string, LinePath>,
  emphasis: Emphasis,
  area: ScaledArea,
  measure: Measure,
): readonly SceneLabel[] {
  const boxes = bodies.filter(({ actor }) => actor.box)
  const discs = bodies.filter(({ actor }) => !actor.box)
  const titles = boxes.map(titleOf)
  const { width, height, controls } = area
  const fit = fitOf(bodies, area)
  const home = area.scale === 1
  const obstacles: Obstacles = {
    hard: [...discs, ...chips, ...titles]
      .map(({ rect }) => rect)
      .concat(home ? controls.map((control) => inScene(control, fit, area)) : []),
    marks: discs.map(({ rect }) => rect),
    boxes: boxes.map(({ rect }) => rect),
    boxOf: boxes.map(({ actor, rect }) => [actor.id, rect] as const),
    soft: [...lines, ...hairlines].flatMap(({ id, curve }) => sample(curve).map((point) => ({ ...point, line: id }))),
    // Nothing is written where the camera would have to move to show it.
    bounds: home ? inScene({ x: width / 2, y: height / 2, w: width - 2, h: height - 2 }, fit, area) : null,
  }
  const names = actorLabels(
    discs.filter(({ label }) => label.length > 0),
    emphasis,
    obstacles,
  )
  const hard = [...obstacles.hard, ...names.map(({ rect }) => rect)]
  const beside = toLineLabels(
    lines.map(({ strand }) => strand),
    paths,
    emphasis,
    { ...obstacles, hard },
    area.width,
    measure,
  )
  return [...titles, ...names, ...beside]
}

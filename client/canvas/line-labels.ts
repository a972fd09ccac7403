import type { Emphasis } from '../state/picture/emphasis.ts'
import { direction, normal, pointAt, type Point, type Rect } from './geometry.ts'
import { placeLabels, type LabelToPlace, type Obstacles } from './label-placement.ts'
import type { LinePath } from './line-paths.ts'
import type { SceneLabel } from './scene.ts'
import type { LineStrand } from './strand.ts'
import { cut, FONTS, wrap, type Measure } from './text.ts'

const WIDTH = 216
/** Between a line and its label. */
const CLEAR = 11

/** Words beside lines, level, on the side that is emptier. @param width of the whole, in pixels */
export function toLineLabels(
  strands: readonly LineStrand[],
  paths: ReadonlyMap<string, LinePath>,
  { lineLabels }: Emphasis,
  obstacles: Obstacles,
  width: number,
  measure: Measure,
): readonly SceneLabel[] {
  const texts = new Map<Rect, string>()
  const all = [...paths.values()]
  const toPlace: LabelToPlace[] = []
  for (const strand of strands) {
    const label = lineLabels.get(strand.event ?? strand.line)
    const path = paths.get(strand.id)
    if (!label || label.length === 0 || !path) continue
    const places = variants(label, strand.event !== null, width, measure).flatMap((rows) => {
      const w = Math.max(...rows.map((row) => measure(row, 'line')))
      const h = rows.length * FONTS.line.line
      return placesBeside(path, all, w, h).map((place) => {
        texts.set(place, rows.join('\n'))
        return place
      })
    })
    toPlace.push({ id: strand.id, places, within: null, line: strand.id })
  }
  return [...placeLabels(toPlace, obstacles)].map(([id, rect]) => ({
    id: `line ${id}`,
    of: id,
    role: 'line',
    font: 'line',
    text: texts.get(rect) ?? '',
    rect,
    inBox: false,
  }))
}

/** Narrower where a label finds no room. */
const NARROWER = [150, 100]

/** The rows of a label, the best first. @param each whether every event has a line, and so room for all of its words */
function variants(
  label: readonly string[],
  each: boolean,
  width: number,
  measure: Measure,
): readonly (readonly string[])[] {
  const most = Math.min(WIDTH, width * 0.36)
  const one = label.join(' · ')
  const narrower = NARROWER.filter((narrow) => narrow < most).map((narrow) => inRows(label, narrow, measure))
  if (each) return [inRows(label, most, measure), ...narrower]
  const wide = measure(one, 'line') <= most ? [one] : label.map((row) => cut(row, most, 'line', measure))
  return [wide, ...narrower]
}

/** Each in at most two rows. */
function inRows(label: readonly string[], most: number, measure: Measure): readonly string[] {
  return label.flatMap((row) => {
    const rows = wrap(row, most, 'line', measure)
    const [first] = rows
    if (rows.length < 3 || first === undefined) return rows
    return [first, cut(row.slice(first.length + 1), most, 'line', measure)]
  })
}

function placesBeside({ id, source, target, curve }: LinePath, paths: readonly LinePath[], w: number, h: number) {
  const sides = outerSides(paths, source, target, id)
  return [0, 12].flatMap((more) =>
    [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].flatMap((t) => {
      // The way of the curve where the label stands, not that of its ends.
      const across = normal(direction(pointAt(curve, Math.max(0, t - 0.1)), pointAt(curve, Math.min(1, t + 0.1))))
      const clear = CLEAR + (Math.abs(across.x) * w + Math.abs(across.y) * h) / 2
      return sides.map((side) => {
        const on = pointAt(curve, t)
        const reach = side * (clear + more)
        return { x: on.x + across.x * reach, y: on.y + across.y * reach, w, h }
      })
    }),
  )
}

/** On which sides of a line its label may stand: never between it and another line of the same pair, where it would name both. */
function outerSides(lines: readonly LinePath[], source: string, target: string, id: string): readonly number[] {
  const pair = lines.filter((line) => [line.source, line.target].every((end) => end === source || end === target))
  const own = pair.find((line) => line.id === id)
  if (!own) return [1, -1]
  const across = normal(direction(own.curve.from, own.curve.to))
  const reach = (line: LinePath) => {
    const { x, y }: Point = pointAt(line.curve, 0.5)
    return x * across.x + y * across.y
  }
  const others = pair.filter((line) => line !== own)
  return [1, -1].filter((side) => others.every((other) => (reach(other) - reach(own)) * side < 0))
}

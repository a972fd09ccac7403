import type { Body } from './bodies.ts'
import { overlap, pointAt, type Rect } from './geometry.ts'
import type { LinePath } from './line-paths.ts'
import type { LineStrand } from './strand.ts'
import type { Measure } from './text.ts'

/** What stands in the middle of a line: a chip with words, a dot where its status changed, a cross where it ended. */
export interface SceneChip {
  readonly id: string
  /** The strand. */
  readonly on: string
  readonly line: string
  readonly event: string | null
  readonly what: 'chip' | 'dot' | 'cross'
  readonly text: string
  readonly rect: Rect
}

const HEIGHT = 15
const DOT = 7
const CROSS = 12

/** Chips clear of actors and of each other, as near to the middle of their lines as they can be. */
export function toChips(
  strands: readonly LineStrand[],
  paths: ReadonlyMap<string, LinePath>,
  bodies: readonly Body[],
  measure: Measure,
): readonly SceneChip[] {
  const taken: Rect[] = bodies.filter(({ actor }) => !actor.box).map(({ rect }) => rect)
  return strands.flatMap((strand) => {
    const curve = paths.get(strand.id)?.curve
    if (!curve) return []
    return piecesOf(strand, measure).flatMap(({ what, text, w, h }) => {
      const places = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map((t) => ({ ...pointAt(curve, t), w, h }))
      const rect = places.find((place) => !taken.some((other) => overlap(other, place, 2))) ?? places[0]
      if (!rect) return []
      taken.push(rect)
      const { id, line, event } = strand
      return { id: `${what} ${id}`, on: id, line, event, what, text, rect }
    })
  })
}

function piecesOf({ mark, chip }: LineStrand, measure: Measure) {
  const pieces: { what: SceneChip['what']; text: string; w: number; h: number }[] = []
  if (mark === 'STATUS') pieces.push({ what: 'dot', text: '', w: DOT, h: DOT })
  if (mark === 'ENDED') pieces.push({ what: 'cross', text: '✕', w: CROSS, h: CROSS })
  if (mark !== 'GHOST' && chip) pieces.push({ what: 'chip', text: chip, w: measure(chip, 'chip') + 8, h: HEIGHT })
  return pieces
}

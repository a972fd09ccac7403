import type { ActorKind, EventKind } from '../../state/types.ts'
import { LINE, SHAPE } from '../coding.ts'
import { lineWidth } from '../sizes.ts'
import type { Tokens } from '../tokens.ts'
import { arrowGap, arrowSize } from './arrows.ts'
import { drawBody, drawLine } from './draw.ts'
import { svg, type SvgNode } from './node.ts'

const SCALE = 1.05
/** Of the mark of a kind, in pixels. */
export const KIND_MARK = { width: 40, height: 14 }
export const ACTOR_MARK = 14

/** The line and the arrow of a kind, as the canvas draws them. @param hollow a circle at the start: not done */
export function kindMark(kind: EventKind, tokens: Tokens, hollow = false): SvgNode {
  const style = LINE[kind]
  const width = lineWidth(kind, 1)
  const color = tokens.kinds[kind]
  const shape = style['target-arrow-shape']
  const middle = KIND_MARK.height / 2
  const tip = KIND_MARK.width - 2
  const arrow = { width, stroke: 1, color, size: arrowSize(width, SCALE) }
  return drawLine(
    {
      what: 'line',
      from: { x: hollow ? 10 : 0, y: middle },
      to: { x: tip - arrowGap(shape, width, SCALE), y: middle },
      controls: [],
      stroke: {
        color,
        opacity: 1,
        width,
        dash: style['line-dash-pattern'] ?? null,
        cap: style['line-cap'] ?? 'butt',
      },
      underlay: null,
      arrows: [
        { ...arrow, shape, at: { x: tip, y: middle }, angle: -Math.PI / 2, hollow: false },
        ...(hollow ? [{ ...arrow, shape: 'circle', at: { x: 5, y: middle }, angle: 0, hollow }] : []),
      ],
      opacity: 1,
    },
    tokens.canvas,
  )
}

/** The line between an actor and what it belongs to. */
export function hairlineMark({ boxBorder }: Tokens): SvgNode {
  const middle = KIND_MARK.height / 2
  return svg('path', { d: `M0 ${middle}H${KIND_MARK.width}`, stroke: boxBorder })
}

const RINGS: ReadonlySet<ActorKind> = new Set(['PERSON', 'GROUP', 'REGION'])

/** The shape of a type of actor, as the canvas draws it. @param id told apart from others of the file */
export function actorMark(kind: ActorKind, tokens: Tokens, id: string): SvgNode {
  const ring = RINGS.has(kind)
  const clips: SvgNode[] = []
  const size = ACTOR_MARK - 1
  const drawn = drawBody(
    {
      what: 'body',
      shape: SHAPE[kind],
      points: [],
      at: { x: ACTOR_MARK / 2, y: ACTOR_MARK / 2 },
      width: size,
      height: size,
      radius: kind === 'ORGANISATION' ? 4 : kind === 'GOVERNMENT_BODY' ? 3 : null,
      fill: { color: ring ? tokens.canvas : tokens.actor, opacity: 1 },
      border: ring
        ? { color: tokens.actor, opacity: 1, width: 2, dash: kind === 'PERSON' ? null : [3, 2.2], inside: true }
        : null,
      outline: null,
      underlay: null,
    },
    id,
    clips,
  )
  return svg('g', {}, [clips.length > 0 ? svg('defs', {}, clips) : null, drawn])
}

import type { PictureActor } from '../state/picture/picture.ts'
import { around, type Point, type Rect } from './geometry.ts'
import { DOT } from './sizes.ts'
import { FONTS, wrap, type Measure } from './text.ts'

/** An actor as it is drawn: a mark with the text of its label, or a box with its title. */
export interface Body {
  readonly actor: PictureActor
  readonly rect: Rect
  readonly label: readonly string[]
  /** Of the label and the line below it. */
  readonly labelSize: { readonly w: number; readonly h: number }
  /** `3 events inside`, below the name of a closed box; empty where there is none. */
  readonly inside: string
}

const BOX_PADDING = 30
const BOX_HEIGHT = 84
const TITLE_HEIGHT = 26
const LABEL_WIDTH = 122
/** Between a mark and its label. */
const LABEL_GAP = 4

/** @param roomy whether a line is kept free for what a closed box holds, even where it holds nothing */
export function toDisc(actor: PictureActor, { x, y }: Point, size: number, measure: Measure, roomy = false): Body {
  const font = actor.kind === 'STATE' ? 'state' : 'actor'
  const label = wrap(actor.name, LABEL_WIDTH, font, measure)
  const inside = actor.eventsInside > 0 ? `${actor.eventsInside} event${actor.eventsInside > 1 ? 's' : ''} inside` : ''
  const w = Math.max(...label.map((line) => measure(line, font)), measure(inside, 'inside'))
  const h = label.length * FONTS[font].line + (inside || (roomy && actor.parts.length > 0) ? FONTS.inside.line : 0)
  return { actor, rect: { x, y, w: size, h: size }, label, labelSize: { w, h }, inside }
}

/** An actor that is only hinted at. */
export function toDot(actor: PictureActor, { x, y }: Point): Body {
  return { actor, rect: { x, y, w: DOT, h: DOT }, label: [], labelSize: { w: 0, h: 0 }, inside: '' }
}

/** A box round its parts and their labels, its title inside at the top left. */
export function toBox(actor: PictureActor, parts: readonly Body[], at: Point, measure: Measure): Body {
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
    inside: '',
  }
}

/** The actor together with its label below it; a box holds its title. */
export function withLabel({ actor, rect, labelSize }: Pick<Body, 'actor' | 'rect' | 'labelSize'>): Rect {
  if (actor.box) return rect
  const h = rect.h + LABEL_GAP + labelSize.h
  return { x: rect.x, y: rect.y + (h - rect.h) / 2, w: Math.max(rect.w, labelSize.w), h }
}

export function shifted(body: Body, by: Point): Body {
  return { ...body, rect: { ...body.rect, x: body.rect.x + by.x, y: body.rect.y + by.y } }
}

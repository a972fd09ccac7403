import type { ActorKind, EventKind } from '../../state/types.ts'
import type { Tokens } from '../tokens.ts'
import { drawDrawing } from './draw.ts'
import { flow, paragraph, stack, type Block, type FlowItem, type TextStyle, type TextWidth } from './flow.ts'
import { ACTOR_MARK, KIND_MARK, actorMark, hairlineMark, kindMark } from './legend.ts'
import type { Drawing } from './marks.ts'
import { svg, type SvgNode } from './node.ts'

/** What stands in the key of a sheet: only what its pictures show, with counts. */
export interface SheetKey {
  readonly kinds: readonly { readonly kind: EventKind; readonly text: string }[]
  /** `≠`, `⇄`, or the hollow circle of what is not done. */
  readonly claims: readonly { readonly sign: '≠' | '⇄' | '○'; readonly text: string }[]
  readonly affiliations: string | null
  readonly actors: readonly { readonly kind: ActorKind; readonly text: string }[]
}

/** One picture, two beside each other, or none beside a list that is printed, with everything that is needed to read them elsewhere. */
export interface Sheet {
  readonly title: string
  readonly under: string
  readonly panes: readonly { readonly title: string | null; readonly drawing: Drawing }[]
  readonly key: SheetKey
  readonly filters: readonly string[]
  readonly sources: readonly string[]
  readonly link: string
}

const MARGIN = 20
/** Narrower than this, lines of text would be too short to read. */
const LEAST_WIDTH = 560
/** Without a picture, above a list. */
const PLAIN_WIDTH = 1040

/** The sheet as an SVG, in pixels. @param styles what names the faces of its letters; left out where the page has them */
export function drawSheet(sheet: Sheet, tokens: Tokens, measure: TextWidth, styles: string | null): SvgNode {
  const pictures = toPictures(sheet, tokens, measure)
  const inner = sheet.panes.length === 0 ? PLAIN_WIDTH : Math.max(LEAST_WIDTH, pictures.width)
  const text = (words: string, style: TextStyle) => paragraph(words, style, inner - 2 * MARGIN, measure)
  const small = { size: 12, weight: 450, line: 16, color: tokens.ink2 }
  const meta = { size: 11.5, weight: 450, line: 16, color: tokens.ink3 }
  const head = stack(
    [text(sheet.title, { size: 20, weight: 600, line: 28, color: tokens.ink }), text(sheet.under, small)],
    4,
  )
  const items = keyItems(sheet.key, tokens).map((row) => flow(row, small, inner - 2 * MARGIN, measure))
  const notes = stack(
    [
      stack(items, 4),
      text(sheet.filters.join(' '), small),
      stack(
        sheet.sources.map((source) => text(source, meta)),
        0,
      ),
      text(sheet.link, meta),
    ],
    10,
  )
  const top = MARGIN + head.height + 14
  const bottom = top + pictures.height + 14
  const height = Math.ceil(bottom + notes.height + MARGIN)
  return svg(
    'svg',
    {
      width: inner,
      height,
      viewBox: `0 0 ${inner} ${height}`,
      role: 'img',
      'aria-label': `${sheet.title} ${sheet.under}`,
    },
    [
      styles === null ? null : svg('style', {}, styles),
      svg('rect', { x: 0, y: 0, width: inner, height, fill: tokens.canvas }),
      at(MARGIN, MARGIN, head),
      at(0, top, pictures),
      at(MARGIN, bottom, notes),
    ],
  )
}

function at(x: number, y: number, { node }: Block): SvgNode {
  return svg('g', { transform: `translate(${x} ${Math.round(y)})` }, [node])
}

function toPictures({ panes }: Sheet, tokens: Tokens, measure: TextWidth): Block & { readonly width: number } {
  const titled = panes.some(({ title }) => title !== null)
  const under = titled ? 28 : 0
  let width = 0
  const drawn = panes.map(({ title, drawing }, place) => {
    const head = paragraph(title ?? '', { size: 13, weight: 600, line: 18, color: tokens.ink }, drawing.width, measure)
    const left = width
    width += drawing.width
    return svg('g', { transform: `translate(${left} 0)` }, [
      titled ? svg('g', { transform: `translate(${MARGIN} 4)` }, [head.node]) : null,
      svg('g', { transform: `translate(0 ${under})`, 'data-pane': String(place) }, [
        drawDrawing(drawing, `pane-${place}`),
      ]),
      place > 0 ? svg('path', { d: `M0 0V${under + drawing.height}`, stroke: tokens.boxBorder }) : null,
    ])
  })
  const height = under + Math.max(0, ...panes.map(({ drawing }) => drawing.height))
  if (panes.length === 0) return { node: svg('g'), height: 0, width }
  const edges = svg('path', { d: `M0 0H${width}M0 ${height}H${width}`, stroke: tokens.boxBorder })
  return { node: svg('g', {}, [...drawn, edges]), height, width }
}

/** A row of kinds and claims, a row of types of actors. */
function keyItems({ kinds, claims, affiliations, actors }: SheetKey, tokens: Tokens): readonly (readonly FlowItem[])[] {
  const signs = { size: 12, weight: 600, line: 14, color: tokens.ink }
  const signMark = (sign: string): FlowItem['mark'] =>
    sign === '○'
      ? svg('circle', { cx: 6, cy: 7, r: 3.5, fill: 'none', stroke: tokens.ink2, 'stroke-width': 1.5 })
      : paragraph(sign, signs, 100, () => 0).node
  return [
    [
      ...kinds.map(({ kind, text }) => ({ mark: kindMark(kind, tokens), markWidth: KIND_MARK.width, text })),
      ...claims.map(({ sign, text }) => ({ mark: signMark(sign), markWidth: 12, text })),
    ],
    [
      ...actors.map(({ kind, text }, place) => ({
        mark: actorMark(kind, tokens, `key-${place}`),
        markWidth: ACTOR_MARK,
        text,
      })),
      ...(affiliations === null
        ? []
        : [{ mark: hairlineMark(tokens), markWidth: KIND_MARK.width, text: affiliations }]),
    ],
  ]
}

import { FAMILY } from '../text.ts'
import { svg, type SvgNode } from './node.ts'

/** How wide a text is, in pixels. */
export type TextWidth = (text: string, size: number, weight: number) => number

export interface TextStyle {
  readonly size: number
  readonly weight: number
  /** From line to line. */
  readonly line: number
  readonly color: string
}

/** Something drawn from 0 0 downward, and how high it is. */
export interface Block {
  readonly node: SvgNode
  readonly height: number
}

/** Text in lines that are no wider than `width`; a word that is wider is broken. */
export function paragraph(text: string, style: TextStyle, width: number, measure: TextWidth): Block {
  const lines = fill(text, style, width, measure)
  const { size, weight, color } = style
  const attributes = { 'font-family': FAMILY, 'font-size': size, 'font-weight': weight, fill: color }
  const first = style.line / 2 + size * 0.36
  return {
    node: svg(
      'text',
      attributes,
      lines.map((line, place) => svg('tspan', { x: 0, y: first + place * style.line }, line)),
    ),
    height: lines.length * style.line,
  }
}

function fill(text: string, { size, weight }: TextStyle, width: number, measure: TextWidth): readonly string[] {
  const lines: string[] = []
  const fits = (line: string) => measure(line, size, weight) <= width
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(...broken(word, fits))
  }
  return lines
}

function broken(word: string, fits: (line: string) => boolean): readonly string[] {
  const pieces = ['']
  for (const letter of word) {
    const last = pieces.at(-1) ?? ''
    if (last === '' || fits(last + letter)) pieces[pieces.length - 1] = last + letter
    else pieces.push(letter)
  }
  return pieces
}

/** A mark with words beside it. */
export interface FlowItem {
  readonly mark: SvgNode
  readonly markWidth: number
  readonly text: string
}

/** Items after each other, in as many rows as `width` asks for. */
export function flow(items: readonly FlowItem[], style: TextStyle, width: number, measure: TextWidth): Block {
  let [x, y] = [0, 0]
  const drawn = items.map(({ mark, markWidth, text }) => {
    const own = markWidth + 6 + measure(text, style.size, style.weight)
    if (x > 0 && x + own > width) [x, y] = [0, y + style.line]
    const node = svg('g', { transform: `translate(${Math.round(x)} ${y})` }, [
      svg('g', { transform: `translate(0 ${(style.line - 14) / 2})` }, [mark]),
      svg('g', { transform: `translate(${markWidth + 6} 0)` }, [paragraph(text, style, own + 1, measure).node]),
    ])
    x += own + 18
    return node
  })
  return { node: svg('g', {}, drawn), height: items.length === 0 ? 0 : y + style.line }
}

/** Blocks below each other, `gap` apart where they have any height. */
export function stack(blocks: readonly (Block | null)[], gap: number): Block {
  let y = 0
  const drawn: SvgNode[] = []
  for (const block of blocks) {
    if (!block || block.height === 0) continue
    if (y > 0) y += gap
    drawn.push(svg('g', { transform: `translate(0 ${Math.round(y)})` }, [block.node]))
    y += block.height
  }
  return { node: svg('g', {}, drawn), height: y }
}

/** How wide a text is, in pixels, in one of the fonts of the canvas. */
export type Measure = (text: string, font: FontName) => number

export type FontName = 'actor' | 'state' | 'inside' | 'line' | 'chip'

/** Fonts as CSS writes them, and the height of a line in pixels. */
export const FONTS: Readonly<
  Record<FontName, { readonly size: number; readonly weight: number; readonly line: number }>
> = {
  actor: { size: 12, weight: 500, line: 15 },
  state: { size: 13, weight: 700, line: 16 },
  inside: { size: 12, weight: 600, line: 16 },
  line: { size: 11.5, weight: 500, line: 15 },
  chip: { size: 10.5, weight: 600, line: 13 },
}

/** In double quotes: Cytoscape refuses others. */
export const FAMILY = '"Inter Variable", system-ui, sans-serif'

/** Lines of a text, as few as `width` allows, and then as even as they can be. A single word may be wider. */
export function wrap(text: string, width: number, font: FontName, measure: Measure): readonly string[] {
  const fewest = fill(text, width, font, measure)
  let lines = fewest
  for (let narrower = width - 6; narrower > width / 3; narrower -= 6) {
    const tried = fill(text, narrower, font, measure)
    if (tried.length > fewest.length) break
    lines = tried
  }
  return lines
}

function fill(text: string, width: number, font: FontName, measure: Measure): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && measure(`${last} ${word}`, font) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** The text, cut before a word where it does not fit, with a mark that it was cut. */
export function cut(text: string, width: number, font: FontName, measure: Measure): string {
  if (measure(text, font) <= width) return text
  const words = text.split(' ')
  const tooWide = () => measure(`${words.join(' ')} …`, font) > width
  // Nor does it end on a small word, which would hang in the air.
  while (words.length > 1 && (tooWide() || (words.at(-1)?.length ?? 0) < 4)) words.pop()
  return `${words.join(' ')} …`
}

/** A measure that asks a canvas of the page, once for each text. Another face on the page wants another measure. */
export function canvasMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  return (text, font) => {
    const { size, weight } = FONTS[font]
    if (!context) return text.length * size * 0.56
    const key = `${font} ${text}`
    let width = known.get(key)
    if (width === undefined) {
      context.font = `${weight} ${size}px ${FAMILY}`
      width = context.measureText(text).width
      known.set(key, width)
    }
    return width
  }
}

/** An element of an SVG, with its children or its text. Numbers are written with at most two places. */
export interface SvgNode {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string | number | null>>
  readonly children: readonly SvgNode[]
  readonly text: string | null
}

/** @param attributes one that is null is left out */
export function svg(
  tag: string,
  attributes: SvgNode['attributes'] = {},
  children: readonly (SvgNode | null)[] | string = [],
): SvgNode {
  return typeof children === 'string'
    ? { tag, attributes, children: [], text: children }
    : { tag, attributes, children: children.filter((child) => child !== null), text: null }
}

const NAMESPACE = 'http://www.w3.org/2000/svg'

/** A file of its own. */
export function toFile(root: SvgNode): string {
  const named = { ...root, attributes: { xmlns: NAMESPACE, ...root.attributes } }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toText(named)}\n`
}

function toText({ tag, attributes, children, text }: SvgNode): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escaped(valueText(value))}"`)
    .join('')
  // Between lines of a text a line end would be a blank, which moves what is set round a middle.
  const inner = text === null ? children.map(toText).join(tag === 'text' ? '' : '\n') : escaped(text)
  return inner === '' ? `<${tag}${written}/>` : `<${tag}${written}>${inner}</${tag}>`
}

/** Elements of the page: none is parsed from text, which the page's content policy would refuse. */
export function toElement({ tag, attributes, children, text }: SvgNode): SVGElement {
  const element = document.createElementNS(NAMESPACE, tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, valueText(value))
  }
  if (text !== null) element.textContent = text
  element.append(...children.map(toElement))
  return element
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

function valueText(value: string | number | null): string {
  return typeof value === 'number' ? String(round(value)) : (value ?? '')
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that no XML may hold are left out. */
function escaped(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- these are what XML refuses
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
  )
}

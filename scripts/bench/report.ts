/** A table of a part of the report, and points for the plot. */
export interface Section {
  readonly title: string
  /** What was measured beside what. */
  readonly says: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly growth?: readonly Growth[]
}

/** How a figure grows with the number of events. */
export interface Growth {
  readonly name: string
  readonly points: readonly { readonly events: number; readonly ms: number }[]
}

export function toMarkdown({ title, says, head, rows }: Section): string {
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'))
  const table = [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return [`## ${title}`, '', says, '', ...table].join('\n')
}

const begin = (name: string) => `<!-- begin ${name} -->`
const end = (name: string) => `<!-- end ${name} -->`

/** The document with a part's text in place of what was there of it; at the end where nothing was. */
export function withPart(document: string, name: string, text: string): string {
  const whole = `${begin(name)}\n\n${text}\n\n${end(name)}`
  const from = document.indexOf(begin(name))
  const until = document.indexOf(end(name))
  if (from < 0 || until < from) return `${document.trimEnd()}\n\n${whole}\n`
  return document.slice(0, from) + whole + document.slice(until + end(name).length)
}

/** Milliseconds, or any other figure, to three digits. */
export function short(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

/** How many times the second figure the first is. */
export function times(value: number, reference: number): string {
  return reference > 0 ? `${(value / reference).toFixed(1)} ×` : '–'
}

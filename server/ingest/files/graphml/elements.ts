import { SpoiltFileError, type TextFile } from '../../rows/reader.ts'
import { xmlEvents, type XmlEvent } from '../xml.ts'

/** A `<key>`: what data of nodes, edges or the graph is called. */
export interface GraphmlKey {
  readonly id: string
  /** `node`, `edge`, `graph` or `all`. */
  readonly of: string
  readonly name: string
  /** What an element without it has; empty: nothing. */
  readonly default: string
}

/** A graph, node or edge of GraphML with its data by key. Of a graph, its data stands in an element of its own behind all others. */
export interface GraphmlElement {
  readonly type: 'graph' | 'node' | 'edge'
  readonly attributes: Readonly<Record<string, string>>
  /** Key to text. */
  readonly data: ReadonlyMap<string, string>
  /** Where it begins. */
  readonly line: number
}

export type GraphmlPart =
  | { readonly type: 'key'; readonly key: GraphmlKey }
  | { readonly type: 'element'; readonly element: GraphmlElement }

/** Of one text of data. */
const LONGEST = 10_000_000

interface Open {
  readonly type: GraphmlElement['type']
  readonly attributes: Readonly<Record<string, string>>
  readonly data: Map<string, string>
  readonly line: number
}

/** The keys, nodes and edges of a GraphML file as they are read, many at a time. @throws SpoiltFileError */
export async function* graphmlParts(
  file: TextFile,
  signal?: AbortSignal,
): AsyncGenerator<readonly GraphmlPart[], void> {
  const reading = new GraphmlReading(file.name)
  for await (const events of xmlEvents(file.text(signal), file.name)) {
    const parts = events.flatMap((event) => reading.take(event) ?? [])
    if (parts.length > 0) yield parts
  }
}

class GraphmlReading {
  readonly #file: string
  readonly #open: Open[] = []
  #key: { readonly attributes: Readonly<Record<string, string>>; default: string } | null = null
  #data: string | null = null
  #text: string | null = null

  constructor(file: string) {
    this.#file = file
  }

  take(event: XmlEvent): GraphmlPart | null {
    if (event.type === 'text') {
      if (this.#text !== null && this.#text.length < LONGEST) this.#text += event.text
      return null
    }
    return event.type === 'open' ? this.#begin(event) : this.#end(event.name)
  }

  #begin({ name, attributes, line }: Extract<XmlEvent, { type: 'open' }>): null {
    // What stands within data is somebody's own; only its text is read.
    if (this.#data !== null) return null
    if (name === 'key') this.#key = { attributes, default: '' }
    else if (name === 'default') this.#text = ''
    else if (name === 'data') {
      this.#data = attributes.key ?? ''
      this.#text = ''
    } else if (name === 'graph' || name === 'node' || name === 'edge')
      this.#open.push({ type: name, attributes, data: new Map(), line })
    else if (name === 'hyperedge')
      throw new SpoiltFileError(
        this.#file,
        line,
        'It has a <hyperedge>, which goes between more than two: no act of one toward another.',
      )
    return null
  }

  #end(name: string): GraphmlPart | null {
    if (this.#data !== null) {
      if (name === 'data') {
        this.#open.at(-1)?.data.set(this.#data, this.#text ?? '')
        this.#data = null
        this.#text = null
      }
      return null
    }
    if (name === 'default') {
      if (this.#key) this.#key.default = this.#text ?? ''
      this.#text = null
    } else if (name === 'key' && this.#key) {
      const { attributes, default: standard } = this.#key
      const id = attributes.id ?? ''
      const called = attributes['attr.name'] ?? attributes['yfiles.type'] ?? id
      this.#key = null
      return { type: 'key', key: { id, of: attributes.for ?? 'all', name: called, default: standard.trim() } }
    } else if (name === 'graph' || name === 'node' || name === 'edge') {
      const element = this.#open.pop()
      return element ? { type: 'element', element } : null
    }
    return null
  }
}

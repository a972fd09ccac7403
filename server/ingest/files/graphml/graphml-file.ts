import { SpoiltFileError, type TextFile } from '../../rows/reader.ts'
import { PIECE } from '../byte-source.ts'
import { splitLines } from '../split-lines.ts'
import { tabLine } from '../tab-line.ts'
import { SAMPLE } from '../text-file.ts'
import { graphmlParts, type GraphmlElement, type GraphmlKey } from './elements.ts'

/** What has to be held while edges go by. */
const MOST_NODES = 1_000_000
const MOST_CHARACTERS = 100_000_000
const MOST_KEYS = 500
/** Of a cell; of the whole as text: edges may point to one node again and again, so that little unpacks to much. */
const LONGEST = 32_767
const MOST_WRITTEN = 4_000_000_000

/** Whether a text is GraphML, by its beginning. */
export function isGraphml(sample: string): boolean {
  return /^\s*</.test(sample) && /<(?:\w+:)?graphml[\s>]/.test(sample)
}

interface Graph {
  readonly keys: readonly GraphmlKey[]
  /** Data of each node, in the order of the keys of nodes. */
  readonly nodes: ReadonlyMap<string, readonly string[]>
  readonly isDirected: boolean
}

/**
 * GraphML as a table between tabs: an edge is a row; its columns are its two ends, its data, and the data of its ends, as `source name`.
 * @throws SpoiltFileError
 */
export async function graphmlFile(file: TextFile): Promise<TextFile> {
  const graph = await readGraph(file)
  const text = (signal?: AbortSignal): AsyncIterable<string> => edgeLines(file, graph, signal)
  const undirected = graph.isDirected
    ? []
    : ['Its edges have no direction. They are read as acts of their source toward their target.']
  return {
    name: file.name,
    path: file.path,
    bytes: file.bytes,
    madeOf: 'GraphML',
    original: file,
    sample: await sampleOf(text()),
    get notes() {
      return [...file.notes, ...undirected]
    },
    text,
    lines: (signal) => splitLines(text(signal), () => 0),
  }
}

async function readGraph(file: TextFile): Promise<Graph> {
  const keys: GraphmlKey[] = []
  const nodes = new Map<string, readonly string[]>()
  let isDirected = true
  let characters = 0
  for await (const parts of graphmlParts(file))
    for (const part of parts) {
      if (part.type === 'key') keys.push(part.key)
      else if (part.element.type === 'node') {
        const data = cellsOf(part.element, keysOf(keys, 'node'))
        nodes.set(part.element.attributes.id ?? '', data)
        characters += data.reduce((sum, each) => sum + each.length, 0)
      } else if (part.element.type === 'graph') isDirected &&= part.element.attributes.edgedefault !== 'undirected'
      if (nodes.size > MOST_NODES || characters > MOST_CHARACTERS || keys.length > MOST_KEYS)
        throw new SpoiltFileError(
          file.name,
          null,
          'It holds more nodes or keys than are read from GraphML. Export its rows as CSV.',
        )
    }
  return { keys, nodes, isDirected }
}

/** Lines stand where their edge begins, as far as there is one edge a line, so that the number of a line is that in the file. */
async function* edgeLines(file: TextFile, { keys, nodes }: Graph, signal?: AbortSignal): AsyncGenerator<string, void> {
  const [ofEdges, ofNodes] = [keysOf(keys, 'edge'), keysOf(keys, 'node')]
  const none = ofNodes.map(() => '')
  let line = 2
  let written = 0
  let text = `${tabLine(headerOf(ofEdges, ofNodes))}\n`
  const taken = (): string => {
    written += text.length
    if (written > MOST_WRITTEN)
      throw new SpoiltFileError(file.name, line, 'It holds more text than is read from GraphML. Divide it.')
    const all = text
    text = ''
    return all
  }
  for await (const parts of graphmlParts(file, signal))
    for (const part of parts) {
      if (part.type !== 'element' || part.element.type !== 'edge') continue
      const { attributes, line: at } = part.element
      const { source = '', target = '', id = '' } = attributes
      const ends = [...(nodes.get(source) ?? none), ...(nodes.get(target) ?? none)]
      const row = tabLine([source, target, ...cellsOf(part.element, ofEdges), id, ...ends])
      text += `${'\n'.repeat(Math.max(0, at - line))}${row}\n`
      line = Math.max(line, at) + 1
      if (text.length >= PIECE) yield taken()
    }
  if (text !== '') yield taken()
}

function keysOf(keys: readonly GraphmlKey[], of: 'node' | 'edge'): readonly GraphmlKey[] {
  return keys.filter((key) => key.of === of || key.of === 'all')
}

function headerOf(ofEdges: readonly GraphmlKey[], ofNodes: readonly GraphmlKey[]): readonly string[] {
  const own = ofEdges.map(({ name }) => (/^(source|target|edge id)$/i.test(name.trim()) ? `edge ${name}` : name))
  const ends = ['source', 'target'].flatMap((end) => ofNodes.map(({ name }) => `${end} ${name}`))
  return ['source', 'target', ...own, 'edge id', ...ends]
}

function cellsOf({ data }: GraphmlElement, keys: readonly GraphmlKey[]): readonly string[] {
  return keys.map(({ id, default: standard }) => (data.get(id)?.trim() ?? standard).slice(0, LONGEST))
}

async function sampleOf(pieces: AsyncIterable<string>): Promise<string> {
  let sample = ''
  for await (const piece of pieces) {
    sample += piece
    if (sample.length >= SAMPLE) break
  }
  return sample.length <= SAMPLE ? sample : sample.slice(0, sample.lastIndexOf('\n', SAMPLE) + 1)
}

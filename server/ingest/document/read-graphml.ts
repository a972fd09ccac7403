import { graphmlParts, type GraphmlElement } from '../files/graphml/elements.ts'
import type { TextFile } from '../rows/reader.ts'
import type { EntenteDocument } from './document.ts'
import { Fields, ValueFault } from './fields.ts'
import { DocumentReading } from './reading.ts'

/** The key under which a graph, a node and an edge say what they are in full; what stands beside it is for people and other programs. */
export const RECORD_KEY = 'record'

/** Whether GraphML is a document of Entente: its graph, as few others, has data of its own, under that key. */
export function isGraphmlDocument(sample: string): boolean {
  const keys = sample.match(/<key\b[^>]*>/g) ?? []
  return keys.some((key) => /\bfor="graph"/.test(key) && key.includes(`attr.name="${RECORD_KEY}"`))
}

/** @param file the GraphML itself. @throws DocumentError, SpoiltFileError */
export async function readGraphmlDocument(file: TextFile): Promise<EntenteDocument> {
  const reading = new DocumentReading(file.name)
  const keys = new Set<string>()
  for await (const parts of graphmlParts(file))
    for (const part of parts) {
      if (part.type === 'key') {
        if (part.key.name === RECORD_KEY) keys.add(part.key.id)
      } else take(reading, part.element, keys)
    }
  return reading.end()
}

function take(reading: DocumentReading, element: GraphmlElement, keys: ReadonlySet<string>): void {
  const where = `line ${element.line}`
  reading.try(where, () => {
    const fields = new Fields(recordOf(element, keys), '')
    if (element.type === 'graph') {
      reading.head(fields, where, 'entente-graphml')
      reading.collections(fields.any('collections'), `${where}, collections`)
      reading.sources(fields.any('sources'), `${where}, sources`)
      if (fields.has('affiliations')) reading.affiliations(fields.any('affiliations'), `${where}, affiliations`)
    } else if (element.type === 'node') reading.actors(fields.any('entries'), `${where}, entries`)
    else if (fields.has('affiliation')) reading.affiliations([fields.any('affiliation')], `${where}, affiliation`)
    else if (fields.has('event')) reading.events([fields.any('event')], `${where}, event`)
    else return reading.events([recordOf(element, keys)], where)
    fields.end()
  })
}

function recordOf({ data }: GraphmlElement, keys: ReadonlySet<string>): unknown {
  const text = [...data].find(([key]) => keys.has(key))?.[1]
  if (text === undefined)
    throw new ValueFault('', `It has no data under the key "${RECORD_KEY}", which says what it is in full.`)
  try {
    return JSON.parse(text)
  } catch {
    throw new ValueFault('', `Its data under the key "${RECORD_KEY}" is no JSON.`)
  }
}

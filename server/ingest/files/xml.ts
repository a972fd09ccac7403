import { SaxesParser } from 'saxes'
import { SpoiltFileError } from '../rows/reader.ts'

/** Names are without their prefix: `x:row` is `row`. Text may come in several pieces. */
export type XmlEvent =
  | {
      readonly type: 'open'
      readonly name: string
      readonly attributes: Readonly<Record<string, string>>
      readonly line: number
    }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string }

/** Characters of one text or tag: what is longer was made to fill a machine. */
const LONGEST = 10_000_000
const DEEPEST = 100

/**
 * XML as it is read, many events at a time. Nothing outside of the file is ever looked at, and entities of its own are refused.
 * @param file what it is called, for refusals
 * @throws SpoiltFileError where it is no XML, or none that is read here
 */
export async function* xmlEvents(
  pieces: AsyncIterable<string>,
  file: string,
): AsyncGenerator<readonly XmlEvent[], void> {
  const reading = new XmlReading(file)
  for await (const piece of pieces) yield reading.push(piece)
  yield reading.end()
}

class XmlReading {
  readonly #file: string
  readonly #parser = new SaxesParser({ xmlns: false, position: true })
  #events: XmlEvent[] = []
  #fault: string | null = null
  #quiet = 0
  #depth = 0

  constructor(file: string) {
    this.#file = file
    this.#parser.on('error', ({ message }) => (this.#fault ??= `It is no XML: ${message.replace(/^.*?\d+:\d+: /, '')}`))
    this.#parser.on('doctype', (doctype) => {
      if (doctype.includes('['))
        this.#fault ??= 'It declares entities or elements of its own, which are not read here. Take its DOCTYPE away.'
    })
    this.#parser.on('opentag', ({ name, attributes }) => {
      this.#depth++
      if (this.#depth > DEEPEST) this.#fault ??= `Its elements stand in one another more than ${DEEPEST} deep.`
      this.#add({ type: 'open', name: localName(name), attributes, line: this.#parser.line })
    })
    this.#parser.on('closetag', ({ name }) => {
      this.#depth--
      this.#add({ type: 'close', name: localName(name) })
    })
    this.#parser.on('text', (text) => this.#add({ type: 'text', text }))
    this.#parser.on('cdata', (text) => this.#add({ type: 'text', text }))
  }

  push(piece: string): readonly XmlEvent[] {
    this.#quiet += piece.length
    this.#parser.write(piece)
    if (this.#quiet > LONGEST)
      this.#fault ??= `A text or tag in it has more than ${LONGEST.toLocaleString('en')} characters.`
    return this.#take()
  }

  end(): readonly XmlEvent[] {
    this.#parser.close()
    return this.#take()
  }

  #add(event: XmlEvent): void {
    this.#quiet = 0
    this.#events.push(event)
  }

  #take(): readonly XmlEvent[] {
    if (this.#fault !== null) throw new SpoiltFileError(this.#file, this.#parser.line, sentence(this.#fault))
    const taken = this.#events
    this.#events = []
    return taken
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function sentence(text: string): string {
  const clean = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '?').slice(0, 300)
  return /[.!]$/.test(clean) ? clean : `${clean}.`
}

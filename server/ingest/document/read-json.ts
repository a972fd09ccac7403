import type { TextFile } from '../rows/reader.ts'
import { DocumentError, type EntenteDocument } from './document.ts'
import { Fields } from './fields.ts'
import { DocumentReading } from './reading.ts'

/** Characters of a document, which is read as a whole. */
const LONGEST = 400_000_000

/** Whether a text is a document of Entente, by its beginning. */
export function isJsonDocument(sample: string): boolean {
  return /^\s*\{\s*"format"\s*:\s*"entente"/.test(sample)
}

/** @throws DocumentError, SpoiltFileError */
export async function readJsonDocument(file: TextFile): Promise<EntenteDocument> {
  const pieces: string[] = []
  let length = 0
  for await (const piece of file.text()) {
    length += piece.length
    if (length > LONGEST)
      throw new DocumentError(
        `${file.name} is longer than is read at once. Take "entente backup" for stores of this size.`,
      )
    pieces.push(piece)
  }
  const value = parse(pieces.join(''), file.name)
  const reading = new DocumentReading(file.name)
  reading.try('', () => {
    const fields = new Fields(value, '')
    reading.head(fields, '', 'entente')
    reading.collections(fields.any('collections'), 'collections')
    reading.sources(fields.any('sources'), 'sources')
    reading.actors(fields.any('actors'), 'actors')
    reading.affiliations(fields.any('affiliations'), 'affiliations')
    reading.events(fields.any('events'), 'events')
    fields.end()
  })
  return reading.end()
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?').slice(0, 200) : ''
    throw new DocumentError(`${file} is no JSON: ${why}.`)
  }
}

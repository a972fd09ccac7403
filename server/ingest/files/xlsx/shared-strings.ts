import { SpoiltFileError } from '../../rows/reader.ts'
import { xmlEvents } from '../xml.ts'
import type { OpenPart } from './parts.ts'

/** Texts that cells point to have to be held; more than this many characters or texts are not. */
const MOST_CHARACTERS = 30_000_000
const MOST_TEXTS = 2_000_000
/** Of a cell, as spreadsheets have it. */
const LONGEST = 32_767

/** The texts of a workbook that its cells point to, by their place. @throws SpoiltFileError */
export async function readSharedStrings(open: OpenPart): Promise<readonly string[]> {
  const file = await open('xl/sharedStrings.xml')
  if (!file) return []
  const texts: string[] = []
  let text = ''
  let length = 0
  let isText = false
  let isPhonetic = false
  for await (const events of xmlEvents(file.text(), file.name))
    for (const event of events) {
      if (event.type === 'text') {
        if (!isText || isPhonetic) continue
        text += event.text
        length += event.text.length
      } else if (event.name === 't') isText = event.type === 'open'
      else if (event.name === 'rPh') isPhonetic = event.type === 'open'
      else if (event.name === 'si' && event.type === 'open') text = ''
      else if (event.name === 'si') texts.push(text.length > LONGEST ? text.slice(0, LONGEST) : text)
      if (length > MOST_CHARACTERS || texts.length > MOST_TEXTS)
        throw new SpoiltFileError(
          file.name,
          null,
          'The workbook holds more text than is read from one. Save its sheets as CSV.',
        )
    }
  return texts
}

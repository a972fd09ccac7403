import type { TextFile } from '../../rows/reader.ts'
import { xmlEvents, type XmlEvent } from '../xml.ts'

/** Opens a part of a workbook by its path in it; null: it is not there. */
export type OpenPart = (part: string) => Promise<TextFile | null>

/** The elements of a part that open, in order. Nothing where the part is not there. */
export async function* elementsOf(
  open: OpenPart,
  part: string,
): AsyncGenerator<Extract<XmlEvent, { type: 'open' }>, void> {
  const file = await open(part)
  if (!file) return
  for await (const events of xmlEvents(file.text(), file.name))
    for (const event of events) if (event.type === 'open') yield event
}

import type { Emphasis } from './emphasis.ts'
import { signsOf } from './lines.ts'
import type { Picture, PictureLine } from './picture.ts'

/** The lines as they are drawn: without what is switched off, each saying what is true of the events that are left. */
export function shownLines(
  picture: Pick<Picture, 'lines'>,
  { hiddenEvents }: Pick<Emphasis, 'hiddenEvents'>,
): readonly PictureLine[] {
  if (hiddenEvents.size === 0) return picture.lines
  return picture.lines.flatMap((line) => {
    const events = line.events.filter(({ id }) => !hiddenEvents.has(id))
    if (events.length === line.events.length) return line
    return events.length > 0 ? { ...line, events, ...signsOf(events) } : []
  })
}

import { formatDay, isDay } from '../domain/days.ts'
import { EdtfError, parseEdtf } from '../domain/edtf.ts'
import { tidied } from '../ingest/case/check-ids.ts'
import { LONGEST_ID, toFileId, toStoreId } from '../ingest/case/ids.ts'
import { RecordError } from './recorder.ts'

/** The id inside a case. @param id `<collection>/<id>` or the part behind the slash. @throws RecordError */
export function ownId(collection: string, argument: string, id: string): string {
  const own = toFileId(collection, id)
  if (!own.includes('/')) return own
  throw new RecordError(
    argument,
    `${JSON.stringify(id)} is the id of another collection than ${collection}. Write ${toStoreId(collection, '…')}, or the part behind the slash.`,
  )
}

/** The collection of a whole id, `<collection>/<id>`. @throws RecordError */
export function collectionOf(argument: string, id: string): string {
  const slash = id.indexOf('/')
  if (slash > 0) return id.slice(0, slash)
  throw new RecordError(argument, `${JSON.stringify(id)} is not a whole id. Write <collection>/<id>.`)
}

/** A readable id for an act that was given none: `uk-intelligence-us-2025-11-11`, with a number where that is taken. */
export function makeEventId(
  event: { readonly actor: string; readonly subtype: string; readonly target: string; readonly occurred: string },
  isTaken: (id: string) => boolean,
): string {
  const day = dayOf(event.occurred)
  const parts = [event.actor, event.subtype, event.target, ...(day === null ? [] : [day])]
  // Room for a number behind it.
  const plain = tidied(parts.join(' ')).slice(0, LONGEST_ID - 8)
  for (let n = 1; ; n++) {
    const id = n === 1 ? plain : `${plain}-${n}`
    if (!isTaken(id)) return id
  }
}

function dayOf(occurred: string): string | null {
  try {
    const { earliest, latest } = parseEdtf(occurred)
    const day = [earliest, latest].find(isDay)
    return day === undefined ? null : formatDay(day)
  } catch (error) {
    if (error instanceof EdtfError) return null
    throw error
  }
}

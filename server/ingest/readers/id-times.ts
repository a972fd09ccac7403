import { parseDay, type Day } from '../../domain/days.ts'
import { SpoiltFileError } from '../rows/reader.ts'

/** How the numbers of an id benchmark tell days. */
export interface IdTimes {
  /** Null: nobody said, and the data set is none of those that are known. */
  readonly start: Day | null
  /** Null: the numbers seen do not tell. */
  readonly unit: 'hours' | 'days' | null
}

/** What a caller may say about the numbers. */
export interface IdMapping {
  readonly start: string | null
  readonly unit: 'hours' | 'days' | null
}

interface Known {
  readonly title: string
  readonly start: string
  readonly types: number
  /** As the data set is spread, with and without actors that have no event. */
  readonly actors: readonly number[]
}

const KNOWN: readonly Known[] = [
  { title: 'ICEWS14', start: '2014-01-01', types: 230, actors: [7128, 6869] },
  { title: 'ICEWS05-15', start: '2005-01-01', types: 251, actors: [10_488, 10_094] },
  { title: 'ICEWS18', start: '2018-01-01', types: 256, actors: [23_033] },
]

/** The data set that lists so many event types; null: none that is known. */
export function knownByTypes(types: number): Known | null {
  return KNOWN.find((each) => each.types === types) ?? null
}

/** The first day of the data set that has so many event types and actors; null: it is none that is known. */
export function knownStart(types: number, actors: number): Day | null {
  const known = knownByTypes(types)
  return known?.actors.includes(actors) ? parseDay(known.start) : null
}

/**
 * Hours where times are whole days of them, days where they are not; null where times are too few to tell.
 * @param times those of a sample
 */
export function unitOf(times: Iterable<number>): 'hours' | 'days' | null {
  const distinct = new Set(times)
  distinct.delete(0)
  for (const time of distinct) if (time % 24 !== 0) return 'days'
  return distinct.size >= 2 ? 'hours' : null
}

/**
 * What a caller says, as `{ start: '2014-01-01', unit: 'hours' }`; both may be left out.
 * @throws SpoiltFileError where it says something else.
 */
export function idMapping(mapping: unknown, file: string): IdMapping {
  const said = typeof mapping === 'object' && mapping !== null ? mapping : {}
  const start = 'start' in said ? said.start : null
  const unit = 'unit' in said ? said.unit : null
  if (start !== null && (typeof start !== 'string' || parseDay(start) === null))
    throw new SpoiltFileError(file, null, 'The mapping gives as `start` no day, such as 2014-01-01.')
  if (unit !== null && unit !== 'hours' && unit !== 'days')
    throw new SpoiltFileError(file, null, 'The mapping gives as `unit` neither hours nor days.')
  return { start, unit }
}

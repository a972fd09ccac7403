import type { Day } from '../days.ts'
import type { DatedOrigins, DatedStatus, Denials, EventColumns, Row } from '../snapshot.ts'
import { int32s, uint16s, uint8s } from './buffers.ts'

/** What stands in one number a row, in the order in which it is copied. */
const NUMBERS = {
  actor: int32s,
  target: int32s,
  earliest: int32s,
  latest: int32s,
  reported: int32s,
  kind: uint8s,
  subtype: uint16s,
  stage: uint8s,
  mark: uint8s,
  strength: uint8s,
  status: uint8s,
  flags: uint8s,
  scope: int32s,
  code: int32s,
  collection: uint16s,
  originSet: int32s,
  evidenceCount: uint16s,
} as const

/** What one row takes: its numbers, and its places in the tables that find it. */
export const BYTES_A_ROW = 59

type Name = keyof typeof NUMBERS
/** Columns that are being written, with room for more rows than have been. */
export type Numbers = { -readonly [name in Name]: ReturnType<(typeof NUMBERS)[name]> }
const NAMES = Object.keys(NUMBERS) as Name[]

/** Side tables that are being written. */
export interface Sides {
  readonly history: Map<Row, readonly DatedStatus[]>
  readonly denials: Map<Row, Denials>
  readonly originsSince: Map<Row, readonly DatedOrigins[]>
  readonly lastWord: Map<Row, Day>
  readonly breaks: Map<Row, readonly string[]>
  readonly restores: Map<Row, readonly string[]>
}

/** @param room rows. */
export function blankNumbers(room: number): Numbers {
  return mapped((name) => NUMBERS[name](room))
}

/** Those of the columns themselves, to be written behind their last row. */
export function numbersOf(columns: Pick<EventColumns, Name>): Numbers {
  return mapped((name) => columns[name])
}

export function blankSides(): Sides {
  return {
    history: new Map(),
    denials: new Map(),
    originsSince: new Map(),
    lastWord: new Map(),
    breaks: new Map(),
    restores: new Map(),
  }
}

/** The first rows of the columns in others with more room. */
export function withRoom(from: Pick<EventColumns, Name>, length: number, room: number): Numbers {
  return mapped((name) => {
    const column = NUMBERS[name](room)
    column.set(from[name].subarray(0, length))
    return column
  })
}

/**
 * Some rows of the columns, one after the other.
 * @param giveUp whether the columns are no longer needed: each is let go as soon as it has been read, so that never two whole sets of
 * them stand in memory.
 */
export function gathered(from: Numbers, rows: Int32Array, room: number, giveUp: boolean): Numbers {
  return mapped((name) => {
    const source = from[name]
    const column = NUMBERS[name](room)
    for (let at = 0; at < rows.length; at++) column[at] = source[rows[at] as Row] as number
    if (giveUp) Object.assign(from, { [name]: NUMBERS[name](0) })
    return column
  })
}

/** The side tables again, for rows that stand elsewhere now. @param placeOf -1: left out; null: where they were. */
export function sidesAt(from: Pick<EventColumns, keyof Sides>, placeOf: ((row: Row) => number) | null): Sides {
  const moved = <V>(side: ReadonlyMap<Row, V>): Map<Row, V> => {
    if (!placeOf) return new Map(side)
    const to = new Map<Row, V>()
    for (const [row, value] of side) {
      const place = placeOf(row)
      if (place >= 0) to.set(place, value)
    }
    return to
  }
  return {
    history: moved(from.history),
    denials: moved(from.denials),
    originsSince: moved(from.originsSince),
    lastWord: moved(from.lastWord),
    breaks: moved(from.breaks),
    restores: moved(from.restores),
  }
}

function mapped(make: (name: Name) => Int32Array | Uint16Array | Uint8Array): Numbers {
  return Object.fromEntries(NAMES.map((name) => [name, make(name)])) as unknown as Numbers
}

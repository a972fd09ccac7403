import type { Day } from '../days.ts'
import type { DatedOrigins, DatedStatus, Denials, EventColumns, Row } from '../snapshot.ts'
import type { PackedTexts } from './text-column.ts'

/** Columns that are being written. */
export type Blank = ReturnType<typeof blankColumns>

export function blankColumns(length: number, id: PackedTexts) {
  return {
    length,
    id,
    actor: new Int32Array(length),
    target: new Int32Array(length),
    earliest: new Int32Array(length),
    latest: new Int32Array(length),
    reported: new Int32Array(length),
    kind: new Uint8Array(length),
    subtype: new Uint16Array(length),
    stage: new Uint8Array(length),
    mark: new Uint8Array(length),
    strength: new Uint8Array(length),
    status: new Uint8Array(length),
    flags: new Uint8Array(length),
    scope: new Int32Array(length),
    code: new Int32Array(length),
    collection: new Int32Array(length),
    originSet: new Int32Array(length),
    evidenceCount: new Int32Array(length),
    history: new Map<Row, readonly DatedStatus[]>(),
    denials: new Map<Row, Denials>(),
    originsSince: new Map<Row, readonly DatedOrigins[]>(),
    lastWord: new Map<Row, Day>(),
    breaks: new Map<Row, readonly string[]>(),
    restores: new Map<Row, readonly string[]>(),
  }
}

/** Copies every row of the columns to the same row of longer ones. */
export function copyColumns(from: EventColumns, to: Blank): void {
  const { length } = from
  to.actor.set(from.actor.subarray(0, length))
  to.target.set(from.target.subarray(0, length))
  to.earliest.set(from.earliest.subarray(0, length))
  to.latest.set(from.latest.subarray(0, length))
  to.reported.set(from.reported.subarray(0, length))
  to.kind.set(from.kind.subarray(0, length))
  to.subtype.set(from.subtype.subarray(0, length))
  to.stage.set(from.stage.subarray(0, length))
  to.mark.set(from.mark.subarray(0, length))
  to.strength.set(from.strength.subarray(0, length))
  to.status.set(from.status.subarray(0, length))
  to.flags.set(from.flags.subarray(0, length))
  to.scope.set(from.scope.subarray(0, length))
  to.code.set(from.code.subarray(0, length))
  to.collection.set(from.collection.subarray(0, length))
  to.originSet.set(from.originSet.subarray(0, length))
  to.evidenceCount.set(from.evidenceCount.subarray(0, length))
  for (const [row, value] of from.history) to.history.set(row, value)
  for (const [row, value] of from.denials) to.denials.set(row, value)
  for (const [row, value] of from.originsSince) to.originsSince.set(row, value)
  for (const [row, value] of from.lastWord) to.lastWord.set(row, value)
  for (const [row, value] of from.breaks) to.breaks.set(row, value)
  for (const [row, value] of from.restores) to.restores.set(row, value)
}

import type { Item } from '../../rows/row.ts'

/** What is wrong with a row. */
export class Fault {
  /** From 1; null: the whole row. */
  readonly column: number | null
  readonly reason: string
  /** The words of the reason without what belongs to this row. */
  readonly class: string

  constructor(column: number | null, reason: string, ofClass: string) {
    this.column = column
    this.reason = reason
    this.class = ofClass
  }
}

/** The row as it stands is shown up to here. */
const SHOWN = 2_000

/** What of the row a reason repeats. */
const QUOTED = 60

export function rejected(file: number, line: number, text: string, fault: Fault): Item {
  const shown = text.length > SHOWN ? text.slice(0, SHOWN) : text
  return {
    type: 'reject',
    reject: { file, line, column: fault.column, reason: fault.reason, class: fault.class, text: shown },
  }
}

/** A cell within quotation marks, cut to what one reads at a glance, without what moves a terminal. */
export function quoted(cell: string): string {
  const clean = cell.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?')
  return clean.length > QUOTED ? `"${clean.slice(0, QUOTED)}…"` : `"${clean}"`
}

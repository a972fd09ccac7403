import { Fault, quoted } from '../readers/shared/fault.ts'
import type { Places } from './columns.ts'
import { titleOf } from './fields.ts'
import { FIELDS, type Field, type Mapping } from './mapping.ts'

const NUMBER_SIGN = 35
/** What a spreadsheet writes where a formula failed. */
const BROKEN = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/
/** As spreadsheets write it: an id of letters and digits may look much like it. */
const ROUNDED = /^-?\d(?:[.,]\d+)?e[+-]\d+$/i
/** Fields that may hold long digits, which a spreadsheet rounds. */
const NUMBERED: readonly Field[] = ['id', 'code', 'actorCode', 'targetCode']
const LONGEST: readonly (readonly [field: Field, characters: number])[] = [
  ['id', 500],
  ['publisher', 500],
  ['scope', 500],
  ['locator', 4_000],
  ['summary', 10_000],
]
/** Ends of lines within a cell, and signs that no text has. */
const CONTROLS = /[\p{Cc}\p{Cs}]+/gu
const CONTROL = /[\p{Cc}\p{Cs}]/u

/** The cells of one row by field. Made once, used for each row. */
export class RowCells {
  readonly #places: Places
  readonly #fields: readonly Field[]
  readonly #empty: ReadonlySet<string>
  readonly #texts: Record<Field, string>

  constructor(mapping: Mapping, places: Places) {
    this.#places = places
    this.#fields = FIELDS.filter((field) => places.at[field] >= 0)
    this.#empty = new Set(mapping.empty)
    const constants = FIELDS.map((field) => [field, places.constants[field]?.trim() ?? ''])
    this.#texts = Object.fromEntries(constants) as Record<Field, string>
  }

  set(row: readonly string[]): void {
    for (const field of this.#fields) {
      const text = (row[this.#places.at[field]] ?? '').trim()
      const clean = CONTROL.test(text) ? text.replaceAll(CONTROLS, ' ') : text
      this.#texts[field] = this.#empty.has(clean) ? '' : clean
    }
  }

  /** Trimmed, on one line; the constant where the field has one; empty where it is nowhere. */
  of(field: Field): string {
    return this.#texts[field]
  }

  /** What is wrong with the row whatever it tells; null: nothing. */
  fault(): Fault | null {
    for (const field of this.#fields) {
      const text = this.of(field)
      if (text.charCodeAt(0) === NUMBER_SIGN && BROKEN.test(text))
        return this.#at(field, `${quoted(text)} is what a spreadsheet writes where a formula failed.`, 'failed formula')
    }
    for (const field of NUMBERED)
      if (ROUNDED.test(this.of(field)))
        return this.#at(
          field,
          `${titleOf(field)} has become ${quoted(this.of(field))}: a spreadsheet has rounded it, and its digits are lost.`,
          'rounded number',
        )
    for (const [field, most] of LONGEST)
      if (this.of(field).length > most)
        return this.#at(field, `${titleOf(field)} has at most ${most} characters.`, 'text too long')
    return null
  }

  #at(field: Field, reason: string, ofClass: string): Fault {
    const at = this.#places.at[field]
    return new Fault(at < 0 ? null : at + 1, reason, ofClass)
  }
}

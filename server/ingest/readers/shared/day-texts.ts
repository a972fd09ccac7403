import { parseDay, type Day } from '../../../domain/days.ts'
import { Fault, quoted } from './fault.ts'
import { Interned } from './interned.ts'

/** A day as rows write it. */
export interface DayText {
  readonly day: Day
  /** `2018-06-01` */
  readonly text: string
}

/** `iso`: 2018-06-01. `year-first`: that, or the year, month and day in this order in another way. `compact`: 20180601. */
export type DayForm = 'iso' | 'year-first' | 'compact'

const ISO = /^(\d{4})-(\d\d)-(\d\d)$/
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/
const YEAR_FIRST = /^(\d{4})([-/.])(\d\d?)\2(\d\d?)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/

/** Feeds begin with the twentieth century; what lies beyond is a slip. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

/** Days of a file, each read once however often it stands there. @throws never: what is no day is a fault. */
export class DayTexts {
  readonly #known: Interned<DayText | Fault>
  /** @param column of the file, from 1: where faults are told to be */
  constructor(form: DayForm, column: number) {
    this.#known = new Interned((text) => readDay(text, form) ?? noDay(text, form, column))
  }

  of(cell: string): DayText | Fault {
    return this.#known.of(cell)
  }
}

/** Null where the text is no day of this form. */
export function readDay(cell: string, form: DayForm): DayText | null {
  const text = cell.trim()
  const match = form === 'compact' ? COMPACT.exec(text) : ISO.exec(text)
  if (match) return dayOf(match[1], match[2], match[3])
  if (form !== 'year-first') return null
  const other = YEAR_FIRST.exec(text)
  if (other) return dayOf(other[1], other[3], other[4])
  const compact = COMPACT.exec(text)
  return compact ? dayOf(compact[1], compact[2], compact[3]) : null
}

function dayOf(year: string = '', month: string = '', date: string = ''): DayText | null {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const day = parseDay(text)
  return day === null || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR ? null : { day, text }
}

function noDay(text: string, form: DayForm, column: number): Fault {
  const written = form === 'compact' ? '20180131' : '2018-01-31'
  return new Fault(
    column,
    `${quoted(text)} is no day from ${FIRST_YEAR} to ${LAST_YEAR}; days are written ${written}.`,
    'no day',
  )
}

import type { TextFile } from '../../rows/reader.ts'
import { Fault, quoted } from '../shared/fault.ts'

/** A row of the member-level table: one phase of one state's membership in one alliance. */
export interface Phase {
  readonly line: number
  readonly alliance: string
  /** Correlates of War state number. */
  readonly member: string
  readonly joined: Written
  /** Null: in effect at the end of the data. */
  readonly left: Written | null
  readonly pledges: string
}

/** A date as the table writes it; 0 where a month or day is not stated. */
export interface Written {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DATES = ['yrent', 'moent', 'dayent', 'yrexit', 'moexit', 'dayexit'] as const
const PLEDGES = ['defense', 'offense', 'neutral', 'nonagg', 'consul'] as const
const NAMES: Readonly<Record<(typeof PLEDGES)[number], string>> = {
  defense: 'defence',
  offense: 'offence',
  neutral: 'neutrality',
  nonagg: 'non-aggression',
  consul: 'consultation',
}
const COLUMNS = ['atopid', 'member', ...DATES, 'ineffect', ...PLEDGES] as const
type Column = (typeof COLUMNS)[number]

/** Where each column of the table stands in a header; null: it is no header of it. */
export function columnsOf(header: string): ReadonlyMap<Column, number> | null {
  const names = cellsOf(header).map((name) => name.toLowerCase())
  const places = new Map(COLUMNS.map((name) => [name, names.indexOf(name)]))
  return [...places.values()].includes(-1) ? null : places
}

/** The cells of a line without line ends inside quotes, of which the table has none. */
export function cellsOf(line: string): readonly string[] {
  return line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}

export function isMemberLevel(file: TextFile): boolean {
  return columnsOf(file.sample.split(/\r\n|\n|\r/, 1)[0] ?? '') !== null
}

export function readPhase(text: string, line: number, columns: ReadonlyMap<Column, number>): Phase | Fault {
  const cells = cellsOf(text)
  const cell = (name: Column): string => cells[columns.get(name) ?? -1] ?? ''
  const at = (name: Column): number => (columns.get(name) ?? 0) + 1
  const width = Math.max(...columns.values()) + 1
  if (cells.length < width)
    return new Fault(null, `The row has ${cells.length} columns; it needs ${width}.`, 'too few columns')
  for (const name of ['atopid', 'member'] as const) {
    if (!/^\d{1,6}$/.test(cell(name)))
      return new Fault(at(name), `${quoted(cell(name))} is no number of ${WHAT[name]}.`, `no number of ${WHAT[name]}`)
  }
  for (const name of DATES) {
    if (!/^\d{0,4}$/.test(cell(name)))
      return new Fault(at(name), `${quoted(cell(name))} is no year, month or day.`, 'no year, month or day')
  }
  const joined = written(cell('yrent'), cell('moent'), cell('dayent'))
  const left = written(cell('yrexit'), cell('moexit'), cell('dayexit'))
  if (joined === null)
    return new Fault(at('yrent'), 'The row does not say when the member joined.', 'no date of joining')
  if (!isDate(joined)) return new Fault(at('moent'), 'The member joined on no day of the calendar.', 'no day')
  if (left && !isDate(left)) return new Fault(at('moexit'), 'The member left on no day of the calendar.', 'no day')
  if (left && latestOf(left) < earliestOf(joined))
    return new Fault(at('yrexit'), 'The member left before it had joined.', 'left before joined')
  if (!left && cell('ineffect') !== '1')
    return new Fault(at('ineffect'), 'The row says neither when it ended nor that it is in effect.', 'no end')
  const pledges = PLEDGES.filter((name) => cell(name) === '1').map((name) => NAMES[name])
  return { line, alliance: cell('atopid'), member: cell('member'), joined, left, pledges: pledges.join(', ') }
}

const WHAT = { atopid: 'an alliance', member: 'a state' } as const

function written(year: string, month: string, day: string): Written | null {
  return Number(year) === 0 ? null : { year: Number(year), month: Number(month), day: Number(day) }
}

function isDate({ year, month, day }: Written): boolean {
  if (year < 1000 || month > 12 || (month === 0 && day > 0)) return false
  return day <= (month === 0 ? 0 : lastOf(year, month))
}

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The first day that may be meant, as `1815-06-01`. */
export function earliestOf({ year, month, day }: Written): string {
  return dayText(year, month || 1, day || 1)
}

/** The last day that may be meant. */
export function latestOf({ year, month, day }: Written): string {
  const inMonth = month || 12
  return dayText(year, inMonth, day || lastOf(year, inMonth))
}

/** As EDTF, no finer than it is written: `1815-06-08`, `1815-06`, `1815`. */
export function edtfOf({ year, month, day }: Written): string {
  const parts = [String(year), ...(month ? [pad(month)] : []), ...(day ? [pad(day)] : [])]
  return parts.join('-')
}

function dayText(year: number, month: number, day: number): string {
  return `${year}-${pad(month)}-${pad(day)}`
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

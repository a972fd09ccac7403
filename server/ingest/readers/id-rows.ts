import { formatDay, type Day } from '../../domain/days.ts'
import type { CodedAct } from '../rows/row.ts'
import type { Dictionary } from './id-dictionary.ts'
import { surfaceOf } from './shared/actor-names.ts'
import { EventTypes } from './shared/event-types.ts'
import { Fault, quoted } from './shared/fault.ts'
import type { RowOf } from './shared/read-rows.ts'

/** What the numbers of a row stand for. */
export interface IdMeaning {
  readonly names: Dictionary
  readonly acts: Dictionary
  readonly start: Day
  readonly unit: 'hours' | 'days'
}

const HOURS_A_DAY = 24

/** No data set of these spans more than a century. */
const LAST = 36_525

const SPACES = /\s+/

/** Rows of ids: actor, event type, target, time, and a flag that means nothing. */
export function idRowOf(file: number, meaning: IdMeaning): RowOf {
  const surfaces = meaning.names.map((name) => (name === undefined ? undefined : (surfaceOf(name, 1) ?? undefined)))
  const types = new EventTypes(2)
  const acts = meaning.acts.map((name) => (name === undefined ? undefined : types.of(name)))
  const days = new Map<string, string | Fault>()
  return (text, line) => {
    const cells = text.trim().split(SPACES)
    if (cells.length !== 4 && cells.length !== 5)
      return new Fault(null, `The row has ${cells.length} numbers; it needs 4 or 5.`, 'not 4 or 5 numbers')
    const actor = pick(surfaces, cells[0], 1, 'actor')
    if (actor instanceof Fault) return actor
    const act = pick<CodedAct | Fault>(acts, cells[1], 2, 'event type')
    if (act instanceof Fault) return act
    const target = pick(surfaces, cells[2], 3, 'actor')
    if (target instanceof Fault) return target
    const occurred = dayOf(cells[3] ?? '', meaning, days)
    if (occurred instanceof Fault) return occurred
    return {
      file,
      line,
      key: null,
      actor,
      target,
      occurred,
      reported: null,
      act,
      publisher: null,
      locator: null,
      summary: null,
      mirror: false,
    }
  }
}

function pick<T>(known: readonly (T | undefined)[], id: string = '', column: number, what: string): T | Fault {
  const found = /^\d+$/.test(id) ? known[Number(id)] : undefined
  return found ?? new Fault(column, `The dictionary has no ${what} ${quoted(id)}.`, `no such ${what}`)
}

/** Days are worked out once a time: rows of one day stand together or come again. */
function dayOf(time: string, meaning: IdMeaning, days: Map<string, string | Fault>): string | Fault {
  const known = days.get(time)
  if (known !== undefined) return known
  const day = readTime(time, meaning)
  if (days.size > LAST) days.clear()
  days.set(time, day)
  return day
}

function readTime(time: string, { start, unit }: IdMeaning): string | Fault {
  const count = /^\d{1,9}$/.test(time) ? Number(time) : Number.NaN
  const day = unit === 'hours' ? count / HOURS_A_DAY : count
  if (Number.isInteger(day) && day <= LAST) return formatDay(start + day)
  const wanted = unit === 'hours' ? 'hours from the first day, a multiple of 24' : 'days from the first day'
  return new Fault(4, `${quoted(time)} is no time; times are ${wanted}.`, 'no time')
}

import { addDays } from '../words/dates.ts'
import { startOf, type Axis } from './axis.ts'
import { MONTHS, shortDayOfYear } from '../words/months.ts'

/** A line across the lanes, with the name of what begins there. */
export interface Tick {
  readonly day: string
  /** From 0 to 1. */
  readonly at: number
  readonly name: string
}

/** Days between ticks, about; the last is a year. */
const STEPS = [1, 2, 7, 30, 91, 182, 365] as const
/** A longer axis has whole months. */
const MOST_DAYS_NAMED = 50
const LONG_NAME = 84
const SHORT_NAME = 56
const DAY_NAME = 44

/** @param width of the axis, in px: names keep clear of each other */
export function toTicks(axis: Axis, width: number): readonly Tick[] {
  const most = (step: number) => Math.max(1, width / (step < 30 ? DAY_NAME : SHORT_NAME))
  const step =
    STEPS.find((each) => axis.days / each <= most(each) && (each >= 30 || axis.days <= MOST_DAYS_NAMED)) ?? 365
  const every = step === 365 ? Math.max(1, Math.ceil(axis.days / 365 / most(365))) : 1
  const short = (width * step * every) / axis.days < LONG_NAME
  const ticks: Tick[] = []
  for (let day = axis.first, index = 0; day <= axis.last; day = addDays(day, 1), index++) {
    if (begins(day, step, index, every))
      ticks.push({ day, at: startOf(axis, day), name: nameOf(day, step, short, ticks.length === 0) })
  }
  return ticks
}

function begins(day: string, step: (typeof STEPS)[number], index: number, every: number): boolean {
  const month = Number(day.slice(5, 7)) - 1
  const firstOfMonth = day.endsWith('-01')
  switch (step) {
    case 1:
    case 2:
      return index % step === 0
    case 7:
      return new Date(`${day}T00:00:00Z`).getUTCDay() === 1
    case 30:
      return firstOfMonth
    case 91:
      return firstOfMonth && month % 3 === 0
    case 182:
      return firstOfMonth && month % 6 === 0
    case 365:
      return firstOfMonth && month === 0 && Number(day.slice(0, 4)) % every === 0
  }
}

/** The first name, and each January, says the year. */
function nameOf(day: string, step: number, short: boolean, first: boolean): string {
  const [year = '', month] = day.split('-')
  if (step === 365) return year
  if (step < 30) return shortDayOfYear(day)
  const name = MONTHS[Number(month) - 1] ?? ''
  if (short) return month === '01' ? year : name.slice(0, 3)
  return first || month === '01' ? `${name} ${year}` : name
}

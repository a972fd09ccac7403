import type { Occurred } from '../words/dates.ts'
import { addDays, daysBetween } from '../words/dates.ts'

/** Days from left to right, first and last taken in. Each day is a stretch as wide as every other. */
export interface Axis {
  readonly first: string
  readonly last: string
  readonly days: number
}

/** Up to this many days the axis shows them as they are; beyond, whole months; beyond that many, whole years. */
const MOST_DAYS_BARE = 45
const MOST_DAYS_IN_MONTHS = 1100

/** Wide enough for every day that is stated, in whole months or years; null where no day is. */
export function toAxis(days: readonly string[]): Axis | null {
  const sorted = [...days].sort()
  const [first] = sorted
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return null
  const span = daysBetween(first, last) + 1
  if (span > MOST_DAYS_IN_MONTHS) return axisOf(`${first.slice(0, 4)}-01-01`, `${last.slice(0, 4)}-12-31`)
  if (span > MOST_DAYS_BARE) return axisOf(`${first.slice(0, 7)}-01`, endOfMonth(last))
  return axisOf(addDays(first, -1), addDays(last, 1))
}

export function axisOf(first: string, last: string): Axis {
  return { first, last, days: daysBetween(first, last) + 1 }
}

/** Every day that the events state, on both clocks. */
export function statedDays(
  events: readonly { readonly occurred: Occurred; readonly reportedOn: string }[],
): readonly string[] {
  return events.flatMap(({ occurred, reportedOn }) =>
    [occurred.earliest, occurred.latest, reportedOn].filter((day) => day !== null && day !== undefined),
  )
}

/** Where a day begins, from 0 at the left to 1 at the right; days beyond the axis stand at its ends. */
export function startOf(axis: Axis, day: string): number {
  return clamp(daysBetween(axis.first, day) / axis.days)
}

/** Where a day ends. */
export function endOf(axis: Axis, day: string): number {
  return clamp((daysBetween(axis.first, day) + 1) / axis.days)
}

/** The day that a place lies in. */
export function dayAt(axis: Axis, place: number): string {
  const day = Math.floor(clamp(place) * axis.days)
  return addDays(axis.first, Math.min(axis.days - 1, day))
}

export function isOn(axis: Axis, day: string): boolean {
  return day >= axis.first && day <= axis.last
}

export function endOfMonth(day: string): string {
  const next = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  next.setUTCMonth(next.getUTCMonth() + 1)
  return addDays(next.toISOString().slice(0, 10), -1)
}

function clamp(place: number): number {
  return Math.min(1, Math.max(0, place))
}

import type { EventRow } from '../types.ts'
import { KINDS } from '../view/view.ts'
import { MONTHS } from '../words/months.ts'

const COUNT = 12

export interface KnownMonth {
  /** `2025-11` */
  readonly month: string
  /** `Nov` */
  readonly name: string
  /** Those that became known in it, in the order of their kinds. */
  readonly events: readonly EventRow[]
}

/** The last twelve months up to that of a day, and how many events became known earlier. */
export function toKnownMonths(
  events: readonly EventRow[],
  until: string,
): { readonly months: readonly KnownMonth[]; readonly earlier: number } {
  const byMonth = Map.groupBy(events, ({ reportedOn }) => reportedOn.slice(0, 7))
  const last = Number(until.slice(0, 4)) * 12 + Number(until.slice(5, 7)) - 1
  const months = Array.from({ length: COUNT }, (_, index) => {
    const at = last - COUNT + 1 + index
    const month = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
    const known = byMonth.get(month) ?? []
    return {
      month,
      name: MONTHS[at % 12]?.slice(0, 3) ?? '',
      events: known.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)),
    }
  })
  const first = months[0]?.month ?? ''
  return { months, earlier: events.filter(({ reportedOn }) => reportedOn.slice(0, 7) < first).length }
}

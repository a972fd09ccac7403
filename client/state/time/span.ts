import type { Occurred } from '../words/dates.ts'

/** Whether an act had happened by the end of a day, begun at least: surely, surely not, or its days do not say. */
export function hadHappened({ earliest, latest, extent, openStart }: Occurred, day: string): boolean | null {
  if (openStart) return true
  if (latest && latest <= day) return true
  if (!earliest) return null
  if (earliest > day) return false
  return extent === 'THROUGHOUT' ? true : null
}

import type { EventColumns, Row } from '../snapshot.ts'
import { EVENT_KINDS, MARKS, STAGES, wordOf, type DistancingRule } from '../words.ts'

/** The rule by which an event counts as distancing, or null. The rules are disjoint, so that a switch only adds. */
export function ruleOf(events: EventColumns, row: Row): DistancingRule | null {
  const kind = wordOf(EVENT_KINDS, events.kind[row] ?? 0)
  const mark = wordOf(MARKS, events.mark[row] ?? 0)
  const done = wordOf(STAGES, events.stage[row] ?? 0) === 'ACTUAL'
  if (kind === 'SUSPENSION' && done && mark === 'YES') return 'STRICT'
  if (kind === 'CONDEMNATION' && done) return 'CONDEMNATION'
  if (kind === 'SUSPENSION' && !done && mark !== 'NO') return 'THREATENED'
  return mark === 'WEAK' ? 'WEAK' : null
}

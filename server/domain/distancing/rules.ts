import type { EventColumns, Row } from '../snapshot.ts'
import { EVENT_KINDS, MARKS, STAGES, type DistancingRule, type EventKind, type Mark, type Stage } from '../words.ts'

/** The rule by which an event counts as distancing, or null. The rules are disjoint, so that a switch only adds. */
export function ruleOf({ kind, stage, mark }: EventColumns, row: Row): DistancingRule | null {
  return RULES[placeOf(kind[row] as number, stage[row] as number, mark[row] as number)] ?? null
}

const RULES: (DistancingRule | null)[] = []
for (const [kind, ofKind] of EVENT_KINDS.entries())
  for (const [stage, ofStage] of STAGES.entries())
    for (const [mark, ofMark] of MARKS.entries()) RULES[placeOf(kind, stage, mark)] = ruleBy(ofKind, ofStage, ofMark)

function placeOf(kind: number, stage: number, mark: number): number {
  return (kind << 4) | (stage << 2) | mark
}

function ruleBy(kind: EventKind, stage: Stage, mark: Mark): DistancingRule | null {
  const done = stage === 'ACTUAL'
  if (kind === 'SUSPENSION' && done && mark === 'YES') return 'STRICT'
  if (kind === 'CONDEMNATION' && done) return 'CONDEMNATION'
  if (kind === 'SUSPENSION' && !done && mark !== 'NO') return 'THREATENED'
  return mark === 'WEAK' ? 'WEAK' : null
}

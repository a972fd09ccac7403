import { parseDay } from '../../../domain/days.ts'
import { earliestOf, latestOf, type Phase, type Written } from './phases.ts'

/** A membership without a break: phases that follow each other from one day to the next. */
export interface Spell {
  readonly alliance: string
  readonly member: string
  /** Of the first phase. */
  readonly line: number
  readonly joined: Written
  readonly left: Written | null
  /** Of the last phase. */
  readonly pledges: string
}

/** The spells of the phases of one alliance, by member and time. */
export function spellsOf(phases: readonly Phase[]): readonly Spell[] {
  const byMember = Map.groupBy(phases, ({ member }) => member)
  return [...byMember.values()].flatMap(joinPhases)
}

/** The first day on which a spell surely runs. */
export function from({ joined }: Spell): string {
  return latestOf(joined)
}

/** The last day on which a spell surely runs; null: it is in effect. */
export function until({ left }: Spell): string | null {
  return left && earliestOf(left)
}

function joinPhases(phases: readonly Phase[]): Spell[] {
  const sorted = [...phases].sort((a, b) => (earliestOf(a.joined) < earliestOf(b.joined) ? -1 : 1))
  const spells: Spell[] = []
  for (const phase of sorted) {
    const before = spells.at(-1)
    if (before && follows(before, phase)) {
      spells[spells.length - 1] = { ...before, left: later(before.left, phase.left), pledges: phase.pledges }
    } else spells.push({ ...phase })
  }
  return spells
}

/** Phases end on the day on which the next begins, or the day before; some run beside each other. */
function follows(before: Spell, phase: Phase): boolean {
  if (before.left === null) return true
  return dayOf(earliestOf(phase.joined)) - dayOf(latestOf(before.left)) <= 1
}

function later(a: Written | null, b: Written | null): Written | null {
  return a === null || b === null ? null : latestOf(a) > latestOf(b) ? a : b
}

function dayOf(text: string): number {
  return parseDay(text) ?? 0
}

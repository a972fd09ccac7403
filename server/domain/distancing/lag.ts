import { BEFORE_ALL, isDay } from '../days.ts'
import type { Start } from '../overlap.ts'
import type { ActorIndex, Row } from '../snapshot.ts'
import { earliestOf, type FoundAct } from './acts.ts'
import type { Frame } from './frame.ts'
import type { Lag } from './types.ts'

/** Who stepped away from one target by STRICT acts, with when each of them began to, and who surely was first; null: nobody. */
interface Race {
  readonly starts: ReadonlyMap<ActorIndex, Start>
  readonly mover: ActorIndex | null
}

/**
 * Gives the lag of a row behind the first mover toward the same target, over STRICT acts of everyone. Null where nobody is surely
 * first, which is so too where a row stands alone or a run may have begun before the window.
 */
export function createLags(
  acts: readonly FoundAct[],
  frame: Frame,
): (who: ActorIndex, fromWhom: ActorIndex) => Lag | null {
  const head = (act: FoundAct) => act.rows[0] as Row
  const strict = acts.filter((act) => act.admittedBy === 'STRICT' && !frame.isInternal(head(act)))
  const races = new Map(
    [...Map.groupBy(strict, (act) => frame.fromWhom(head(act)))].map(([fromWhom, own]) => [
      fromWhom,
      raceOf(Map.groupBy(own, (act) => frame.who(head(act)))),
    ]),
  )
  return (who, fromWhom) => {
    const race = races.get(fromWhom)
    const start = race?.starts.get(who)
    if (!race || !start || race.mover === null) return null
    if (race.mover === who) return { min: 0, max: 0 }
    return lagBetween(race.starts.get(race.mover) as Start, start)
  }
}

function raceOf(acts: ReadonlyMap<ActorIndex, readonly FoundAct[]>): Race {
  const starts = new Map([...acts].map(([who, own]) => [who, earliestOf(own.map((act) => act.start))]))
  const isCut = [...acts.values()].some((own) => own.some((act) => act.mayHaveBegunBefore))
  return { starts, mover: isCut ? null : moverOf(starts) }
}

/** The one whose start is surely before that of everyone else: only the one that may be earliest can be. */
function moverOf(starts: ReadonlyMap<ActorIndex, Start>): ActorIndex | null {
  const [first, second] = [...starts].sort(([, a], [, b]) => a.from - b.from)
  return first && second && first[1].to < second[1].from ? first[0] : null
}

/** Days from start a to start b, which is surely later; null where a is open: it has no number. */
function lagBetween(a: Start, b: Start): Lag | null {
  if (!isDay(a.to)) return null
  return { min: b.from - a.to, max: a.from === BEFORE_ALL ? null : b.to - a.from }
}

import { BEFORE_ALL, isDay } from '../days.ts'
import type { Start } from '../overlap.ts'
import type { ActorIndex, Row } from '../snapshot.ts'
import { earliestOf, type FoundAct } from './acts.ts'
import type { Frame } from './frame.ts'
import type { Lag } from './types.ts'

/**
 * Gives the lag of a row behind the first mover toward the same target, over STRICT acts of everyone. Null where nobody is surely
 * first, which is so too where a row stands alone or a run may have begun before the window.
 */
export function createLags(
  acts: readonly FoundAct[],
  frame: Frame,
): (who: ActorIndex, fromWhom: ActorIndex) => Lag | null {
  const byTarget = new Map<ActorIndex, Map<ActorIndex, FoundAct[]>>()
  for (const act of acts) {
    const head = act.rows[0] as Row
    if (act.admittedBy !== 'STRICT' || frame.isInternal(head)) continue
    const rows = getOrMake(byTarget, frame.fromWhom(head), () => new Map<ActorIndex, FoundAct[]>())
    getOrMake(rows, frame.who(head), () => []).push(act)
  }
  return (who, fromWhom) => {
    const rows = byTarget.get(fromWhom)
    return rows && rows.has(who) ? lagIn(rows, who) : null
  }
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}

function lagIn(rows: ReadonlyMap<ActorIndex, readonly FoundAct[]>, who: ActorIndex): Lag | null {
  if (rows.size < 2 || [...rows.values()].flat().some((act) => act.mayHaveBegunBefore)) return null
  const starts = new Map([...rows].map(([each, acts]) => [each, earliestOf(acts.map((act) => act.start))]))
  const mover = [...starts].find(([each, start]) =>
    [...starts].every(([other, its]) => other === each || start.to < its.from),
  )
  if (!mover) return null
  const [first, a] = mover
  if (first === who) return { min: 0, max: 0 }
  return lagBetween(a, starts.get(who) as Start)
}

/** Days from start a to start b, which is surely later; null where a is open: it has no number. */
function lagBetween(a: Start, b: Start): Lag | null {
  if (!isDay(a.to)) return null
  return { min: b.from - a.to, max: a.from === BEFORE_ALL ? null : b.to - a.from }
}

import type { Criteria } from './criteria.ts'
import { select } from './select.ts'
import type { Snapshot } from './snapshot.ts'
import { tiesOf, type Tie } from './ties.ts'
import type { View } from './view.ts'
import type { Level } from './words.ts'

interface Kept {
  readonly view: View
  readonly key: string
  readonly ties: readonly Tie[]
  /** Events of all the ties. */
  readonly rows: number
}

/** Lists of one snapshot that are kept: those that a page asks for together, and asked for before. */
const MOST = 16
/** Events of all the lists that are kept, for each event of the snapshot: what they hold grows with the columns and not beyond. */
const MOST_ROWS_AN_EVENT = 2

/** They go with their snapshot. */
const known = new WeakMap<Snapshot, Kept[]>()

/**
 * The ties of what meets the criteria, as `tiesOf` gives them. The same list for the same question under the same view, as long as it is
 * one of the last that were asked for: neither a view nor a tie changes.
 */
export function tiesMeeting(view: View, criteria: Criteria, level: Level): readonly Tie[] {
  const key = keyOf(criteria, level)
  if (key === null) return read(view, criteria, level).ties
  let kept = known.get(view.snapshot)
  if (!kept) known.set(view.snapshot, (kept = []))
  const at = kept.findIndex((each) => each.view === view && each.key === key)
  const [found] = at < 0 ? [] : kept.splice(at, 1)
  const list = found ?? { view, key, ...read(view, criteria, level) }
  // The last asked for stands last, the first is the one to go.
  kept.push(list)
  const most = MOST_ROWS_AN_EVENT * view.snapshot.events.length
  let rows = kept.reduce((sum, each) => sum + each.rows, 0)
  while (kept.length > MOST || (rows > most && kept.length > 1)) rows -= kept.shift()?.rows ?? 0
  return list.ties
}

function read(view: View, criteria: Criteria, level: Level): Pick<Kept, 'ties' | 'rows'> {
  const rows = select(view, criteria, { level, purpose: 'AGGREGATE' })
  return { ties: tiesOf(view, rows, level), rows: rows.length }
}

/** Null for what is not kept: sets are as large as what was found by words or in the network. */
function keyOf(criteria: Criteria, level: Level): string | null {
  if (criteria.eventIds || criteria.anyActor || criteria.anyTarget) return null
  const entries = Object.entries(criteria).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([level, ...entries])
}

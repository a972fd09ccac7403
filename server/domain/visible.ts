import { AFTER_ALL, BEFORE_ALL, type Day } from './days.ts'
import { atMost, oneOf, tableOf, where, type Sieve } from './sieve.ts'
import type { EventColumns } from './snapshot.ts'
import type { View } from './view.ts'

const lastReported = new WeakMap<Int32Array, Day>()

/** What lets those base rows through that the view shows: see `visibility`. Where it shows them all, nothing. */
export function visibleOfBase(view: View): readonly Sieve[] {
  const { events } = view.snapshot
  return lastReportedOf(events) <= view.knownOn ? ofCollections(view) : visibleOfTail(view)
}

/** The same for any rows. */
export function visibleOfTail(view: View): readonly Sieve[] {
  const { reported } = view.snapshot.events
  return [atMost(reported, Math.min(view.knownOn, AFTER_ALL - 1)), ...ofCollections(view)]
}

function ofCollections({ snapshot, collections }: View): Sieve[] {
  const { collection, dead } = snapshot.events
  const sieves: Sieve[] = []
  if (collections && snapshot.collections.some(({ index }) => !collections.has(index))) {
    sieves.push(oneOf(collection, tableOf(collections)))
  }
  if (dead.size > 0) sieves.push(where((row) => !dead.has(row)))
  return sieves
}

/** The last day on which a base row became known, AFTER_ALL where one never did. Worked out once for the base. */
function lastReportedOf({ baseLength, reported, outStart }: EventColumns): Day {
  const known = lastReported.get(outStart)
  if (known !== undefined) return known
  let last = BEFORE_ALL
  for (let row = 0; row < baseLength; row++) if ((reported[row] as Day) > last) last = reported[row] as Day
  lastReported.set(outStart, last)
  return last
}

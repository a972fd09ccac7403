import { AFTER_ALL, BEFORE_ALL, type Day } from './days.ts'
import { createRollUp, type RollUp } from './roll-up.ts'
import type { Row, Snapshot } from './snapshot.ts'
import { STATUSES, wordOf, type Status } from './words.ts'

/** A snapshot as known on a day, in some collections or all: what one answer is read under. */
export interface View {
  readonly snapshot: Snapshot
  /** BEFORE_ALL while nothing is known. */
  readonly knownOn: Day
  /** Indexes of the chosen collections; null: all. */
  readonly collections: ReadonlySet<number> | null
  /** Who rolls up to whom, by affiliations of the chosen collections as known on the day. */
  readonly rollUp: RollUp
}

/**
 * @param asKnownOn null: the greatest day on which anything in the chosen collections became known.
 * @param collections indexes; null or empty: all.
 */
export function createView(snapshot: Snapshot, asKnownOn: Day | null, collections: readonly number[] | null): View {
  const chosen = collections && collections.length > 0 ? new Set(collections) : null
  const knownOn = asKnownOn ?? lastKnown(snapshot, chosen)
  let rollUp: RollUp | null = null
  return {
    snapshot,
    knownOn,
    collections: chosen,
    get rollUp() {
      return (rollUp ??= createRollUp(snapshot, knownOn, chosen))
    },
  }
}

function lastKnown(snapshot: Snapshot, chosen: ReadonlySet<number> | null): Day {
  let last = BEFORE_ALL
  for (const collection of snapshot.collections) {
    if ((!chosen || chosen.has(collection.index)) && collection.lastKnown > last) last = collection.lastKnown
  }
  return last
}

/** Whether an event belongs to the chosen collections and had become known. */
export function isVisible(view: View, row: Row): boolean {
  return visibility(view)(row)
}

/** The same for many events: what the view says is read once. */
export function visibility({ snapshot, knownOn, collections }: View): (row: Row) => boolean {
  const { reported, collection, dead } = snapshot.events
  return (row) => {
    const day = reported[row] ?? AFTER_ALL
    return (
      day <= knownOn &&
      day !== AFTER_ALL &&
      (collections === null || collections.has(collection[row] ?? -1)) &&
      (dead.size === 0 || !dead.has(row))
    )
  }
}

/** The status of a visible event as of the day. */
export function statusOn(view: View, row: Row): Status {
  const { history: histories } = view.snapshot.events
  // Looked at first, because it spares nearly every row of a data set a search in a table that is empty.
  const history = histories.size === 0 ? undefined : histories.get(row)
  if (!history) return wordOf(STATUSES, view.snapshot.events.status[row] ?? 0)
  let status = 0
  for (const step of history) if (step.on <= view.knownOn) status = step.status
  return wordOf(STATUSES, status)
}

/** Whether evidence known on the day denies that the act happened. */
export function isDisputed(view: View, row: Row): boolean {
  const { denials } = view.snapshot.events
  return denials.size > 0 && (denials.get(row)?.act ?? AFTER_ALL) <= view.knownOn
}

/** Whether evidence known on the day denies the content of what was said. */
export function isAnswered(view: View, row: Row): boolean {
  const { denials } = view.snapshot.events
  return denials.size > 0 && (denials.get(row)?.content ?? AFTER_ALL) <= view.knownOn
}

/** Indexes into `events.origins` of those whom the evidence known on the day goes back to. */
export function originsOn(view: View, row: Row): readonly number[] {
  const { events } = view.snapshot
  let set = events.originSet[row] ?? -1
  const dated = events.originsSince.size === 0 ? undefined : events.originsSince.get(row)
  if (dated) {
    set = -1
    for (const step of dated) if (step.on <= view.knownOn) set = step.set
  }
  return events.originSets[set] ?? []
}

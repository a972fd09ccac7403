import type { Day } from './days.ts'
import type { Snapshot } from './snapshot.ts'
import { createView, type View } from './view.ts'

/** Views of one snapshot that are kept: what a page asks together, and what it asked before. */
const MOST = 8

/** They go with their snapshot. */
const known = new WeakMap<Snapshot, Map<string, View>>()

/**
 * The same view for the same question, as long as it is one of the last that were asked for: who rolls up to whom, and whatever else
 * follows from a view alone, is found out once and not for each answer. A view never changes.
 * @param asKnownOn null: the default day of the collections. @param collections indexes; null or empty: all.
 */
export function viewOf(snapshot: Snapshot, asKnownOn: Day | null, collections: readonly number[] | null): View {
  let views = known.get(snapshot)
  if (!views) known.set(snapshot, (views = new Map()))
  const key = `${asKnownOn ?? ''}|${[...new Set(collections)].sort((a, b) => a - b).join()}`
  const view = views.get(key) ?? createView(snapshot, asKnownOn, collections)
  // The last asked for stands last, the first is the one to go.
  views.delete(key)
  views.set(key, view)
  const [oldest] = views.keys()
  if (views.size > MOST && oldest !== undefined) views.delete(oldest)
  return view
}

import type { Criteria } from '../../server/domain/criteria.ts'
import { distancing } from '../../server/domain/distancing/distancing.ts'
import type { Distancing } from '../../server/domain/distancing/types.ts'
import type { Snapshot } from '../../server/domain/snapshot.ts'
import { createView, type View } from '../../server/domain/view.ts'
import type { Graph } from './arbitraries.ts'
import type { Question } from './arbitrary-questions.ts'
import type { Filter } from './reference/filter.ts'
import { createWorld, type World } from './reference/world.ts'
import { actorIndex, snapshotOf } from './snapshots.ts'

const snapshots = new WeakMap<Graph, Map<number, Snapshot>>()

/** The product's view of a graph. @param batches changes in which the events come in. */
export function viewOf(graph: Graph, asked: Pick<Question, 'asKnownOn' | 'collections'>, batches = 1): View {
  const snapshot = snapshotFrom(graph, batches)
  const collections = asked.collections?.map((id) => snapshot.collectionIndex.get(id) ?? -1) ?? null
  return createView(snapshot, asked.asKnownOn, collections)
}

/** One snapshot serves every question about a graph. */
function snapshotFrom(graph: Graph, batches: number): Snapshot {
  const made = snapshots.get(graph) ?? new Map<number, Snapshot>()
  snapshots.set(graph, made)
  const snapshot = made.get(batches) ?? snapshotOf(graph.contents, batches)
  made.set(batches, snapshot)
  return snapshot
}

/** The reference's. */
export function worldOf(graph: Graph, asked: Pick<Question, 'asKnownOn' | 'collections'>): World {
  return createWorld(graph.contents, asked.asKnownOn, asked.collections)
}

/** The product's distancing answer. */
export function ask(view: View, asked: Question): Distancing {
  return distancing(view, {
    level: asked.level,
    include: new Set(asked.include),
    since: asked.since,
    until: asked.until,
    toward: asked.toward === undefined ? undefined : actorIndex(view.snapshot, asked.toward),
    by: asked.by === undefined ? undefined : actorIndex(view.snapshot, asked.by),
  })
}

/** A filter over ids in the product's terms. */
export function toCriteria(snapshot: Snapshot, filter: Filter): Criteria {
  const { actors, actor, target, between, ...rest } = filter
  const indexes = (ids: readonly string[]) => ids.map((id) => actorIndex(snapshot, id))
  return {
    ...rest,
    ...(actors && { actors: indexes(actors) }),
    ...(actor !== undefined && { actor: actorIndex(snapshot, actor) }),
    ...(target !== undefined && { target: actorIndex(snapshot, target) }),
    ...(between && { between: indexes(between) }),
  }
}

import type { ActorIndex, Row } from '../domain/snapshot.ts'
import { isVisible, type View } from '../domain/view.ts'
import type { ActorModel, CollectionModel, EventModel, SourceModel } from './models.ts'

/** The actor of an index as read under the view. */
export function actorModel(view: View, index: ActorIndex): ActorModel {
  return { view, actor: at(view.snapshot.actors, index) }
}

export function collectionModel(view: View, index: number): CollectionModel {
  return { view, collection: at(view.snapshot.collections, index) }
}

export function eventModel(view: View, row: Row): EventModel {
  return { view, row }
}

/** The event of an id; null where there is none, or it was not yet known on the day of the view. */
export function eventOf(view: View, id: string): EventModel | null {
  const row = view.snapshot.events.find(id)
  return row >= 0 && isVisible(view, row) ? eventModel(view, row) : null
}

/** The source of an id, or null where it is no longer there. */
export function sourceModel(view: View, id: string): SourceModel | null {
  const source = view.snapshot.sources[view.snapshot.sourceIndex.get(id) ?? -1]
  return source ? { view, source } : null
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError(`A snapshot of ${list.length} has no ${index}.`)
  return found
}

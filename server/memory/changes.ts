import type { Row } from '../domain/snapshot.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { heldOf, type Holding } from './holding.ts'
import { assemble, contextOf, loadAll, readLists, type Lists, type Loaded } from './load.ts'
import { toInputs } from './inputs.ts'

/** Rows that have changed since the columns were last put in order, before they are put in order again. */
const LONGEST_TAIL = 10_000

/**
 * Brings what is in memory to the store's version: by the change list, or by a full load where the list has a gap or where actors,
 * sources or collections that events name have moved. What it was given stays as it is.
 * @throws MemoryLimitError
 */
export async function catchUp(store: GraphStore, loaded: Loaded, holding: Holding): Promise<Loaded> {
  const changes = await store.changesSince(loaded.snapshot.version)
  if (changes === null) return loadAll(store, undefined, holding)
  const last = changes.at(-1)
  if (!last) return loaded
  const lists = changes.some((change) => change.everything) ? await readLists(store) : loaded.lists
  if (!namesAlike(loaded.lists, lists)) return loadAll(store, undefined, holding)
  const ids = [...new Set(changes.flatMap((change) => change.events))]
  const read = await store.eventColumnsOf(ids)
  const chunk = { ...read, events: heldOf(read.events, holding) }
  if ((await store.version()) !== last.version) return catchUp(store, loaded, holding)
  const found = new Set(chunk.events.map((tuple) => tuple[0]))
  const { writer } = loaded
  let events = writer.change(
    loaded.snapshot.events,
    toInputs([chunk], contextOf(lists)),
    ids.filter((id) => !found.has(id)),
  )
  const loose: Row = events.length - events.baseLength + events.dead.size
  if (loose > LONGEST_TAIL) events = writer.merge(events, lists.actors.length)
  return { snapshot: assemble(last.version, lists, events), lists, writer }
}

/** Whether events that are in the columns still mean the same: nothing that they name by number moved, no source changed its day. */
function namesAlike(before: Lists, after: Lists): boolean {
  const published = new Map(after.sources.map((source) => [source.id, source.published]))
  return (
    before.actors.every((actor, index) => after.actors[index]?.id === actor.id) &&
    before.collections.every((collection, index) => after.collections[index]?.id === collection.id) &&
    before.sources.every((source) => published.get(source.id) === source.published)
  )
}

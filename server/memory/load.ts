import {
  indexById,
  lastKnownDays,
  toActor,
  toAffiliation,
  toCollection,
  toSource,
  type Indexes,
} from '../domain/assemble.ts'
import { ColumnWriter } from '../domain/columns/column-writer.ts'
import { Intake } from '../domain/columns/intake.ts'
import type { AffiliationRecord, CollectionRecord, SourceRecord } from '../domain/records.ts'
import type { EventColumns, Snapshot } from '../domain/snapshot.ts'
import type { GraphStore, StoredActor } from '../store/graph-store.ts'
import { EVERYTHING, heldOf, type Holding } from './holding.ts'
import { plainInputs, Said, type InputContext } from './inputs.ts'
import { fits, Overflow } from './memory-limit.ts'

/** The short lists of a store: everything but events. */
export interface Lists {
  readonly collections: readonly CollectionRecord[]
  readonly sources: readonly SourceRecord[]
  readonly actors: readonly StoredActor[]
  readonly affiliations: readonly AffiliationRecord[]
}

/** A snapshot with what is needed to change it. */
export interface Loaded {
  readonly snapshot: Snapshot
  readonly lists: Lists
  readonly writer: ColumnWriter
}

export type Progress = (eventsRead: number) => void

/**
 * Reads a whole store, or what of it is to be held. Reads again where something was written meanwhile, so that what it returns is of one
 * version.
 * @throws MemoryLimitError
 */
export async function loadAll(
  store: GraphStore,
  progress: Progress = () => {},
  holding: Holding = EVERYTHING,
): Promise<Loaded> {
  for (;;) {
    const version = await store.version()
    const lists = await readLists(store)
    const context = contextOf(lists)
    const toPlain = plainInputs(context)
    const writer = new ColumnWriter()
    const intake = new Intake()
    const said = new Said(context)
    let overflow: Overflow | null = null
    for await (const chunk of store.eventColumns()) {
      const events = heldOf(chunk.events, holding)
      if (overflow) {
        overflow.take(events)
        continue
      }
      const ids = events.map((tuple) => tuple[0])
      writer.take(intake, ids, events.map(toPlain))
      said.take(chunk)
      progress(intake.length)
      if (!fits(intake, holding)) {
        overflow = new Overflow(holding)
        overflow.takeRows(
          intake,
          lists.collections.map(({ id }) => id),
        )
      }
    }
    if (overflow) throw overflow.error()
    if ((await store.version()) !== version) continue
    const events = writer.arrange(intake, lists.actors.length, (stand) => {
      for (const event of said.events) stand(event, (row) => said.standing(event, row))
    })
    return { snapshot: assemble(version, lists, events), lists, writer }
  }
}

export async function readLists(store: GraphStore): Promise<Lists> {
  return {
    collections: await store.collections(),
    sources: await store.sources(),
    actors: await store.actors(),
    affiliations: await store.affiliations(),
  }
}

/** What turns rows of this store into inputs. */
export function contextOf(lists: Lists): InputContext {
  return {
    indexes: indexesOf(lists),
    sources: lists.sources,
    actorByRef: new Map(lists.actors.map((actor, index) => [actor.ref, index])),
  }
}

/** A snapshot of lists and columns that belong together. */
export function assemble(version: number, lists: Lists, events: EventColumns): Snapshot {
  const indexes = indexesOf(lists)
  const affiliations = lists.affiliations.map((each, index) => toAffiliation(each, index, indexes, lists.sources))
  const lastKnown = lastKnownDays(lists.collections.length, events, affiliations)
  return {
    version,
    events,
    affiliations,
    actors: lists.actors.map((actor, index) => toActor(index, actor.id, actor.entries, lists.collections, indexes)),
    sources: lists.sources.map((source, index) => toSource(source, index, indexes)),
    collections: lists.collections.map((collection, index) => toCollection(collection, index, lastKnown)),
    actorIndex: indexes.actors,
    sourceIndex: indexes.sources,
    collectionIndex: indexes.collections,
  }
}

function indexesOf(lists: Lists): Indexes {
  return {
    actors: indexById(lists.actors),
    sources: indexById(lists.sources),
    collections: indexById(lists.collections),
  }
}

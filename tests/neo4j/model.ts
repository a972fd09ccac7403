import type {
  ActorEntry,
  AffiliationRecord,
  CollectionContents,
  CollectionRecord,
  EventRecord,
  SourceRecord,
} from '../../server/domain/records.ts'
import type { Batch } from '../../server/store/graph-store.ts'
import { LOADER } from '../support/records.ts'

interface Held {
  readonly collection: CollectionRecord
  readonly actors: Map<string, ActorEntry>
  readonly affiliations: Map<string, AffiliationRecord>
  readonly sources: Map<string, SourceRecord>
  readonly events: Map<string, EventRecord>
}

/** What a store is to hold after some batches, in the plainest way: records by id, for the naive reference. */
export class Model {
  readonly #held = new Map<string, Held>()

  apply({ collections, actors, affiliations, sources, events, remove }: Batch): void {
    for (const id of remove?.collections ?? []) this.#held.delete(id)
    for (const held of this.#held.values()) {
      for (const id of remove?.events ?? []) held.events.delete(id)
      for (const id of remove?.affiliations ?? []) held.affiliations.delete(id)
    }
    for (const collection of collections ?? []) {
      const empty = { actors: new Map(), affiliations: new Map(), sources: new Map(), events: new Map() }
      this.#held.set(collection.id, { ...(this.#held.get(collection.id) ?? empty), collection })
    }
    for (const each of actors ?? []) this.#of(each.collection).actors.set(each.actor, each)
    for (const each of affiliations ?? []) this.#of(each.collection).affiliations.set(each.id, each)
    for (const each of sources ?? []) this.#of(each.collection).sources.set(each.id, each)
    for (const each of events ?? []) this.#of(each.collection).events.set(each.id, each)
  }

  /** Forgets all and holds these. */
  become(all: readonly CollectionContents[]): void {
    this.#held.clear()
    for (const { collection, ...lists } of all) this.apply({ writer: LOADER, collections: [collection], ...lists })
  }

  contents(): CollectionContents[] {
    return [...this.#held.values()].map(({ collection, ...lists }) => ({
      collection,
      actors: [...lists.actors.values()],
      affiliations: [...lists.affiliations.values()],
      sources: [...lists.sources.values()],
      events: [...lists.events.values()],
    }))
  }

  events(): EventRecord[] {
    return this.contents().flatMap((each) => each.events)
  }

  sources(): SourceRecord[] {
    return this.contents().flatMap((each) => each.sources)
  }

  affiliations(): AffiliationRecord[] {
    return this.contents().flatMap((each) => each.affiliations)
  }

  entries(): ActorEntry[] {
    return this.contents().flatMap((each) => each.actors)
  }

  /** What one collection says of actors. */
  actors(collection: string): ActorEntry[] {
    return [...(this.#held.get(collection)?.actors.values() ?? [])]
  }

  #of(collection: string): Held {
    const held = this.#held.get(collection)
    if (!held) throw new RangeError(`There is no collection ${collection}.`)
    return held
  }
}

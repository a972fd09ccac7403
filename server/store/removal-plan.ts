import type { Batch } from './graph-store.ts'

/** What a collection owns, as the kind of record and its id; for actors' entries the actor's. */
export interface Owned {
  readonly kind: 'actor' | 'source' | 'affiliation' | 'event'
  readonly id: string
}

/** What a batch takes away. */
export interface RemovalPlan {
  readonly collections: ReadonlySet<string>
  readonly sources: ReadonlySet<string>
  /** By `entryKey`. */
  readonly entries: ReadonlyMap<string, { readonly actor: string; readonly collection: string }>
  readonly affiliations: ReadonlySet<string>
  readonly events: ReadonlySet<string>
}

/** The key of an actor's entry, for maps. */
export function entryKey(entry: { readonly actor: string; readonly collection: string }): string {
  return JSON.stringify([entry.actor, entry.collection])
}

/**
 * A removed collection takes along what it owns. What the batch also writes stays: writing wins over removing.
 * @param owned by each collection that the batch removes.
 */
export function planRemoval(batch: Batch, owned: ReadonlyMap<string, readonly Owned[]>): RemovalPlan {
  const { remove = {} } = batch
  const collections = new Set(remove.collections)
  const sources = new Set(remove.sources)
  const entries = new Map((remove.actors ?? []).map((entry) => [entryKey(entry), entry]))
  const affiliations = new Set(remove.affiliations)
  const events = new Set(remove.events)
  for (const [collection, records] of owned) {
    for (const { kind, id } of records) {
      if (kind === 'source') sources.add(id)
      else if (kind === 'affiliation') affiliations.add(id)
      else if (kind === 'event') events.add(id)
      else entries.set(entryKey({ actor: id, collection }), { actor: id, collection })
    }
  }
  for (const { id } of batch.collections ?? []) collections.delete(id)
  for (const { id } of batch.sources ?? []) sources.delete(id)
  for (const entry of batch.actors ?? []) entries.delete(entryKey(entry))
  for (const { id } of batch.affiliations ?? []) affiliations.delete(id)
  for (const { id } of batch.events ?? []) events.delete(id)
  return { collections, sources, entries, affiliations, events }
}

import { keyOf, keyOfCollection, keyOfEntry, type RecordKey } from '../../domain/record-key.ts'
import type { AffiliationRecord, CollectionContents, CollectionRecord, EventRecord } from '../../domain/records.ts'

interface Namers {
  readonly collections: readonly CollectionRecord[]
  readonly affiliations: readonly AffiliationRecord[]
  readonly events: readonly EventRecord[]
  /** What the store holds, to follow names further: an event that stays names actors too. */
  readonly held: CollectionContents | null
}

/** What some records name, and what those name in turn: keys, each with the key of one that names it. */
export function namedBy({ collections, affiliations, events, held }: Namers): ReadonlyMap<RecordKey, RecordKey> {
  const heldEvents = new Map((held?.events ?? []).map((event) => [event.id, event]))
  const named = new Map<RecordKey, RecordKey>()
  const open: EventRecord[] = []
  const add = (namer: RecordKey, keys: readonly RecordKey[]): void => {
    for (const key of keys) if (!named.has(key)) named.set(key, namer)
  }
  const addEvents = (namer: RecordKey, ids: readonly string[]): void => {
    for (const id of ids) {
      const event = named.has(keyOf('event', id)) ? undefined : heldEvents.get(id)
      add(namer, [keyOf('event', id)])
      if (event) open.push(event)
    }
  }
  const addActors = (namer: RecordKey, collection: string, actors: readonly (string | null)[]): void =>
    add(
      namer,
      actors.flatMap((actor) => (actor === null ? [] : [keyOfEntry({ actor, collection })])),
    )
  const addSources = (namer: RecordKey, { evidence }: EventRecord | AffiliationRecord): void =>
    add(
      namer,
      evidence.flatMap(({ source, relayedFrom }) =>
        [source, ...(relayedFrom === null ? [] : [relayedFrom])].map((id) => keyOf('source', id)),
      ),
    )
  for (const collection of collections) {
    const { id, headline, positions, questions } = collection
    const key = keyOfCollection(collection)
    if (headline !== null) addEvents(key, [headline])
    for (const { actor } of positions) addActors(key, id, [actor])
    for (const { toward, by } of questions) addActors(key, id, [toward, by])
  }
  for (const affiliation of affiliations) {
    const key = keyOf('affiliation', affiliation.id)
    addActors(key, affiliation.collection, [affiliation.actor, affiliation.to])
    addSources(key, affiliation)
  }
  open.push(...events)
  for (let event = open.pop(); event; event = open.pop()) {
    const key = keyOf('event', event.id)
    addActors(key, event.collection, [event.actor, event.target])
    addEvents(key, [...event.breaks, ...event.restores])
    addSources(key, event)
  }
  return named
}

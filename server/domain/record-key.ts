import type { ActorEntry, CollectionRecord } from './records.ts'

/** The kinds of records that a store keeps. */
export type RecordKind = 'collection' | 'source' | 'actor' | 'affiliation' | 'event'

/** `collection:x`, `source:x/y`, `actor:x/uk` (what the collection x says of the actor uk), `affiliation:x/y`, `event:x/y`. */
export type RecordKey = `${RecordKind}:${string}`

/** The key of a source, an affiliation or an event. @param id `<collection>/<id>` */
export function keyOf(kind: 'source' | 'affiliation' | 'event', id: string): RecordKey {
  return `${kind}:${id}`
}

export function keyOfCollection({ id }: Pick<CollectionRecord, 'id'>): RecordKey {
  return `collection:${id}`
}

/** An actor is shared by collections, so its key has the collection before the actor's id. */
export function keyOfEntry({ actor, collection }: Pick<ActorEntry, 'actor' | 'collection'>): RecordKey {
  return `actor:${collection}/${actor}`
}

/** What a key names. `id` is the record's own; of an actor's entry the actor's. */
export interface ParsedKey {
  readonly kind: RecordKind
  readonly collection: string
  readonly id: string
}

/** The inverse of `keyOf`, `keyOfCollection` and `keyOfEntry`. Ids of collections hold no slash. */
export function parseKey(key: RecordKey): ParsedKey {
  const colon = key.indexOf(':')
  const kind = key.slice(0, colon) as RecordKind
  const id = key.slice(colon + 1)
  const slash = id.indexOf('/')
  const collection = slash < 0 ? id : id.slice(0, slash)
  return { kind, collection, id: kind === 'actor' ? id.slice(slash + 1) : id }
}
